"""Several pictures side by side."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from blocks.groups import MEDIA
from blocks.image import ImageBlock, shown_picture
from blocks.preview import PreviewedBlock, preview_image

__all__ = ["GalleryBlock"]


def _preview():
    captions = [gettext("The school on its first day."), gettext("The bridge to the market."), ""]
    return {
        "title": gettext("A visit in pictures"),
        "pictures": [{"image": preview_image(), "caption": caption} for caption in captions],
    }


class GalleryBlock(PreviewedBlock, StructBlock):
    """Pictures in a grid; all of them stand on the page, nothing slides."""

    title = CharBlock(required=False, max_length=120, label=_("Title"))
    pictures = ListBlock(ImageBlock(), min_num=2, max_num=24, label=_("Pictures"))

    class Meta:
        icon = "grid"
        label = _("Gallery")
        group = MEDIA
        description = _("Two or more pictures in a grid, each with its own description and credit.")
        template = "blocks/gallery.html"
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Find the prepared pictures.

        Args:
            value: The struct value.
            parent_context: The context of the page.

        Returns:
            The context with `shown`, a list.
        """
        context = super().get_context(value, parent_context)
        chosen = [each for each in value.get("pictures") or [] if each.get("image") is not None]
        context["shown"] = [shown_picture(each["image"], context, each.get("caption")) for each in chosen]
        return context
