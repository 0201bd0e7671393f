"""What the index holds of pages, before a language's rules are applied: words, record, and what they are found by."""

import datetime
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils.translation import override
from wagtail.models import Page

from common.countries import country_name
from common.restrictions import everyones
from news.story_rows import FacetKind as StoryKind
from news.story_rows import StoryMark
from search.kinds import kind_of
from search.models import FacetKind
from search.texts import fetched, joined_texts, quoted, texts_of

__all__ = ["ITSELF", "Content", "contents_of"]

FROM_STORIES = {
    StoryKind.THEME: FacetKind.THEME,
    StoryKind.COUNTRY: FacetKind.COUNTRY,
    StoryKind.CITY: FacetKind.CITY,
    StoryKind.PERSON: FacetKind.PERSON,
    StoryKind.YEAR: FacetKind.YEAR,
    StoryKind.TAG: FacetKind.TAG,
}
# A page of these kinds is found by itself too: a city's page among what is about the city.
ITSELF = {"member": FacetKind.CITY, "person": FacetKind.PERSON}
LONGEST_TEXT = 200_000
# The front pages of all languages. It is asked for with each page that is published, and so said as it stands.
ROOTS = """
    SELECT page.locale_id, page.path, locale.language_code, page.url_path
    FROM wagtailcore_page AS page JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
    WHERE page.alias_of_id IS NULL AND page.translation_key IN (
        SELECT root.translation_key FROM wagtailcore_site AS site
        JOIN wagtailcore_page AS root ON root.id = site.root_page_id WHERE site.is_default_site)
"""


@dataclass
class Content:
    """A page that every reader may see, as plain values."""

    page_id: int
    language: str
    translation_key: uuid.UUID
    kind: str
    url: str
    title: str
    names: list[str]
    keywords: str
    summary: str
    body: str
    date: datetime.date | None = None
    precision: str = "day"
    country: str = ""
    place: str = ""
    facets: list[tuple[str, str]] = field(default_factory=list)


def contents_of(page_ids):
    """Return what the index should hold of pages; those that readers may not see are not among it.

    Args:
        page_ids: primary keys.

    Returns:
        A list of Content. The number of queries depends on the kinds of page, not on how many pages there are.
    """
    places = _places(page_ids)
    by_type = defaultdict(list)
    for pk, (type_id, _url, _language) in places.items():
        by_type[type_id].append(pk)
    pages = []
    for type_id, keys in by_type.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        # What is beside a story stands in its row of the index of stories.
        pages += fetched(model, keys, alone=kind_of(model) == "news") if model else []
    pages = [page for page in pages if not getattr(page, "hidden_from_search", False)]
    quotations, marks = quoted(pages), _story_marks([page.pk for page in pages if kind_of(type(page)) == "news"])
    return [_content(page, places[page.pk], quotations, marks.get(page.pk, ())) for page in pages]


def _places(page_ids):
    """Public pages below the front page of their language: primary key to (type, address, language)."""
    with connection.cursor() as cursor:
        cursor.execute(ROOTS)
        roots = {locale: (path, f"/{code}/", len(url_path), code) for locale, path, code, url_path in cursor.fetchall()}
        found, (statement, values) = {}, _public()
        places = ", ".join(["%s"] * len(page_ids))
        cursor.execute(f'{statement} AND "wagtailcore_page"."id" IN ({places or "NULL"})', [*values, *page_ids])
        rows = cursor.fetchall()
    for pk, type_id, path, url_path, locale in rows:
        root, home, length, code = roots.get(locale, (None, "", 0, ""))
        if root and path.startswith(root):
            found[pk] = type_id, home + url_path[length:], code
    return found


@cache
def _public():
    """The statement for all public pages and its values: to build it takes longer than to answer it."""
    rows = everyones(Page.objects.all()).order_by()
    return rows.values_list("pk", "content_type", "path", "url_path", "locale").query.sql_with_params()


def _story_marks(page_ids):
    marks = StoryMark.objects.filter(row_id__in=page_ids, facet__kind__in=FROM_STORIES).order_by()
    found = defaultdict(list)
    rows = marks.values_list("row_id", "place", "facet__kind", "facet__value", "facet__label") if page_ids else ()
    for page_id, _place, kind, value, label in sorted(rows):
        found[page_id].append((FROM_STORIES[kind], value, label))
    return found


def _content(page, place, quotations, marks):
    (_type, url, language), kind = place, kind_of(type(page))
    country = getattr(page, "country", "") or ""
    facets = [(FacetKind.TYPE, kind), *((which, value) for which, value, _label in marks)]
    facets += [(FacetKind.COUNTRY, country)] if country else []
    facets += [(ITSELF[kind], page.translation_key.hex)] if kind in ITSELF else []
    names = [page.title, getattr(page, "local_name", "")]
    return Content(
        page_id=page.pk,
        language=language,
        translation_key=page.translation_key,
        kind=kind,
        url=url,
        title=page.title,
        names=[name for name in dict.fromkeys(names) if name],
        keywords=" · ".join(dict.fromkeys(_keywords(page, facets, marks, language))),
        summary=getattr(page, "summary", ""),
        body=" ¶ ".join(text for text in texts_of(page, quotations) if text)[:LONGEST_TEXT],
        date=getattr(page, "date", None),
        precision=getattr(page, "date_precision", "day"),
        country=country,
        place=getattr(page, "place", ""),
        facets=list(dict.fromkeys((str(which), value) for which, value in facets)),
    )


def _keywords(page, facets, marks, language):
    """The names beside a page; those that are not public in its language have no label."""
    named = [label for which, _value, label in marks if which not in {FacetKind.COUNTRY, FacetKind.YEAR} and label]
    with override(language):
        countries = [country_name(value) for which, value in facets if which == FacetKind.COUNTRY]
    own = [getattr(page, name, "") or "" for name in ("local_name", "place", "authors")]
    return [
        text
        for text in (*own, *(joined_texts(page) if kind_of(type(page)) != "news" else ()), *named, *countries)
        if text
    ]
