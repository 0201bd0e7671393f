"""The translation memory: what was translated once is offered again, on whatever page it stands."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from translations.likeness import likeness, marks
from translations.models import MemoryEntry, MemoryMark, Origin
from translations.words import digest, plain

EXACT = 100
LEAST = 60
CANDIDATES = 80
MOST_ROWS = 20_000
OFFERED = 5
LONGEST_PLACE = 255


@dataclass(frozen=True)
class Match:
    """A sentence of the memory that is like the one to translate.

    `score` is 0 to 100; 100 means the same words, and the same tags if `exact`.
    """

    entry: MemoryEntry
    score: int
    exact: bool = False


def pair_of(source_language: str, target_language: str) -> str:
    """Name a pair of languages, as marks are made for it."""
    return f"{source_language}>{target_language}"


def remember(
    languages: tuple[str, str], source: str, target: str, origin: str = Origin.PERSON, place: str = "", user=None
) -> MemoryEntry | None:
    """Keep a sentence and its translation; what is known already is only marked as used again.

    Args:
        languages: Codes of the source and the target language.
        source: The source, with its tags.
        target: The translation, with its tags.
        origin: One of `Origin`.
        place: Where it was used, for people.
        user: Who wrote it.

    Returns:
        The entry; None if there are no words to remember.
    """
    if not plain(source) or not plain(target):
        return None
    entry, made = MemoryEntry.objects.update_or_create(
        source_language=languages[0],
        target_language=languages[1],
        source_hash=digest(source),
        target_hash=digest(target),
        defaults={"origin": origin, "place": place[:LONGEST_PLACE], "user": user},
        create_defaults={
            "source_plain": plain(source),
            "source_text": source,
            "target_text": target,
            "origin": origin,
            "place": place[:LONGEST_PLACE],
            "user": user,
        },
    )
    if made:
        add_marks([entry])
    return entry


def remember_all(languages: tuple[str, str], pairs: Iterable[tuple[str, str]], place: str = "") -> None:
    """Keep many sentences and their translations at once, in four queries.

    Args:
        languages: Codes of the source and the target language.
        pairs: Sources and translations, with their tags.
        place: Where they were used, for people.
    """
    entries = {
        (digest(source), digest(target)): MemoryEntry(
            source_language=languages[0],
            target_language=languages[1],
            source_hash=digest(source),
            target_hash=digest(target),
            source_plain=plain(source),
            source_text=source,
            target_text=target,
            place=place[:LONGEST_PLACE],
        )
        for source, target in pairs
        if plain(source) and plain(target)
    }
    MemoryEntry.objects.bulk_create(entries.values(), ignore_conflicts=True)
    known = MemoryEntry.objects.filter(source_language=languages[0], target_language=languages[1], marks=None)
    add_marks(known.filter(source_hash__in={source for source, _target in entries}))


def add_marks(entries: Iterable[MemoryEntry]) -> None:
    """Make new entries findable by sentences that are like them; needed after entries were made in bulk.

    Args:
        entries: Saved entries that have no marks yet.
    """
    MemoryMark.objects.bulk_create(
        (
            MemoryMark(entry=entry, value=value)
            for entry in entries
            for value in set(marks(entry.source_plain, pair_of(entry.source_language, entry.target_language)))
        ),
        batch_size=2000,
    )


def exact_matches(languages: tuple[str, str], sources: Iterable[str]) -> dict[str, MemoryEntry]:
    """What the memory knows of many sentences, word by word and tag by tag, in one query.

    Args:
        languages: Codes of the source and the target language.
        sources: Segments with their tags.

    Returns:
        Source to the entry that was used last; sources that are not known are left out.
    """
    by_hash = {digest(source): source for source in sources}
    entries = MemoryEntry.objects.filter(
        source_language=languages[0], target_language=languages[1], source_hash__in=list(by_hash)
    )
    return {by_hash[entry.source_hash]: entry for entry in entries.order_by("used_at", "pk")}


def matches(languages: tuple[str, str], source: str, least: int = LEAST, limit: int = OFFERED) -> list[Match]:
    """What the memory offers for one sentence.

    Args:
        languages: Codes of the source and the target language.
        source: The segment with its tags.
        least: The lowest score that is offered.
        limit: How many are offered at most.

    Returns:
        Matches, the best first; of equal ones the one used last.
    """
    words = plain(source)
    if not words:
        return []
    found = _candidates(languages, words) | _same(languages, source)
    scored = [_match(entry, source, words) for entry in MemoryEntry.objects.filter(pk__in=found)]
    return _best(scored, least, limit)


def matches_of_many(languages: tuple[str, str], sources: Iterable[str], least: int = LEAST) -> dict[str, list[Match]]:
    """What the memory offers for many sentences, in two queries.

    Args:
        languages: Codes of the source and the target language.
        sources: Segments with their tags.
        least: The lowest score that is offered.

    Returns:
        Source to its matches, the best first; sources without any are left out.
    """
    by_mark = defaultdict(set)
    texts = {source: plain(source) for source in sources}
    for source, words in texts.items():
        for value in marks(words, pair_of(*languages)) if words else []:
            by_mark[value].add(source)
    shared: dict[str, Counter] = defaultdict(Counter)
    for value, entry in MemoryMark.objects.filter(value__in=list(by_mark)).values_list("value", "entry")[:MOST_ROWS]:
        for source in by_mark[value]:
            shared[source][entry] += 1
    best = {source: [entry for entry, _count in counts.most_common(OFFERED * 2)] for source, counts in shared.items()}
    entries = MemoryEntry.objects.in_bulk({entry for found in best.values() for entry in found})
    offered = {
        source: _best([_match(entries[pk], source, texts[source]) for pk in found if pk in entries], least, OFFERED)
        for source, found in best.items()
    }
    return {source: found for source, found in offered.items() if found}


def _best(scored: list[Match], least: int, limit: int) -> list[Match]:
    good = [match for match in scored if match.score >= least]
    return sorted(good, key=lambda match: (-match.exact, -match.score, -match.entry.used_at.timestamp()))[:limit]


def concordance(languages: tuple[str, str], words: str, limit: int = 50) -> QuerySet[MemoryEntry]:
    """Sentences of the memory in which words stand, in either language.

    Args:
        languages: Codes of the source and the target language.
        words: What to look for; upper and lower case are the same.
        limit: How many at most.

    Returns:
        Entries, the last used first.
    """
    entries = MemoryEntry.objects.filter(source_language=languages[0], target_language=languages[1])
    found = entries.filter(Q(source_plain__icontains=words) | Q(target_text__icontains=words))
    return found.order_by("-used_at")[:limit]


def _same(languages: tuple[str, str], source: str) -> set[int]:
    entries = MemoryEntry.objects.filter(
        source_language=languages[0], target_language=languages[1], source_hash=digest(source)
    )
    return set(entries.values_list("pk", flat=True)[:CANDIDATES])


def _candidates(languages: tuple[str, str], words: str) -> set[int]:
    values = marks(words, pair_of(*languages))
    # Counting rows, not keys: the index alone then answers.
    rows = MemoryMark.objects.filter(value__in=values).values("entry").annotate(shared=Count("*"))
    return set(rows.order_by("-shared", "-entry").values_list("entry", flat=True)[:CANDIDATES])


def _match(entry: MemoryEntry, source: str, words: str) -> Match:
    return Match(entry, likeness(entry.source_plain, words), exact=entry.source_hash == digest(source))
