"""Names and words of other scripts, however they were written in Latin letters: Ужгород is Uzhhorod and Uzhgorod.

What a word sounds like is a token of its own beside those of its language: it stands in the index for words that are
not in Latin letters, and is looked for where somebody types Latin letters instead.
"""

import re
from functools import lru_cache

from common.slugs import transliterate
from search.analyser import LATIN_END, letters_of

__all__ = ["NOT_LATIN", "latin_forms", "sound_of", "sounds_asked"]

# Languages whose pages are in another script; the tokens of Serbian are Latin in either.
NOT_LATIN = {"bg", "el", "mk", "uk"}
CYRILLIC_READINGS = ("uk", "bg", "sr")
GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
# No token of a language begins with this digit and goes on with letters, so that sounds and words never mix.
MARK = "0"
SHORTEST, REMEMBERED = 3, 20_000
SPELLINGS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        ("shch|sht", "sc"), ("kh|ch|gh", "h"), ("ph", "f"), ("th", "t"), ("ts|tz", "c"), ("ks", "x"), ("mp", "b"),
        ("ng|gk|g", "h"), ("w", "v"), ("[yj]", "i"), ("[eo]i", "i"), ("ou", "u"), ("i(?=[aeou])", ""),
        (r"(.)\1+", r"\1"), ("[aeiou]+$", ""),
    )
)  # fmt: skip
# What Greek and Slavic names end in, in Latin letters, beside vowels.
ENDINGS = re.compile("(?:[aeiou]+(?:s|n|i|m|v)?|sk[aiy]+|skoho)$")


def _sound(latin: str) -> str:
    for pattern, instead in SPELLINGS:
        latin = pattern.sub(instead, latin)
    return MARK + latin if len(latin) >= SHORTEST else ""


@lru_cache(REMEMBERED)
def sound_of(shape: str, language: str) -> str:
    """What a word of another script sounds like, for the index.

    Args:
        shape: One word or token in lower case.
        language: The language it is in.

    Returns:
        A token; empty for a word in Latin letters and for one that is too short.
    """
    if not shape or ord(max(shape)) < LATIN_END:
        return ""
    latin = letters_of(transliterate(shape, language))
    return _sound(latin) if latin.isascii() else ""


def sounds_asked(bare: str) -> tuple[str, ...]:
    """What a word in Latin letters may sound like, with and without its ending, for a query.

    Args:
        bare: One word without accents.

    Returns:
        Tokens as `sound_of` gives them; none for a word of another script.
    """
    if not bare.isascii() or not bare.isalpha() or len(bare) <= SHORTEST:
        return ()
    return tuple(dict.fromkeys(filter(None, (_sound(bare), _sound(ENDINGS.sub("", bare))))))


def latin_forms(shape: str, language: str) -> tuple[str, ...]:
    """A word of another script in Latin letters, as the languages that write so would have it.

    Args:
        shape: One word in lower case.
        language: The language of the pages, whose own rules come first.

    Returns:
        Words without accents; none for a word in Latin letters.
    """
    if not shape or ord(max(shape)) < LATIN_END:
        return ()
    codes = (language,) if GREEK.search(shape) else (language, *CYRILLIC_READINGS)
    found = (letters_of(transliterate(shape, code)) for code in codes)
    return tuple(dict.fromkeys(latin for latin in found if latin.isascii()))
