"""The gallery of blocks: every block in each language and theme, for developers only."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from blocks.body import BodyBlock
from common.localization import text_direction

__all__ = ["gallery"]

THEMES = ("light", "dark")
DIRECTIONS = ("", "ltr", "rtl")


def gallery(request: HttpRequest, blocks: dict | None = None) -> HttpResponse:
    """Show the preview of every block.

    Args:
        request: `language`, `theme` ("light" or "dark") and `dir` ("ltr" or "rtl") choose how.
        blocks: Name to block; None means the blocks of a body.

    Returns:
        One page with all blocks.

    Raises:
        Http404: outside development, or if the language, theme or direction does not exist.
    """
    language = request.GET.get("language", settings.LANGUAGE_CODE)
    theme, direction = request.GET.get("theme", "light"), request.GET.get("dir", "")
    known = language in dict(settings.LANGUAGES) and theme in THEMES and direction in DIRECTIONS
    if not settings.DEBUG or not known:
        raise Http404
    with override(language):
        return render(
            request,
            "blocks/showcase.html",
            {
                "samples": [_sample(block) for block in (blocks or BodyBlock().child_blocks).values()],
                "language": language,
                "direction": direction or text_direction(language),
                "theme": theme,
                "themes": THEMES,
                "all_languages": [code for code, _name in settings.LANGUAGES],
                "is_block_preview": True,
            },
        )


def _sample(block):
    return {"block": block, "bound": block.bind(block.get_preview_value())}
