"""How far translations are: counts by state, words to do, and the state of each page in each language."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, OuterRef, QuerySet, Subquery, TextChoices
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation

from translations.models import State
from translations.segments import Segment
from translations.tallies import Tally, tallies_of, tally_of

WHOLE = 100


class PageState(TextChoices):
    """How far a page is in a language."""

    MISSING = "missing", _("missing")
    INCOMPLETE = "incomplete", _("incomplete")
    MACHINE = "machine", _("machine")
    OUTDATED = "outdated", _("outdated")
    IN_REVIEW = "in_review", _("in review")
    READY = "ready", _("ready")
    LIVE = "live", _("live")


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
    tallies = tallies_of(translations)
    keys = {translation.source.object_id for translation in translations}
    pages = {(page.translation_key, page.locale_id): page for page in (_pages(keys) if pages is None else pages)}
    targets = {(one.source.object_id, one.target_locale_id) for one in translations}
    own = [page for place, page in pages.items() if place in targets]
    brought = all(hasattr(page, "review_since") for page in own)
    waiting = {str(page.pk): page.review_since for page in own if page.review_since} if brought else _waiting(own)
    return {
        one.pk: _progress(one, tallies[one.source_id, one.target_locale_id], pages, waiting) for one in translations
    }


def _pages(keys: set) -> QuerySet[Page]:
    fields = ("translation_key", "locale", "live", "last_published_at", "content_type")
    return Page.objects.filter(translation_key__in=keys, alias_of=None).only(*fields)


def progress_of_segments(translation: Translation, segments: list[Segment], page, waits_since=None) -> Progress:
    """How far one translation is whose segments are at hand, without a query.

    Args:
        translation: The translation.
        segments: All its segments.
        page: The translated page; None for a snippet.
        waits_since: Since when it waits for a reviewer; None if it does not.
    """
    last = max((one.written_at for one in segments if one.written_at), default=None)
    pages = {(translation.source.object_id, translation.target_locale_id): page} if page else {}
    waiting = {str(page.pk): waits_since} if page and waits_since else {}
    return _progress(translation, tally_of(segments, last), pages, waiting)


def with_review(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Let a query of pages bring along since when each waits for a reviewer, as `review_since`.

    Args:
        pages: A query set.
    """
    states = WorkflowState.objects.filter(
        object_id=Cast(OuterRef("pk"), CharField()),
        base_content_type=ContentType.objects.get_for_model(Page),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return pages.annotate(review_since=Subquery(states.values("created_at")[:1]))


def _waiting(pages: Iterable[Page]) -> dict[str, datetime]:
    rows = WorkflowState.objects.filter(
        object_id__in=[str(page.pk) for page in pages],
        base_content_type=ContentType.objects.get_for_model(Page),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return dict(rows.values_list("object_id", "created_at"))


def _progress(translation: Translation, tally: Tally, pages: dict, waiting: dict) -> Progress:
    page = pages.get((translation.source.object_id, translation.target_locale_id))
    tally.counts[State.NEW] = tally.total - sum(tally.counts.values())
    state, since = _page_state(translation, tally, page, waiting)
    return Progress(
        total=tally.total,
        done=tally.done,
        state=state,
        since=since,
        counts=dict(tally.counts),
        words_todo=tally.words - tally.words_done,
        live=bool(page and page.live),
    )


def _page_state(translation: Translation, tally: Tally, page, waiting: dict) -> tuple[str, datetime | None]:
    if page is not None and str(page.pk) in waiting:
        return PageState.IN_REVIEW, waiting[str(page.pk)]
    if page is None or not page.live:
        return _unpublished(tally), tally.last or translation.created_at
    return _published(tally, page, translation.source.last_updated_at)


def _unpublished(tally: Tally) -> str:
    if tally.done == tally.total:
        return PageState.READY
    machine = tally.counts[State.MACHINE]
    return PageState.MACHINE if machine and machine + tally.done == tally.total else PageState.INCOMPLETE


def _published(tally: Tally, page: Page, changed: datetime) -> tuple[str, datetime | None]:
    if tally.done < tally.total:
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
    return all_translations().filter(source__object__content_type=ContentType.objects.get_for_model(Page))


def all_translations() -> QuerySet[Translation]:
    """All translations of pages and snippets that are under way or done, as `page_translations`."""
    return (
        Translation.objects.filter(enabled=True)
        .select_related("source", "source__locale", "target_locale")
        .defer("source__content_json")
    )
