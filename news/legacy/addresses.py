"""Old addresses: the number alone says which story is meant, and the language which page."""

from django.apps import apps
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe
from wagtail.models import Page

from common.addresses import path_of
from common.localization import everyones, homes

__all__ = ["LEGACY_PATTERN", "story_page", "story_redirect"]

# Whatever follows the number is of no account: the former site itself used several slugs for one story.
LEGACY_PATTERN = r"^(?:(?P<language>[a-z]{2,3})/)?page/(?P<number>[0-9]{1,9})(?![0-9])(?P<rest>[\s\S]*)$"


def story_page(number: int, language: str | None) -> Page | None:
    """The page that an old address means.

    Args:
        number: The number of the story on the former site.
        language: The language of the address, or None.

    Returns:
        The public page in that language; else in the site's own language, else in the first that has it.
    """
    stories = apps.get_model("news", "NewsPage").objects.filter(legacy_id=number)
    family = Page.objects.filter(translation_key__in=stories.values("translation_key"), alias_of=None)
    found = {page.locale_id: page for page in everyones(family).only("locale_id", "url_path").order_by("-pk")}
    order = [code for code in (language, settings.LANGUAGE_CODE, *homes()) if code in homes()]
    return next((found[homes()[code].locale_id] for code in order if homes()[code].locale_id in found), None)


@require_safe
def story_redirect(request: HttpRequest, number: str, language: str | None = None, rest: str = "") -> HttpResponse:
    """Lead from an old address to the story, for good and without its query.

    Args:
        request: A reader's request.
        number: The number in the address.
        language: The language in the address, or None: then the site's own comes first, whatever the browser asks
            for, since the answer is kept for ever.
        rest: What follows the number; not used.

    Raises:
        Http404: If there is no such story for readers.
    """
    page = story_page(int(number), language)
    if page is None:
        raise Http404
    return HttpResponsePermanentRedirect(path_of(page))
