"""Pages of one topic below a list of news: a theme in the words of the language, or a country."""

from django.apps import apps
from django.http import Http404
from django.template.response import TemplateResponse

from common.addresses import absolute, path_of
from common.localization import everyones, homes, surroundings
from common.seo import Place
from common.sitemap import adds_to_sitemap
from common.stamp import kept
from common.structured import Crumb
from news.feed_topics import topic_at
from news.items import address
from news.listing import listing_for
from news.story_rows import FacetKind, StoryFacet

__all__ = ["KINDS", "families", "find", "respond"]

KINDS = (FacetKind.THEME, FacetKind.COUNTRY)
PARTS = 2


def find(parts):
    """Return what an address below a list of news names, as (kind, slug), or None where it is no topic.

    Args:
        parts: the parts of the path below the list.
    """
    return tuple(parts) if len(parts) == PARTS and parts[0] in KINDS else None


def respond(index, request, named):
    """Answer with the page of a topic: its introduction, its feeds and its stories.

    Args:
        index: the list of news.
        request: the request being answered.
        named: what ``find`` gave.

    Raises:
        Http404: if the language has no such topic.
    """
    topic = topic_at(index, *named)
    if topic is None:
        raise Http404
    request.page = index
    listing = listing_for(index, request, topic)
    request.place = Place(
        title=f"{topic.title} – {index.title}",
        description=topic.introduction or index.summary,
        feeds=listing.feeds,
        urls=_elsewhere(index, topic, request),
        crumbs=_way(index, topic, request),
    )
    return TemplateResponse(request, "news/news_index_page.html", {"page": index, "listing": listing})


def _way(index, topic, request):
    above = [*surroundings(index, request).ancestors, index]
    return (*(Crumb(page.title, path_of(page)) for page in above), Crumb(topic.title))


def _elsewhere(index, topic, request):
    """Language code to the path of the same topic."""
    lists = surroundings(index, request).translations
    slugs = dict.fromkeys(lists, topic.slug)
    if topic.kind == FacetKind.THEME:
        themes = apps.get_model("news", "Theme").objects.filter(translation_key=topic.value)
        by_locale = dict(themes.values_list("locale_id", "slug"))
        slugs = {code: by_locale[page.locale_id] for code, page in lists.items() if page.locale_id in by_locale}
    return {code: f"{path_of(lists[code])}{topic.kind}/{slug}/" for code, slug in slugs.items()}


@adds_to_sitemap
def families():
    """Return the pages of topics that have stories, each as language code to address."""
    indexes = kept("news.topics.indexes", _indexes)
    found = {}
    facets = StoryFacet.objects.filter(kind__in=KINDS, stories__gt=0).exclude(slug="").order_by("kind", "value")
    for locale_id, kind, value, slug in facets.values_list("locale_id", "kind", "value", "slug"):
        if locale_id in indexes:
            code, path = indexes[locale_id]
            found.setdefault((kind, value), {})[code] = absolute(f"{path}{kind}/{slug}/")
    return list(found.values())


def _indexes():
    """Locale to (language code, path) of its list of news."""
    codes = {home.locale_id: home.code for home in homes().values()}
    lists = everyones(apps.get_model("news", "NewsIndexPage").objects.filter(locale_id__in=codes, alias_of=None))
    rows = lists.order_by("-path").values_list("locale_id", "url_path")
    return {locale_id: (codes[locale_id], address(url_path, locale_id)) for locale_id, url_path in rows}
