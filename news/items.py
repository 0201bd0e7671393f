"""Stories as lists show them: plain values, with their themes in the language of the list."""

import datetime
from dataclasses import dataclass, field, replace

from django.apps import apps
from django.db.models import OuterRef, Subquery

from common.localization import everyones, homes
from news.labels import StoryKind

__all__ = [
    "COLUMNS", "Link", "StoryItem", "address", "from_rows", "items", "news_address", "public_stories", "stories_below",
]  # fmt: skip

COLUMNS = (
    "pk", "title", "url_path", "summary", "date", "date_precision", "kind", "place", "lead_image_id", "lead_alt",
    "lead_caption", "lead_image__credit", "locale_id",
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


def stories_below(index):
    """Return the stories of a list that every reader may see, newest first.

    Args:
        index: the list page.
    """
    return public_stories(None).filter(path__startswith=index.path, depth=index.depth + 1)


def items(stories):
    """Return stories as plain values, in two queries.

    Args:
        stories: a query set of stories, filtered, ordered and cut.
    """
    return from_rows(list(stories.values(*COLUMNS)))


def from_rows(rows):
    """Return rows of stories as plain values, with their themes read in one query.

    Args:
        rows: dictionaries with the keys of ``COLUMNS``.
    """
    themes = themes_of([row["pk"] for row in rows])
    return [replace(_item(row), themes=_linked(themes.get(row["pk"], ()), row)) for row in rows]


def themes_of(story_ids):
    """Return the themes of many stories in the language of each story, in one query.

    Args:
        story_ids: primary keys of stories.

    Returns:
        Story id to a list of (title, slug). A theme that has no translation yet is left out.
    """
    own_language = apps.get_model("news", "Theme").objects.filter(
        translation_key=OuterRef("theme__translation_key"), locale_id=OuterRef("page__locale_id")
    )
    links = apps.get_model("news", "StoryTheme").objects.filter(page_id__in=story_ids)
    rows = links.annotate(
        title=Subquery(own_language.values("title")[:1]), slug=Subquery(own_language.values("slug")[:1])
    ).values_list("page_id", "title", "slug")
    found = {}
    for page_id, title, slug in rows.order_by("sort_order", "pk") if story_ids else ():
        if title and (title, slug) not in found.setdefault(page_id, []):
            found[page_id].append((title, slug))
    return found


def _item(row):
    return StoryItem(
        pk=row["pk"],
        title=row["title"],
        url=address(row["url_path"], row["locale_id"]),
        summary=row["summary"],
        date=row["date"],
        precision=row["date_precision"],
        kind=row["kind"],
        kind_label=str(StoryKind(row["kind"]).label) if row["kind"] in StoryKind.values else "",
        place=row["place"],
        image_id=row["lead_image_id"],
        alt=row["lead_alt"],
        caption=row["lead_caption"],
        credit=row["lead_image__credit"] or "",
    )


def _linked(themes, row):
    index = news_address(row["url_path"], row["locale_id"])
    return [Link(title, f"{index}?theme={slug}") for title, slug in themes]
