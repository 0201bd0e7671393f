"""What a page has to make ready before it shows a stream."""

from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from blocks.references import leaves
from library.renditions import INLINE

__all__ = ["documents_in", "images_in", "related_pages_in"]


def images_in(stream) -> list[tuple]:
    """The pictures of a stream.

    Args:
        stream: The value of a StreamField.

    Returns:
        Pairs of (image, set of sizes) in reading order.
    """
    return [(part, INLINE) for part in _parts(stream, AbstractImage)]


def documents_in(stream) -> list:
    """The documents that a stream offers.

    Args:
        stream: The value of a StreamField.

    Returns:
        Documents in reading order.
    """
    return _parts(stream, AbstractDocument)


def related_pages_in(stream) -> list:
    """The pages that editors chose in a stream.

    Args:
        stream: The value of a StreamField.

    Returns:
        Pages in reading order, in the language they were chosen in.
    """
    return _parts(stream, Page)


def _parts(stream, kind):
    return [part for _block, part in leaves(stream.stream_block, stream) if isinstance(part, kind)]
