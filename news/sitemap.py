"""What search engines are told about the news beside its pages: the stories of two days, and where all feeds are."""

import datetime
from dataclasses import dataclass

from django.apps import apps
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from common.addresses import absolute
from common.localization import everyones, homes
from common.seo import site_name
from common.sitemap import adds_to_sitemap, names_sitemap
from news.feed_formats import clean
from news.feed_links import FEEDS_PAGE
from news.feed_stories import published
from news.items import address
from news.story_rows import StoryRow

__all__ = ["Report", "feeds_pages", "news_sitemap", "reports"]

DAYS, LENGTH = 2, 1000


@dataclass(frozen=True)
class Report:
    """One story of the last two days, as news search engines want it."""

    url: str
    publication: str
    language: str
    published: datetime.datetime
    title: str


def reports():
    """Return the stories that were published within the last two days, newest first, in one query."""
    since = timezone.now() - datetime.timedelta(days=DAYS)
    languages = {home.locale_id: home.code for home in homes().values()}
    recent = StoryRow.objects.filter(locale_id__in=languages, date__gte=since.date() - datetime.timedelta(days=1))
    stories = apps.get_model("news", "NewsPage").objects.filter(pk__in=recent.order_by().values("pk"))
    columns = ("title", "url_path", "locale_id", "date", "first_published_at")
    rows = everyones(stories).order_by("-date", "-pk").values_list(*columns)[:LENGTH]
    names = {code: _name(code) for code in languages.values()} if rows else {}
    found = [
        Report(
            absolute(address(path, locale)),
            names[languages[locale]],
            languages[locale],
            published(day, first),
            clean(title),
        )
        for title, path, locale, day, first in rows
    ]
    return [one for one in found if one.published >= since]


def _name(code):
    with override(code):
        return site_name(code)


@require_safe
def news_sitemap(request):
    """/news-sitemap.xml: the stories of the last two days; without any it names the lists of news, for it must not be
    empty.

    Args:
        request: a crawler's request.

    Returns:
        XML by the sitemaps protocol with Google's extension for news.
    """
    found = reports()
    lists = [] if found else [absolute(path) for path in _lists().values()]
    return render(request, "news/news_sitemap.xml", {"reports": found, "lists": lists}, content_type="application/xml")


def _lists():
    """The lists of news that every reader may see: language code to path."""
    languages = {home.locale_id: home.code for home in homes().values()}
    pages = everyones(apps.get_model("news", "NewsIndexPage").objects.filter(locale_id__in=languages))
    rows = pages.order_by("-path").values_list("locale_id", "url_path")
    return {languages[locale]: address(path, locale) for locale, path in rows}


@adds_to_sitemap
def feeds_pages():
    """Return the pages that list all feeds, as language code to whole address."""
    return [{code: absolute(f"{path}{FEEDS_PAGE}/") for code, path in _lists().items()}]


names_sitemap("news_sitemap")
