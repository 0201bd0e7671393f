"""By which words a place is found: in any script, with or without accents, in its own or a foreign form."""

from collections.abc import Iterable

from common.folding import fold, words_of
from common.slugs import transliterate

__all__ = ["alternatives", "searched_words", "written_words"]

# The languages whose letters others write in Latin by rules of their own.
RULES = ("en", "de", "sr", "mk", "bg", "uk")
# Words that names of places have in short and at full length.
IN_OTHER_WORDS = {
    "st": ("saint", "sankt", "sint"), "ste": ("sainte",), "saint": ("st",), "sankt": ("st",), "sint": ("st",),
    "sainte": ("ste",), "sv": ("sveti", "svaty"), "sveti": ("sv",), "svaty": ("sv",),
}  # fmt: skip
# As people write letters where they have none of them: Scandinavians, and speakers of Serbian.
SPELT_OUT = str.maketrans({"ø": "oe", "å": "aa", "æ": "ae", "đ": "dj", "Ø": "oe", "Å": "aa", "Æ": "ae", "Đ": "Dj"})
LONGEST, AT_MOST = 80, 8


def written_words(names: Iterable[str]) -> str:
    """Every word by which a place may be asked for.

    Args:
        names: Its names in all languages and scripts.

    Returns:
        Words without accents, in their own script and in Latin letters, each with a space before it.
    """
    found: dict[str, None] = {}
    for name in names:
        for form in (name, name.translate(SPELT_OUT)):
            for word in _words(form):
                found.update(dict.fromkeys([*alternatives(word), *IN_OTHER_WORDS.get(fold(word), ())]))
    return "".join(f" {word}" for word in found if word)


def _words(name):
    """Return the words of a name; what an apostrophe or a hyphen joins is one word, too: “laquila”, “badenbaden”."""
    for part in name.split():
        words = words_of(part)
        yield from words
        if len(words) > 1:
            yield "".join(words)


def alternatives(word: str) -> list[str]:
    """The forms that stand for one word, the nearest first.

    Args:
        word: A word in any script.

    Returns:
        It without accents, and in Latin letters by the rules of several languages.
    """
    forms = [fold(word), *(fold(transliterate(word, language)) for language in RULES)]
    return list(dict.fromkeys(form for form in forms if form))


def searched_words(query: str) -> list[list[str]]:
    """The words a reader asks for, each with the forms that stand for it.

    Args:
        query: What was typed, however long or strange.

    Returns:
        A list for each word; empty where nothing in the query is a letter or a digit.
    """
    return [alternatives(word) for word in words_of(query[:LONGEST])[:AT_MOST]]
