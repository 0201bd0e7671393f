"""Checks of the pictures of a story: words for those who cannot see them, credit, and rights."""

from django.utils import timezone
from django.utils.translation import gettext as _

from common.pictures import images_in
from news.checks.registry import check, error, warning


@check
def lead_picture(page):
    """The picture above the story needs a text alternative, a credit and a licence that still holds."""
    image = page.lead_image
    if image is None:
        yield warning("picture", "lead_image", _("The story has no picture."))
        return
    if not page.lead_decorative and not page.lead_alt.strip():
        yield error("alt", "lead_alt", _("Say what the picture shows, or mark it as decorative."))
    yield from _rights(image, "lead_image")


@check
def pictures_inside(page):
    """The pictures in the text need a credit and a licence that still holds."""
    for place, block in enumerate(page.body):
        for image in images_in(block.value):
            yield from _rights(image, "body", place)


def _rights(image, field, place=None):
    if not image.credit.strip():
        yield error(
            "credit", field, _("The picture “%(title)s” has no credit. Add it in the library.") % _title(image), place
        )
    if image.licence_until and image.licence_until < timezone.localdate():
        yield error(
            "licence",
            field,
            _("The licence of the picture “%(title)s” has ended. Choose another picture.") % _title(image),
            place,
        )


def _title(image):
    return {"title": image.title}
