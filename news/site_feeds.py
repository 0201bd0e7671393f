"""The feeds that pages of other rooms offer: all news, and news about the city or the person that they show."""

from common.addresses import path_of
from common.announcing import announces_feeds
from common.localization import everyones, language_of
from common.stamp import kept
from membership.models import MemberPage
from navigation.feeds import Feed, offers_feeds
from news.feed_links import announced_about, has_news, has_news_about, offered_everywhere
from news.models import NewsIndexPage
from news.story_rows import FacetKind
from people.models import PersonPage

CACHE_KEY = "news.site_feeds"
SUBJECTS = ((MemberPage, FacetKind.CITY), (PersonPage, FacetKind.PERSON))


@offers_feeds
def site_feeds(language: str) -> list[Feed]:
    """Return the feeds of the list of news of a language, as (title, address, media type); none while it is empty.

    Args:
        language: a language code; the titles are in the active language, which is that of the page.
    """
    return offered_everywhere(kept(CACHE_KEY, _paths).get(language, ""))


@announces_feeds
def feeds_about(page):
    """Return the feeds about the city or the person that a page shows; none for other pages, or without stories.

    Args:
        page: a page of any type.
    """
    kind = next((kind for model, kind in SUBJECTS if isinstance(page, model)), None)
    path = kept(CACHE_KEY, _paths).get(language_of(page), "") if kind and page.pk else ""
    known = path and has_news_about(kind, page)
    return announced_about(path, f"{kind}/{page.slug}/", page.title) if known else []


def _paths():
    lists = everyones(NewsIndexPage.objects.filter(numchild__gt=0)).select_related("locale").order_by()
    ordered = sorted(filter(lambda page: has_news(page.locale_id), lists), key=lambda page: page.path, reverse=True)
    return {page.locale.language_code: path_of(page) for page in ordered}
