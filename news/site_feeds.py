"""The feeds that every page of the site offers, whatever it shows."""

from django.core.cache import cache

from common.localization import everyones
from navigation.feeds import Feed, offers_feeds
from news.feeds import titled_feeds
from news.models import NewsIndexPage

# Several processes agree on a moved list of news after this many seconds at the latest.
TRUST = 60
CACHE_KEY = "news.site_feeds.{}"


@offers_feeds
def site_feeds(language: str) -> list[Feed]:
    """Return the feeds of the list of news of a language, as (title, address, media type); none while it is empty.

    Args:
        language: a language code; the titles are in the active language, which is that of the page.
    """
    key = CACHE_KEY.format(language)
    path = cache.get(key)
    if path is None:
        lists = everyones(NewsIndexPage.objects.filter(locale__language_code=language, numchild__gt=0)).order_by("path")
        path = next((page.get_url() or "" for page in lists[:1]), "")
        cache.set(key, path, TRUST)
    return titled_feeds(path)
