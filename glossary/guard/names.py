"""Whether a form is part of the name of a person, a place, a body or a work."""

import re

__all__ = ["in_name"]

# Here the names of peoples are written small, so that a capital inside a sentence makes a name of them; French writes
# the people with a capital and the adjective without.
SMALL = {"ro", "hu", "fr", "es", "it", "pt", "cs", "sk", "bg", "uk", "ru", "sr", "hr", "sq", "tr", "lt", "el"}
CAPITAL_NAMES = {"en"}
GROUPS = {
    "roma", "rom", "roms", "romani", "romany", "sinti", "sintés", "travellers", "traveller", "tsiganes", "gitans",
    "manouches", "yéniches", "yenish", "romi", "romák", "irish", "i",
}  # fmt: skip
# English headlines give a capital to these; with them a form is no name.
COMMON = {
    "women", "woman", "men", "man", "children", "child", "families", "family", "people", "peoples", "community",
    "communities", "camp", "camps", "site", "sites", "caravan", "caravans", "population", "minority", "minorities",
    "pupils", "students", "girls", "boys", "youth", "settlement", "settlements", "holocaust", "genocide", "culture",
    "music", "life", "problem", "question", "housing", "children’s", "families’", "pupil", "girl", "boy", "leader",
    "leaders", "activists", "activist", "voters", "neighbours", "residents", "homes", "in", "and", "of", "to", "from",
}  # fmt: skip
TITLES = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|M|Mme|Mlle|Me|Hr|Fr|Dl|Dna|St)\.?|\b(?:Herrn?|Frau|Familie|Monsieur|Madame|Domnul|Doamna|Domnului))\s+$"
)
WORD_BEFORE = re.compile(r"(\w[\w’'-]*)[ \u00a0\u202f]+$")
WORD_AFTER = re.compile(r"[ \u00a0\u202f-]([^\W\d_][\w’'-]*)")
SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n«»„“”\"(]|[–—-]\s)\s*$")


def in_name(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether a form is part of a name.

    Args:
        text: the text.
        start, end: the place of the form.
        language: a language code.
    """
    words = text[start:end]
    if TITLES.search(text, max(0, start - 12), start):
        return words[:1].isupper()
    if not words[:1].isupper() or words.isupper():
        return False
    if language in CAPITAL_NAMES:
        return _named_after(text, end)
    return language in SMALL and (_named_after(text, end) or _named_before(text, start))


def _named_after(text, end):
    after = WORD_AFTER.match(text, end)
    while after is not None and after.group(1).casefold() in GROUPS:
        after = WORD_AFTER.match(text, after.end())
    return after is not None and _is_name(after.group(1))


def _named_before(text, start):
    before = WORD_BEFORE.search(text, max(0, start - 60), start)
    if before is None or not _is_name(before.group(1)):
        return False
    return not SENTENCE_START.search(text, max(0, before.start() - 4), before.start())


def _is_name(word):
    folded = word.casefold()
    return word[:1].isupper() and not word.isupper() and folded not in GROUPS and folded not in COMMON
