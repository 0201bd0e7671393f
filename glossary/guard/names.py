"""Whether a form is part of the name of a person, a place, a body or a work."""

import re
import tomllib
from functools import cache
from pathlib import Path

__all__ = ["in_name"]

# Here the names of peoples are written small, so that a capital inside a sentence makes a name of them; French writes
# the people with a capital and the adjective without.
SMALL = {"ro", "hu", "fr", "es", "it", "pt", "cs", "sk", "bg", "uk", "ru", "sr", "hr", "sq", "tr", "lt", "el"}
ENGLISH = "en"
# Here a word with a capital before a form makes a name of it also where it begins the sentence.
NAMED_AT_START = {"en", "ro", "hu"}
TITLES = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|M|Mme|Mlle|Me|Hr|Fr|Dl|Dna|St)\.?|\b(?:Herrn?|Frau|Familie|Monsieur|Madame|Domnul|Doamna|Domnului))\s+$"
)
WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0\u202f]+$")
NAME_OF = re.compile(r"([A-Z][a-zà-ž]+)\s+(?:of|for)\s+(?:the\s+)?$")
WORD_AFTER = re.compile(r"(?:[ \u00a0\u202f-]|,[ \u00a0])([^\W\d_][\w’'-]*|&)")
LOWER_AFTER = re.compile(r"[ \u00a0][a-z]")
SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n«»„“”\"(]|[–—-]\s)\s*$")
LINE_ENDS = re.compile(r"[.!?…]\s|\n")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
LEAST_LONG_WORDS = 5
JOINING = {"and", "&", "et", "und", "și", "és", "i", "ou", "oder", "sau", "vagy"}


@cache
def _rules(language):
    with (Path(__file__).parent / "rules" / "names.toml").open("rb") as file:
        table = tomllib.load(file)
    own = table.get(language, {})
    found = {name: frozenset(own.get(name, "").split()) for name in ("opening", "common", "after")}
    groups, days = (frozenset(table["all"][name].split()) for name in ("groups", "days"))
    found["plural"] = re.compile(own.get("plural", r"(?!)"), re.IGNORECASE)
    return found | {"groups": groups, "none": groups | days | found["common"]}


def in_name(text: str, start: int, end: int, language: str, form: str = "") -> bool:
    """Tell whether a form is part of a name.

    Args:
        text: the text.
        start, end: the place of the form.
        language: a language code.
        form: the form as it stands in the glossary; one with small letters makes names where it has a capital.
    """
    words = text[start:end]
    if TITLES.search(text, max(0, start - 12), start):
        return words[:1].isupper()
    if not words[:1].isupper() or words.isupper():
        return False
    rules = _rules(language)
    after = _next_name(text, end, rules)
    if after.casefold() in rules["after"]:
        return True
    if language == ENGLISH:
        return not _is_headline(text, start) and _english_name(text, start, end, form, after)
    return language in SMALL and (_is_name(after, rules) or _person(text, start, words, language, rules))


def _english_name(text, start, end, form, after):
    rules = _rules(ENGLISH)
    if _is_name(after, rules) or _named_of(text, start, end, rules):
        return True
    return form.islower() and _named_before(text, start, ENGLISH, rules)


def _person(text, start, words, language, rules):
    return not rules["plural"].search(words) and _named_before(text, start, language, rules)


def _next_name(text, end, rules):
    """The word after a form and the peoples that follow it: “Gypsies and Travellers Forum”; empty after “and” alone."""
    after = WORD_AFTER.match(text, end)
    joins = False
    while after is not None and after.group(1).casefold() in rules["groups"]:
        joins = after.group(1).casefold() in JOINING
        after = WORD_AFTER.match(text, after.end())
    return "" if after is None or joins or after.group().startswith(",") else after.group(1)


def _named_before(text, start, language, rules):
    """“Emil Țigan”, “Sarah Tinker”; but “Spain’s Gypsies” are no name."""
    before = WORD_BEFORE.search(text, max(0, start - 60), start)
    if before is None or not _is_name(before.group(1), rules):
        return False
    word = before.group(1).casefold()
    if word in rules["opening"] or word.endswith(("’s", "'s")):
        return False
    return language in NAMED_AT_START or not _opens(text, before)


def _named_of(text, start, end, rules):
    """“Time of the Gypsies”, “Institute of Gypsy Culture”; but “the Mayor of Gypsy origin” names nobody."""
    before = NAME_OF.search(text, max(0, start - 60), start)
    if before is None or not _is_name(before.group(1), rules) or before.group(1).casefold() in rules["opening"]:
        return False
    return not _opens(text, before) and not (text[end - 1] != "s" and LOWER_AFTER.match(text, end))


def _opens(text, word):
    return SENTENCE_START.search(text, max(0, word.start() - 4), word.start()) is not None


def _is_headline(text, start):
    """Whether each long word of the sentence has a capital, as in English headlines; then capitals tell nothing."""
    ends = [match.end() for match in LINE_ENDS.finditer(text, max(0, start - 300), start)]
    first = ends[-1] if ends else max(0, start - 300)
    last = LINE_ENDS.search(text, start)
    words = LONG_WORD.findall(text, first, last.start() if last else min(len(text), start + 300))
    return len(words) >= LEAST_LONG_WORDS and all(word[0].isupper() for word in words)


def _is_name(word, rules):
    return word[:1].isupper() and not word.isupper() and word.casefold() not in rules["none"]
