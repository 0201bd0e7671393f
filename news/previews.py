"""What an editor can look at before a story goes out: page, card, shared link, feed, print, and every language."""

from django.template.response import TemplateResponse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from common.localization import homes, language_name
from news import preview_views

__all__ = ["Previewed"]

LANGUAGE = "language-"
MODES = [
    ("", _("Page")),
    ("card", _("In a list")),
    ("social", _("As a shared link")),
    ("feed", _("In a feed")),
    ("print", _("Printed")),
]


class Previewed:
    """The previews of a story. Mixed into its page type."""

    @property
    def preview_modes(self):
        """The ways in which the story can be looked at."""
        own = self.locale_id
        others = [
            (LANGUAGE + home.code, language_name(home.code)) for home in homes().values() if home.locale_id != own
        ]
        return [*MODES, *others]

    def serve_preview(self, request, mode_name):
        """Answer with the story in one of the ways.

        Args:
            request: the request of the editor.
            mode_name: one of ``preview_modes``.
        """
        if mode_name.startswith(LANGUAGE):
            return _in_language(self, request, mode_name.removeprefix(LANGUAGE))
        if mode_name in preview_views.VIEWS:
            return preview_views.VIEWS[mode_name](self, request)
        return super().serve_preview(request, mode_name)


def _in_language(page, request, code):
    """The latest version in a language, or where there is none the words of the source in that language's frame."""
    found = page.get_translations().filter(locale__language_code=code).first() if page.translation_key else None
    shown = found.specific.get_latest_revision_as_object() if found is not None else page
    before = get_language()
    with override(code):
        request.LANGUAGE_CODE = code
        request.page = shown
        context = shown.get_context(request)
        response = TemplateResponse(request, shown.get_template(request), context)
        response.render()
    request.LANGUAGE_CODE = before
    return response
