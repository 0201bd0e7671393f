"""A film that stands on another site."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock
from wagtail.images.blocks import ImageChooserBlock

from blocks.addresses import WebAddressBlock, provider_of, safe_address
from blocks.groups import MEDIA
from blocks.image import shown_picture
from blocks.links import expanded
from blocks.preview import PreviewedBlock, preview_image
from blocks.validation import ClearMessages
from common.rich_text import SPOKEN_FEATURES

__all__ = ["VideoBlock"]


def _preview():
    return {
        "url": "https://www.youtube.com/watch?v=preview",
        "title": gettext("Mayors speak about their first year in the Alliance"),
        "poster": preview_image(),
        "transcript": "<p>" + gettext("We began with the school bus, because the families asked for it.") + "</p>",
    }


class VideoBlock(ClearMessages, PreviewedBlock, StructBlock):
    """A link to a film. Nothing is loaded from the other site before a reader opens it."""

    url = WebAddressBlock(label=_("Address of the video"))
    title = CharBlock(max_length=160, label=_("Title"))
    poster = ImageChooserBlock(
        required=False, label=_("Still picture"), help_text=_("From our own library; no picture is fetched elsewhere.")
    )
    transcript = RichTextBlock(required=False, features=SPOKEN_FEATURES, label=_("Transcript"))

    class Meta:
        icon = "media"
        label = _("Video")
        group = MEDIA
        description = _("A video on another site. Readers are told where it opens; nothing loads before.")
        template = "blocks/video.html"
        required_messages = {
            "url": _("Give the address of the video."),
            "title": _("Give the video a title: it is the text of the link."),
        }
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Say where the video opens.

        Args:
            value: The struct value.
            parent_context: The context of the page.

        Returns:
            The context with `video`.
        """
        context = super().get_context(value, parent_context)
        url, transcript = safe_address(value.get("url")), value.get("transcript")
        context["shown"] = shown_picture(value.get("poster"), context)
        context["video"] = {
            "url": url,
            "opens": gettext("Opens %(site)s, which sets its own cookies.") % {"site": provider_of(url)},
            "has_poster": value.get("poster") is not None,
            "transcript": expanded(transcript.source, context) if transcript else "",
        }
        return context
