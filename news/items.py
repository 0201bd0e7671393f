"""Stories as lists show them: plain values, with their themes in the language of the list."""

import datetime
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import Subquery

from common.localization import everyones, homes
from news.labels import StoryKind
from news.story_rows import FacetKind, StoryFacet, StoryMark

__all__ = [
    "COLUMNS", "Link", "StoryItem", "address", "all_marks", "from_rows", "items", "news_address", "public_stories",
    "theme_url",
]  # fmt: skip

# What lists read of a story, from the marks of the index; the first is where the story stands in the list.
COLUMNS = (
    "rank", "row__page_id", "row__page__title", "row__page__url_path", "row__page__summary", "row__page__date",
    "row__page__date_precision", "row__page__kind", "row__page__place", "row__page__lead_image_id",
    "row__page__lead_alt", "row__page__lead_caption", "row__page__lead_image__credit", "row__locale_id",
)  # fmt: skip


@dataclass(frozen=True)
class Link:
    """Words and where they lead."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class StoryItem:
    """One story in a list."""

    pk: int
    title: str
    url: str
    summary: str
    date: datetime.date | None
    precision: str
    kind: str
    kind_label: str
    place: str
    image_id: int | None = None
    alt: str = ""
    caption: str = ""
    credit: str = ""
    themes: list[Link] = field(default_factory=list)

    @property
    def tags(self):
        """The themes as the list of tags takes them."""
        return [(theme.title, theme.url) for theme in self.themes]


def address(url_path, locale_id):
    """Return where a page stands, without asking the database.

    Args:
        url_path: the page's ``url_path``, which begins with the slug of its front page.
        locale_id: the language of the page.

    Returns:
        A path such as ``/fr/actualites/``; empty when the language is not open to readers.
    """
    home = next((home for home in homes().values() if home.locale_id == locale_id), None)
    return home.url + url_path.lstrip("/").partition("/")[2] if home else ""


def news_address(story_path, locale_id):
    """Return where the list stands that a story belongs to.

    Args:
        story_path: the story's ``url_path``.
        locale_id: the language of the story.
    """
    return address(story_path.rstrip("/").rpartition("/")[0] + "/", locale_id)


def public_stories(locale_id):
    """Return the stories of a language that every reader may see, newest first.

    Args:
        locale_id: the language; None means all languages.
    """
    stories = everyones(apps.get_model("news", "NewsPage").objects.filter(date__isnull=False))
    chosen = stories.filter(locale_id=locale_id) if locale_id else stories
    return chosen.order_by("-date", "-pk")


def all_marks(locale_id):
    """Return the marks that all stories of a language have.

    Args:
        locale_id: the language.
    """
    facets = StoryFacet.objects.filter(locale_id=locale_id, kind=FacetKind.ALL, value="")
    return StoryMark.objects.filter(facet_id=Subquery(facets.values("pk")[:1]))


def items(marks):
    """Return stories as plain values, in two queries.

    Args:
        marks: a query set of marks, filtered, ordered and cut.
    """
    return from_rows(list(marks.values_list(*COLUMNS)))


def from_rows(rows):
    """Return rows of stories as plain values, with their themes read in one query.

    Args:
        rows: tuples of ``COLUMNS``.
    """
    themes = themes_of([row[1] for row in rows])
    return [_item(*row[1:], themes.get(row[1], ())) for row in rows]


def themes_of(story_ids):
    """Return the themes of many stories in the language of each story, in one query.

    Args:
        story_ids: primary keys of stories that readers may see.

    Returns:
        Story id to a list of (title, slug). A theme that has no translation yet is left out.
    """
    found = {}
    marks = StoryMark.objects.filter(row_id__in=story_ids, facet__kind=FacetKind.THEME).exclude(facet__slug="")
    rows = marks.order_by("place").values_list("row_id", "facet__label", "facet__slug") if story_ids else ()
    for story_id, title, slug in rows:
        found.setdefault(story_id, []).append((title, slug))
    return found


def theme_url(news_url, slug):
    """Return where the page of a theme stands.

    Args:
        news_url: the address of the list of news.
        slug: the theme's own part.
    """
    return f"{news_url}theme/{slug}/"


def _item(*values):
    pk, title, url_path, summary, date, precision, kind, place, image, alt, caption, credit, locale_id, themes = values
    index = news_address(url_path, locale_id)
    return StoryItem(
        pk=pk,
        title=title,
        url=address(url_path, locale_id),
        summary=summary,
        date=date,
        precision=precision,
        kind=kind,
        kind_label=str(StoryKind(kind).label) if kind in StoryKind.values else "",
        place=place,
        image_id=image,
        alt=alt,
        caption=caption,
        credit=credit or "",
        themes=[Link(name, theme_url(index, slug)) for name, slug in themes],
    )
