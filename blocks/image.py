"""A picture in a text."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock
from wagtail.images.blocks import ImageBlock as PictureWithAlternative

from blocks.groups import MEDIA
from blocks.preview import PreviewedBlock, preview_image
from blocks.validation import ClearMessages
from library.renditions import INLINE

__all__ = ["ImageBlock", "shown_picture"]


def _preview():
    return {"image": preview_image(), "caption": gettext("The river below the old quarter.")}


def shown_picture(image, context, caption=""):
    """Gather what a template needs to show a picture.

    Args:
        image: An image with its alternative text, or None.
        context: The context of the page; `pictures` holds prepared sources by set and primary key.
        caption: The words beneath.

    Returns:
        A dict for blocks/parts/picture.html.
    """
    pictures = (context.get("pictures") or {}).get(INLINE.name) or {}
    return {
        "sources": pictures.get(image.pk) if image is not None else None,
        "alt": (getattr(image, "contextual_alt_text", "") or "") if image is not None else "",
        "credit": getattr(image, "credit", "") or "",
        "caption": caption or "",
    }


class ImageBlock(ClearMessages, PreviewedBlock, StructBlock):
    """One picture with alternative text or marked as decorative, caption and credit."""

    image = PictureWithAlternative(label=_("Picture"))
    caption = CharBlock(required=False, max_length=300, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        group = MEDIA
        description = _("One picture with its credit. Describe it in words, or mark it as decorative.")
        template = "blocks/image.html"
        required_messages = {"image": _("Choose a picture, or remove this block.")}
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Find the prepared picture.

        Args:
            value: The struct value.
            parent_context: The context of the page.

        Returns:
            The context with `shown`.
        """
        context = super().get_context(value, parent_context)
        context["shown"] = shown_picture(value.get("image"), context, value.get("caption"))
        return context
