"""The board: every page in every language of a person, with its state, its age, what is to do, for whom and by when."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from translations.models import Brief
from translations.progress import PageState, Progress, page_translations, progress_of_all, with_review
from translations.rights import may_work_in, own_paths
from translations.tallies import with_totals

SECTION_DEPTH = 3
FINISHED = (PageState.LIVE,)


@dataclass(frozen=True)
class Choice:
    """What a person wants to see of the board.

    Attributes:
        section: Path of the page below which pages stand; empty for all.
        language: Code of a language; empty for all.
        state: One of `PageState`; empty for all.
        mine: Whether only what the person is asked to do.
        overdue: Whether only what should be done by now.
        q: Words of the title.
    """

    section: str = ""
    language: str = ""
    state: str = ""
    mine: bool = False
    overdue: bool = False
    q: str = ""

    @property
    def picks_cells(self) -> bool:
        """Whether single cells are picked, not whole lines."""
        return bool(self.state or self.mine_or_overdue)

    @property
    def mine_or_overdue(self) -> bool:
        """Whether only what was asked for is shown."""
        return self.mine or self.overdue


@dataclass(frozen=True)
class Cell:
    """One page in one language; without a translation it is missing, or on its own if there is a page all the same."""

    locale: Locale
    state: str
    translation: Translation | None = None
    progress: Progress | None = None
    brief: Brief | None = None
    picked: bool = True
    own: Page | None = None

    @property
    def label(self) -> str:
        """The state in words."""
        return _("on its own") if self.own else PageState(self.state).label

    @property
    def since(self) -> datetime | None:
        """Since when it is so."""
        return self.progress.since if self.progress else None

    @property
    def late(self) -> bool:
        """Whether it should be done by now."""
        return is_late(self.brief, self.state)


@dataclass
class Row:
    """One page in its source language, and its cells."""

    page: Page
    cells: list[Cell] = field(default_factory=list)
    can_open: bool = False

    @property
    def title(self) -> str:
        """The title as editors know it."""
        return self.page.draft_title or self.page.title


@dataclass
class Column:
    """One language, and what is to do in it on all lines of the board."""

    locale: Locale
    pages: int = 0
    live: int = 0
    words_todo: int = 0

    def count(self, cell: Cell) -> None:
        """Add a cell of this language.

        Args:
            cell: The cell.
        """
        self.pages += 1
        self.live += cell.state == PageState.LIVE
        self.words_todo += cell.progress.words_todo if cell.progress else 0


@dataclass(frozen=True)
class Board:
    """What a person sees."""

    locales: list[Locale]
    sections: list[tuple[str, str]]
    rows: list[Row]

    @property
    def columns(self) -> list[Column]:
        """Its languages with their sums, as far as they are shown."""
        columns = {locale.pk: Column(locale) for locale in self.locales}
        for cell in (cell for row in self.rows for cell in row.cells if cell.picked):
            columns[cell.locale.pk].count(cell)
        return list(columns.values())


def is_late(brief: Brief | None, state: str, today: date | None = None) -> bool:
    """Whether a translation should be done by now and is not.

    Args:
        brief: What was asked for.
        state: One of `PageState`.
        today: The day to compare with; today if not given.
    """
    deadline = brief.deadline if brief else None
    return bool(deadline and state not in FINISHED and deadline < (today or timezone.localdate()))


def board_for(user, choice: Choice) -> Board:
    """What a person sees of the board.

    Pages that the person may open in their source language are all shown; of others, only those whose translation
    the person works on. Only languages in which the person works are columns.

    Args:
        user: An account.
        choice: What to show.

    Returns:
        Rows in the order of the tree; with filters on cells, only rows with at least one such cell.
    """
    pages = list(all_pages())
    sources = source_pages(pages)
    locales = sorted({page.locale for page in pages if may_work_in(user, page.locale_id)}, key=lambda one: one.pk)
    opened = {page.pk for page in sources if page.path.startswith(own_paths(user))}
    columns = [one for one in locales if choice.language in ("", one.language_code)]
    translations = _translations(columns)
    known = {one.source.object_id for one in translations}
    targets = {(page.translation_key, page.locale_id): page for page in pages}
    seen = [page for page in sources if page.pk in opened or page.translation_key in known]
    wanted = [page for page in seen if _is_wanted(page, choice)]
    progress = progress_of_all(translations, pages)
    places = Places({(one.source.object_id, one.target_locale_id): one for one in translations}, targets, progress)
    rows = _rows(wanted, columns, places, opened, choice, user)
    shown = {cell.locale for row in rows for cell in row.cells}
    return Board([one for one in columns if one in shown], _sections(seen), rows)


def all_pages() -> QuerySet[Page]:
    """All pages in all languages but copies, in the order of the tree, with what the board needs of each."""
    fields = ("title", "draft_title", "path", "depth", "translation_key", "locale", "live", "last_published_at")
    pages = with_review(Page.objects.filter(depth__gt=1, alias_of=None)).select_related("locale")
    return pages.only(*fields, "content_type", "locale__language_code").order_by("path")


def source_pages(pages: list[Page]) -> list[Page]:
    """Those among pages that are in the language in which the site is written."""
    return [page for page in pages if page.locale.language_code == settings.LANGUAGE_CODE]


def _translations(locales: list[Locale]) -> list[Translation]:
    found = page_translations().filter(target_locale__in=locales).select_related(None)
    return list(with_totals(found).select_related("source", "target_locale", "brief", "brief__assignee"))


def _is_wanted(page: Page, choice: Choice) -> bool:
    title = (page.draft_title or page.title).lower()
    return page.path.startswith(choice.section) and choice.q.strip().lower() in title


def _sections(pages: list[Page]) -> list[tuple[str, str]]:
    return [(page.path, page.draft_title or page.title) for page in pages if page.depth == SECTION_DEPTH]


@dataclass(frozen=True)
class Places:
    """Translations and pages by key and language, and how far the translations are."""

    translations: dict
    pages: dict
    progress: dict


def _rows(pages: list[Page], columns: list[Locale], places: Places, opened: set, choice: Choice, user) -> list[Row]:
    rows = []
    for page in pages:
        cells = [
            _cell(locale, (page.translation_key, locale.pk), places, choice, user)
            for locale in columns
            if locale.pk != page.locale_id
        ]
        if not choice.picks_cells or any(cell.picked for cell in cells):
            rows.append(Row(page, cells, page.pk in opened))
    return rows


def _cell(locale: Locale, place: tuple, places: Places, choice: Choice, user) -> Cell:
    translation = places.translations.get(place)
    if translation is None and place in places.pages:
        own = places.pages[place]
        state = PageState.LIVE if own.live else PageState.INCOMPLETE
        return Cell(locale, state, picked=choice.state in ("", state) and not choice.mine_or_overdue, own=own)
    done = places.progress[translation.pk] if translation else None
    state = done.state if done else PageState.MISSING
    brief = getattr(translation, "brief", None) if translation else None
    return Cell(locale, state, translation, done, brief, _is_picked(state, brief, choice, user))


def _is_picked(state: str, brief: Brief | None, choice: Choice, user) -> bool:
    mine = not choice.mine or bool(brief and brief.assignee_id == user.pk)
    return choice.state in ("", state) and mine and (not choice.overdue or is_late(brief, state))


def age(moment: datetime | None) -> str:
    """How long ago something was, in days; empty if nobody knows.

    Args:
        moment: When it was.
    """
    if moment is None:
        return ""
    days = (timezone.now() - moment).days
    return _("today") if days < 1 else _("%(days)d d") % {"days": days}
