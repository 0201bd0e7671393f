"""From what was typed to what is looked up: each word with its forms, its other names, and its likely spelling."""

from dataclasses import dataclass, field
from itertools import pairwise

from search.analyser import LONGEST, Word, phrase_tokens, words
from search.compounds import compounds_with, part_of, parts_of
from search.dialects import words_beginning
from search.groups import groups_of
from search.kin import kin_of
from search.models import SearchTerm
from search.plans import Clause, Plan, clause
from search.query import SearchQuery
from search.scripts import NOT_LATIN, latin_forms, sounds_asked
from search.stopwords import STOPWORDS

__all__ = ["Known", "Reading", "known_words", "plan_of", "read"]

NAME, SCRIPT, LOOSE = 0.9, 0.9, 0.3
# A “Romasiedlung” is a “Siedlung”, but not just any.
LAST_PART, FIRST_PART = 0.6, 0.35
# A “Bürgermeistergipfel” may be called a “Gipfel der Bürgermeister”.
BOTH_PARTS = 0.6
BEGINNINGS = 15


@dataclass
class Known:
    """What the vocabulary says: tokens of words by (language, word), and pages by (language, token)."""

    tokens: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    pages: dict[tuple[str, str], int] = field(default_factory=dict)

    def has_anywhere(self, word: Word) -> bool:
        """Whether the pages of any language that was asked about have a word: then it is not misspelt.

        Args:
            word: A word of a query.
        """
        return any(shape == word.bare for _language, shape in self.tokens)


@dataclass
class Reading:
    """A query in the words of one language, before the vocabulary was asked."""

    query: SearchQuery
    language: str
    runs: list[list[Word]]
    spans: list[tuple[int, int, object]]

    def flat(self) -> list[Word]:
        """All words that are neither phrases nor beginnings nor left out, in their order."""
        return [word for part, run in zip(self.query.parts, self.runs, strict=True) if is_plain(part) for word in run]


def is_plain(part) -> bool:
    """Whether a part of a query is just a word.

    Args:
        part: A `search.query.Part`.
    """
    return not (part.is_phrase or part.excluded or part.is_beginning)


def read(query: SearchQuery, language: str, *, exact: bool) -> Reading:
    """Read a query in a language.

    Args:
        query: The query.
        language: The language in which pages are looked for.
        exact: Whether other names are left alone.

    Returns:
        Its words, and the names of the glossary and of cities that stand in it as (start, length, group).
    """
    runs = [list(words(part.text, language)) for part in query.parts]
    reading = Reading(query, language, runs, [])
    tokens, groups, place = [word.token for word in reading.flat()], groups_of(language), 0
    while place < len(tokens) and not exact:
        length, group = groups.longest_at(tokens, place)
        if group:
            reading.spans.append((place, length, group))
        place += max(length, 1)
    return reading


def _wanted(readings):
    shapes, tokens = set(), set()
    for reading in readings:
        flat = [word.bare for word in reading.flat()]
        shapes.update(flat)
        shapes.update(one + other for one, other in pairwise(flat))
        for run in reading.runs:
            tokens.update(token for word in run for token in (word.token, word.alternative) if token)
        for _start, _length, group in reading.spans:
            tokens.update(token for _name, name in group.names for token in name)
    return {shape[:LONGEST] for shape in shapes}, tokens


def known_words(readings: list[Reading]) -> Known:
    """Ask the vocabulary about the words of a query in all languages at once: one query.

    Args:
        readings: The query as each language reads it.
    """
    shapes, tokens = _wanted(readings)
    languages = [reading.language for reading in readings]
    known = Known()
    rows = SearchTerm.objects.filter(language__in=languages)
    by_word = rows.filter(word__in=shapes).values_list("language", "word", "token", "pages")
    by_token = rows.filter(token__in=tokens).values_list("language", "word", "token", "pages")
    for language, word, token, pages in set(by_word.union(by_token)):
        known.pages[language, token] = known.pages.get((language, token), 0) + pages
        if word in shapes:
            known.tokens.setdefault((language, word), []).append(token)
    return known


def plan_of(reading: Reading, known: Known, *, widely: bool = True) -> Plan:
    """Make the plan by which pages of a language are looked for.

    Args:
        reading: The query as the language reads it.
        known: What the vocabulary says.
        widely: Whether words that no page has are looked for by words that are alike.
    """
    plan = Plan(reading.language, text=reading.query.text)
    for part, run in zip(reading.query.parts, reading.runs, strict=True):
        if part.excluded:
            plan.excluded.append(clause(part.text, {tuple(word.token for word in run): 1.0}))
        elif part.is_phrase:
            plan.required.append(clause(part.text, {tuple(word.token for word in run): 1.0}))
        elif part.is_beginning:
            plan.clauses.append(_beginning(part.text, run, reading.language))
    plan.clauses += _plain_clauses(reading, known, plan, widely)
    return plan


def _plain_clauses(reading, known, plan, widely):
    spans = {start: (length, group) for start, length, group in reading.spans}
    flat, found, place = reading.flat(), [], 0
    while place < len(flat):
        length, group = spans.get(place, (1, None))
        if group:
            found.append(_named(flat[place : place + length], group, known, plan))
        else:
            found += _word(flat, place, known, plan.language, widely)
        place += length
    stops = STOPWORDS.get(reading.language, ())
    telling = [one for one in found if one.shape not in stops]
    return telling or ([] if plan.required or plan.clauses else found)


def _forms(word, known, language):
    """The tokens by which a word is found, each with its weight."""
    found = {(word.token,): 1.0}
    if word.alternative:
        found[word.alternative,] = 0.9
    for token in known.tokens.get((language, word.bare), ()):
        found.setdefault((token,), 0.9)
    for latin in latin_forms(word.shape, language):
        found |= {tokens: SCRIPT for tokens in ((latin,), phrase_tokens(latin, language)) if tokens not in found}
    if language in NOT_LATIN or not _pages(found, known, language):
        found |= {(sound,): SCRIPT for sound in sounds_asked(word.bare)}
    return found


def _joined(flat, place, known, language):
    """The tokens of what pages write in one word, and a query in two: the word and one that stands beside it."""
    for first in (place - 1, place):
        if first >= 0 and first + 1 < len(flat):
            joined = flat[first].bare + flat[first + 1].bare
            yield from ((token,) for token in known.tokens.get((language, joined), ()))


def _word(flat, place, known, language, widely):
    """The clause for a word; that for each of its parts, where no page has the compound itself."""
    word = flat[place]
    found = dict.fromkeys(_joined(flat, place, known, language), NAME) | _forms(word, known, language)
    pages = _pages(found, known, language)
    for token, is_last in compounds_with(word, language):
        found.setdefault((token,), LAST_PART if is_last else FIRST_PART)
    if not pages:
        parts = parts_of(word, language)
        if len(set(parts)) > 1:
            return [clause(word.shape, found | {(token,): BOTH_PARTS}) for token in parts]
        kin = kin_of(word, language, near=known.has_anywhere(word)) if widely else ()
        found |= {(token,): LOOSE for token in parts or kin or part_of(word, language)}
    return [clause(word.shape, found, pages)]


def _named(run, group, known, plan):
    """A clause for a name: itself, the other names of the same thing, and, far below, its single words."""
    typed = tuple(word.token for word in run)
    found = {typed: 1.0}
    for name, tokens in group.names:
        if tokens and tokens not in found and tokens not in group.avoided:
            found[tokens] = NAME
            plan.also.append(name)
    if len(run) == 1:
        found = _forms(run[0], known, plan.language) | found
    else:
        # A name may be of another language, whose small words would be found everywhere.
        found |= {(word.token,): LOOSE for word in run if not _is_small(word) and (word.token,) not in found}
    return clause(" ".join(word.shape for word in run), found, _pages({typed: 1.0}, known, plan.language))


def _is_small(word):
    return any(word.shape in stops for stops in STOPWORDS.values())


def _pages(found, known, language):
    return max((min(known.pages.get((language, token), 0) for token in tokens) for tokens in found), default=0)


def _beginning(text, run, language) -> Clause:
    """A clause for a beginning: the most frequent words that begin so."""
    start = run[-1].bare if run else ""
    tokens = words_beginning(language, start, BEGINNINGS, "token") if start else []
    return clause(f"{text}*", {(token,): 1.0 for token in tokens or [start] if token})
