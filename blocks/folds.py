"""Groups of fields in the form of a block."""

from wagtail.blocks.struct_block import BlockGroup

__all__ = ["Fold"]


class Fold(BlockGroup):
    """A group whose heading is translated when the form is shown; Wagtail's own needs the words at import."""

    def __init__(self, name, heading, children, **options):
        super().__init__(children, heading=name, **options)
        self.heading = heading
