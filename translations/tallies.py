"""Counts segments and words of translations by state."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, F, Max, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Length, Replace
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translations.models import DONE, UNSURE, SegmentState, State
from translations.segments import Segment

WORDS = Length("string__data") - Length(Replace("string__data", Value(" "), Value(""))) + 1


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


def with_totals(translations: QuerySet[Translation]) -> QuerySet[Translation]:
    """Let a query bring along how many segments and words the source of each translation has.

    Args:
        translations: A query set.

    Returns:
        The same, each record with `segments_total` and `words_total`.
    """
    segments = StringSegment.objects.filter(source=OuterRef("source")).order_by().values("source")
    return translations.annotate(
        segments_total=Subquery(segments.annotate(count=Count("pk")).values("count")),
        words_total=Subquery(segments.annotate(count=Sum(WORDS)).values("count")),
    )


def tallies_of(translations: list[Translation]) -> dict[tuple[int, int], Tally]:
    """Segments and words of many translations, by state; one query where the totals came along, else two.

    Args:
        translations: Records, perhaps out of `with_totals`.

    Returns:
        Primary keys of source and target locale to the tally.
    """
    sources = {translation.source_id for translation in translations}
    brought = all(hasattr(one, "words_total") for one in translations)
    totals = _brought(translations) if brought else _totals(sources)
    tallies = {(one.source_id, one.target_locale_id): Tally(*totals.get(one.source_id, (0, 0))) for one in translations}
    for row in _written(sources, {one.target_locale_id for one in translations}):
        tally = tallies.get((row["source"], row["locale"]))
        if tally:
            _count(tally, row)
    return tallies


def _brought(translations: list[Translation]) -> dict[int, tuple[int, int]]:
    return {one.source_id: (one.segments_total or 0, one.words_total or 0) for one in translations}


def _totals(sources: set[int]) -> dict[int, tuple[int, int]]:
    rows = StringSegment.objects.filter(source__in=sources).values_list("source")
    counted = rows.annotate(count=Count("pk"), words=Sum(WORDS)).order_by()
    return {source: (count, words) for source, count, words in counted}


def tally_of(segments: list[Segment], last: datetime | None) -> Tally:
    """The tally of one translation whose segments are at hand.

    Args:
        segments: All of them.
        last: When its words were last changed.
    """
    tally = Tally(len(segments), sum(_words(one) for one in segments), last=last)
    for segment in segments:
        tally.counts[segment.state] += 1
        tally.words_done += _words(segment) if segment.done else 0
    return tally


def _words(segment: Segment) -> int:
    """The same count as that of the database."""
    return segment.source.count(" ") + 1


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
