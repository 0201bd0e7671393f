"""How far translations are: counts by state, words to do, and the state of each page in each language."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Max, OuterRef, QuerySet, Subquery, Sum, TextChoices, Value
from django.db.models.functions import Length, Replace
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translations.models import DONE, UNSURE, SegmentState, State

WHOLE = 100
WORDS = Length("string__data") - Length(Replace("string__data", Value(" "), Value(""))) + 1


class PageState(TextChoices):
    """How far a page is in a language."""

    MISSING = "missing", _("missing")
    INCOMPLETE = "incomplete", _("incomplete")
    MACHINE = "machine", _("machine")
    OUTDATED = "outdated", _("outdated")
    IN_REVIEW = "in_review", _("in review")
    READY = "ready", _("ready")
    LIVE = "live", _("live")


@dataclass
class Tally:
    """Segments and words of one translation, by state."""

    total: int = 0
    words: int = 0
    counts: dict = field(default_factory=lambda: defaultdict(int))
    words_done: int = 0
    last: datetime | None = None

    @property
    def done(self) -> int:
        """How many segments may go to readers."""
        return sum(self.counts[state] for state in DONE)


@dataclass(frozen=True)
class Progress:
    """How far one translation is.

    Attributes:
        total: Segments.
        done: Segments that may go to readers.
        state: One of `PageState`.
        since: Since when it is so.
        counts: Segments by `State`.
        words_todo: Words of the source that are still to be translated or confirmed.
        live: Whether readers see a version of it.
    """

    total: int
    done: int
    state: str = PageState.INCOMPLETE
    since: datetime | None = None
    counts: dict = field(default_factory=dict)
    words_todo: int = 0
    live: bool = False

    @property
    def percent(self) -> int:
        """Finished segments of a hundred; rounded down, so that 100 means all."""
        return self.done * WHOLE // self.total if self.total else WHOLE

    @property
    def complete(self) -> bool:
        """Whether every segment is done."""
        return self.done == self.total

    @property
    def outdated(self) -> bool:
        """Whether readers see a version that its source has left behind."""
        return self.state == PageState.OUTDATED


def progress_of(translation: Translation) -> Progress:
    """How far one translation is.

    Args:
        translation: The translation of a page or snippet.
    """
    return progress_of_all([translation])[translation.pk]


def progress_of_all(translations: Iterable[Translation], pages: Iterable[Page] | None = None) -> dict[int, Progress]:
    """How far many translations are, in four queries however many they are.

    Args:
        translations: Records with their `source`.
        pages: Their pages and those of their sources, if they are at hand.

    Returns:
        Primary key of the record to its progress.
    """
    translations = list(translations)
    tallies = _tallies(translations)
    keys = {translation.source.object_id for translation in translations}
    pages = {(page.translation_key, page.locale_id): page for page in (_pages(keys) if pages is None else pages)}
    targets = {(one.source.object_id, one.target_locale_id) for one in translations}
    waiting = _waiting(page for place, page in pages.items() if place in targets)
    return {
        one.pk: _progress(one, tallies[one.source_id, one.target_locale_id], pages, waiting) for one in translations
    }


def _tallies(translations: list[Translation]) -> dict[tuple[int, int], Tally]:
    sources = {translation.source_id for translation in translations}
    totals = {
        source: (count, words)
        for source, count, words in StringSegment.objects.filter(source__in=sources)
        .values_list("source")
        .annotate(count=Count("pk"), words=Sum(WORDS))
        .order_by()
    }
    tallies = {(one.source_id, one.target_locale_id): Tally(*totals.get(one.source_id, (0, 0))) for one in translations}
    for row in _written(sources, {one.target_locale_id for one in translations}):
        tally = tallies.get((row["source"], row["locale"]))
        if tally:
            _count(tally, row)
    return tallies


def _written(sources: set[int], locales: set[int]) -> QuerySet:
    kept = SegmentState.objects.filter(
        translation__source=OuterRef("source"),
        translation__target_locale=OuterRef("string__translations__locale"),
        context=OuterRef("context"),
        string=OuterRef("string"),
    )
    written = StringSegment.objects.filter(
        source__in=sources, string__translations__context=F("context"), string__translations__locale__in=locales
    )
    return (
        written.annotate(
            kept=Subquery(kept.values("state")[:1]),
            locale=F("string__translations__locale"),
            error=F("string__translations__has_error"),
            kind=F("string__translations__translation_type"),
        )
        .values("source", "locale", "error", "kind", "kept")
        .annotate(count=Count("pk"), words=Sum(WORDS), last=Max("string__translations__updated_at"))
        .order_by()
    )


def _count(tally: Tally, row: dict) -> None:
    state = _state(row)
    tally.counts[state] += row["count"]
    tally.words_done += row["words"] if state in DONE else 0
    tally.last = max(tally.last or row["last"], row["last"])


def _state(row: dict) -> str:
    """The same as `translations.segments.state_for`, for rows of a grouped query."""
    if row["error"]:
        return row["kept"] if row["kept"] in UNSURE else State.DRAFT
    if row["kept"] and row["kept"] != State.NEW:
        return row["kept"]
    return State.MACHINE if row["kind"] == StringTranslation.TRANSLATION_TYPE_MACHINE else State.TRANSLATED


def _pages(keys: set) -> QuerySet[Page]:
    fields = ("translation_key", "locale", "live", "last_published_at", "content_type")
    return Page.objects.filter(translation_key__in=keys, alias_of=None).only(*fields)


def _waiting(pages: Iterable[Page]) -> dict[str, datetime]:
    rows = WorkflowState.objects.filter(
        object_id__in=[str(page.pk) for page in pages],
        base_content_type=ContentType.objects.get_for_model(Page),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return dict(rows.values_list("object_id", "created_at"))


def _progress(translation: Translation, tally: Tally, pages: dict, waiting: dict) -> Progress:
    page = pages.get((translation.source.object_id, translation.target_locale_id))
    source = pages.get((translation.source.object_id, translation.source.locale_id))
    tally.counts[State.NEW] = tally.total - sum(tally.counts.values())
    state, since = _page_state(translation, tally, page, source, waiting)
    return Progress(
        total=tally.total,
        done=tally.done,
        state=state,
        since=since,
        counts=dict(tally.counts),
        words_todo=tally.words - tally.words_done,
        live=bool(page and page.live),
    )


def _page_state(translation: Translation, tally: Tally, page, source, waiting: dict) -> tuple[str, datetime | None]:
    changed = translation.source.last_updated_at
    if page is not None and str(page.pk) in waiting:
        return PageState.IN_REVIEW, waiting[str(page.pk)]
    if page is None or not page.live:
        return _unpublished(tally), tally.last or translation.created_at
    behind = source is not None and source.last_published_at and source.last_published_at > changed
    return _published(tally, page, changed, behind=bool(behind) and tally.done < tally.total)


def _unpublished(tally: Tally) -> str:
    if tally.done == tally.total:
        return PageState.READY
    machine = tally.counts[State.MACHINE]
    return PageState.MACHINE if machine and machine + tally.done == tally.total else PageState.INCOMPLETE


def _published(tally: Tally, page: Page, changed: datetime, *, behind: bool) -> tuple[str, datetime | None]:
    if behind or tally.done < tally.total:
        return PageState.OUTDATED, changed
    newest = max(filter(None, (tally.last, changed)))
    if page.last_published_at and newest > page.last_published_at:
        return PageState.READY, newest
    return PageState.LIVE, page.last_published_at


def page_translations() -> QuerySet[Translation]:
    """All translations of pages that are under way or done.

    Returns:
        A query set with sources and languages, without the frozen content, which is large.
    """
    page_type = ContentType.objects.get_for_model(Page)
    return (
        Translation.objects.filter(enabled=True, source__object__content_type=page_type)
        .select_related("source", "source__locale", "target_locale")
        .defer("source__content_json")
    )
