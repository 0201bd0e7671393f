"""How many words there are to translate, as translators count them: new, repeated, unclear, done."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translations.memory import exact_matches
from translations.models import DONE, SegmentState, State
from translations.segments import Segment, state_for
from translations.words import count_words
from translations.writing import languages_of

FIELDS = ("context_id", "translation_of_id", "locale_id", "has_error", "translation_type")


@dataclass
class Words:
    """The words of a source, by what is to do with them.

    Attributes:
        new: To be translated from nothing.
        fuzzy: With a proposal that a person has to look at: unclear, by an engine, or a draft.
        repeated: Standing further up already, or known word by word from the memory.
        done: Translated.
    """

    new: int = 0
    fuzzy: int = 0
    repeated: int = 0
    done: int = 0

    @property
    def total(self) -> int:
        """All words of the source."""
        return self.new + self.fuzzy + self.repeated + self.done

    @property
    def to_do(self) -> int:
        """Words that still need a person."""
        return self.total - self.done

    def __add__(self, other: "Words") -> "Words":
        """The words of two sources together."""
        return Words(
            self.new + other.new, self.fuzzy + other.fuzzy, self.repeated + other.repeated, self.done + other.done
        )


def words_of_all(translations: Iterable[Translation]) -> dict[int, Words]:
    """Count the words of many translations, in three queries and one for each pair of languages.

    Args:
        translations: Records with their sources and languages, in the order in which they are translated: what stands
            in an earlier one is repeated in a later one of the same language.

    Returns:
        Primary key of the translation to its words.
    """
    translations = list(translations)
    sources = _sources(translations)
    written, states = _written(translations), _states(translations)
    known = _known(translations, sources)
    counted, seen = {}, defaultdict(set)
    for translation in translations:
        words = counted[translation.pk] = Words()
        pair = (translation.source.locale_id, translation.target_locale_id)
        for context, string, data, length in sources[translation.source_id]:
            own = written.get((context, string, translation.target_locale_id))
            state = state_for(own, states.get((translation.pk, context, string)))
            repeated = data in seen[pair] or data in known[pair]
            name = _kind(state, repeated)
            setattr(words, name, getattr(words, name) + length)
            seen[pair].add(data)
    return counted


def words_of(translation: Translation, segments: list[Segment]) -> Words:
    """Count the words of one translation whose segments are at hand, in one query.

    Args:
        translation: The translation, with its source and languages.
        segments: All its segments, in reading order.
    """
    known, words = set(exact_matches(languages_of(translation), {one.source for one in segments})), Words()
    for segment in {one.key: one for one in reversed(segments)}.values():
        name = _kind(segment.state, segment.repeats or segment.source in known)
        setattr(words, name, getattr(words, name) + segment.words)
    return words


def _kind(state: str, repeated: bool) -> str:
    if state in DONE:
        return "done"
    if state != State.NEW:
        return "fuzzy"
    return "repeated" if repeated else "new"


def _sources(translations: list[Translation]) -> dict[int, list[tuple]]:
    rows = StringSegment.objects.filter(source__in={one.source_id for one in translations}).order_by("order", "pk")
    found: dict[int, dict] = defaultdict(dict)
    for source, context, string, data in rows.values_list("source", "context", "string", "string__data"):
        found[source].setdefault((context, string), data)
    lengths: dict[str, int] = {}
    for data in {data for segments in found.values() for data in segments.values()}:
        lengths[data] = count_words(data)
    return defaultdict(
        list,
        {source: [(*key, data, lengths[data]) for key, data in segments.items()] for source, segments in found.items()},
    )


def _written(translations: list[Translation]) -> dict[tuple, StringTranslation]:
    rows = StringTranslation.objects.filter(
        context__object__in={one.source.object_id for one in translations},
        locale__in={one.target_locale_id for one in translations},
    ).only(*FIELDS)
    return {(row.context_id, row.translation_of_id, row.locale_id): row for row in rows}


def _states(translations: list[Translation]) -> dict[tuple, SegmentState]:
    rows = SegmentState.objects.filter(translation__in=[one.pk for one in translations])
    return {
        (row.translation_id, row.context_id, row.string_id): row
        for row in rows.only("translation_id", "context_id", "string_id", "state")
    }


def _known(translations: list[Translation], sources: dict[int, list[tuple]]) -> dict[tuple, set[str]]:
    strings, codes = defaultdict(set), {}
    for one in translations:
        pair = (one.source.locale_id, one.target_locale_id)
        codes[pair] = (one.source.locale.language_code, one.target_locale.language_code)
        strings[pair].update(data for _context, _string, data, _length in sources[one.source_id])
    return {pair: set(exact_matches(codes[pair], texts)) for pair, texts in strings.items()}
