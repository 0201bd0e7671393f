"""Which pictures a page shows, and their prepared sizes."""

from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from library import renditions


def pictures_of(page: Page) -> list[tuple]:
    """The pictures of a page: its lead image and every image in its streams.

    Args:
        page: A specific page.

    Returns:
        Pairs of (image, set of sizes), each pair once.
    """
    found = []
    lead = getattr(page, "lead_image", None)
    if lead is not None:
        found += [(lead, renditions.WIDE), (lead, renditions.CARD), (lead, renditions.SOCIAL)]
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            found += [(image, renditions.INLINE) for image in images_in(getattr(page, field.name))]
    return list({(image.pk, str(kind)): (image, kind) for image, kind in found}.values())


def images_in(value: object) -> list[AbstractImage]:
    """Every image in a block's value, however deep.

    Args:
        value: The value of a stream, list, struct or image block.

    Returns:
        Images in reading order.
    """
    if isinstance(value, AbstractImage):
        return [value]
    if isinstance(value, dict):
        parts = value.values()
    elif isinstance(value, str | bytes) or not hasattr(value, "__iter__"):
        parts = [value.value] if hasattr(value, "block") and hasattr(value, "value") else []
    else:
        parts = value
    return [image for part in parts for image in images_in(part)]


def prepared_pictures(page: Page) -> dict:
    """The prepared sizes of a page's pictures; makes none.

    Args:
        page: A page with `pictures()`.

    Returns:
        Under the name of each set of sizes {image id: sources}, and under each image id the sources for running text.
    """
    by_name = renditions.prepared_sets([pair for pair in page.pictures() if pair[1] is not renditions.CARD])
    return by_name | by_name.get(renditions.INLINE.name, {})
