"""What every block of the site shares: a preview that needs no row of the database."""

from django.utils.translation import gettext
from wagtail.blocks import Block
from wagtail.images import get_image_model

__all__ = ["PreviewedBlock", "preview_image"]


class PreviewedBlock(Block):
    """A block that shows itself in the block picker and in the gallery of blocks."""

    class Meta:
        preview_template = "blocks/preview.html"

    def get_preview_context(self, value, parent_context=None):
        """Tell the templates that pictures are stand-ins.

        Args:
            value: The preview value.
            parent_context: What the preview view hands over, a dict or None.

        Returns:
            The context as a dict.
        """
        return {**(super().get_preview_context(value, parent_context) or {}), "is_block_preview": True}


def preview_image(alt: str = ""):
    """A picture that stands in for a photograph in a preview.

    Args:
        alt: Its alternative text; empty gives a plain sentence.

    Returns:
        An unsaved image.
    """
    image = get_image_model()(title="preview", width=1200, height=800, collection_id=None)
    image.contextual_alt_text = alt or gettext("A hill, a river and a sixteen-spoked wheel as a sun.")
    image.decorative = False
    return image
