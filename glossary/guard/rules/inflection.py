"""All the forms in which a word of the glossary may stand in a text."""

import tomllib
from functools import cache
from pathlib import Path

from glossary.guard.rules import hungarian
from glossary.guard.words import bare, key_of

__all__ = ["surfaces"]

NONE = "-"
# A shorter word without its accents is too often another word.
BARE_LENGTH = 5


@cache
def _endings():
    with (Path(__file__).parent / "endings.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {
        language: [(_ends(rule["ends"]), _ends(rule["gives"].split())) for rule in rules]
        for language, rules in tables.items()
    }


def _ends(names):
    return tuple("" if name == NONE else name for name in names)


def surfaces(word: str, language: str) -> frozenset[str]:
    """The keys of all forms of a word, also as people type them who leave all accents out.

    Args:
        word: a word of the glossary.
        language: a language code; one without rules gives the word as it stands.

    Returns:
        Keys as `key_of` gives them for a text.
    """
    key = key_of(word, language)
    found = {key, *(hungarian.inflected(key) if language == "hu" else _by_rule(key, language))}
    keys = {key_of(form, language) for form in found if form}
    return frozenset(keys | {bare(form) for form in keys if len(form) >= BARE_LENGTH})


def _by_rule(key, language):
    for ends, gives in _endings().get(language, ()):
        for end in ends:
            if key.endswith(end) and len(key) > len(end) + 1:
                stem = key.removesuffix(end)
                yield from (stem + ending for ending in gives)
