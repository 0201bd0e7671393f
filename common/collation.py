"""Alphabetical order by language, without ICU: which letters stand alone, and after which letter.

A letter with an accent sorts beside its base letter unless the language counts it as a letter of its own.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

from django.utils.translation import get_language

Item = TypeVar("Item")

CYRILLIC = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"

# Whole alphabets: letters and digraphs in order. What is not listed sorts by its base letter, or at the end.
ALPHABETS = {
    "bg": "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "sr": "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш",
    "el": "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω",
    "es": "a b c d e f g h i j k l m n ñ o p q r s t u v w x y z",
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "hu": "a b c cs d dz dzs e f g gy h i j k l ly m n ny o ö p q r s sz t ty u ü v w x y z zs",
    "sk": "a ä b c č d e f g h ch i j k l m n o ô p q r s š t u v w x y z ž",
    "sq": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh",
    "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z",
    "rom": "a b c č čh d e f g h x i j k kh l m n o p ph q r s š t th u v w y z ž",
}
SAME = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ς": "σ", "ş": "ș", "ţ": "ț"})
TURKISH = str.maketrans({"I": "ı", "İ": "i"})
# In Hungarian a long vowel stands with its short one, and a doubled digraph is written with its first sign doubled.
HUNGARIAN = str.maketrans({"ő": "ö", "ű": "ü"})
DOUBLED = re.compile(r"ddzs|ccs|ddz|ggy|lly|nny|ssz|tty|zzs")
SERBIAN_LATIN = "a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž"


def _alphabet(language: str) -> dict[str, int]:
    letters = ALPHABETS.get(language, LATIN).split()
    own = {letter: index for index, letter in enumerate(letters)}
    # The other scripts follow: names are listed beside each other whatever their script.
    for others in (SERBIAN_LATIN if language == "sr" else LATIN, CYRILLIC, ALPHABETS["el"]):
        start = len(own)
        own |= {letter: start + index for index, letter in enumerate(others.split()) if letter not in own}
    return own


ORDER = {language: _alphabet(language) for language in ["en", *ALPHABETS]}
LONGEST = {language: max(map(len, order)) for language, order in ORDER.items()}


def _lower(text: str, language: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if language == "tr":
        return text.translate(TURKISH).lower()
    lowered = text.lower()
    if language == "hu":
        lowered = DOUBLED.sub(lambda found: found[0][1:] * 2, lowered)
    # Turkish and Romanian share a shape but not a letter: only Romanian reads cedillas as commas below.
    return lowered.translate(SAME) if language != "sr" else lowered.replace("ß", "ss")


def _letters(text: str, language: str) -> Iterable[tuple[str, str]]:
    """Pairs of (letter of the alphabet, or other character; as written)."""
    order, longest, place = ORDER[language], LONGEST[language], 0
    while place < len(text):
        for size in range(longest, 0, -1):
            piece = text[place : place + size]
            if piece in order:
                yield piece, piece
                break
        else:
            size, piece = 1, text[place]
            yield _base(piece, language), piece
        place += size


def _base(sign: str, language: str) -> str:
    own = sign.translate(HUNGARIAN) if language == "hu" else sign
    return own if own != sign else unicodedata.normalize("NFD", sign)[0]


def _known(language: str | None) -> str:
    code = language or get_language() or "en"
    return code if code in ORDER else "en"


def sort_key(text: str, language: str | None = None) -> tuple:
    """A key that puts words in the order of a dictionary of that language.

    Args:
        text: A name or term.
        language: A language code; None means the active language.

    Returns:
        A tuple to compare: letters first, then accents, then the text itself, so that the order is stable.
    """
    code = _known(language)
    order = ORDER[code]
    pairs = [pair for pair in _letters(_lower(text, code), code) if pair[0].isalnum()]
    letters = [(1, order[base], "") if base in order else (0 if base.isdigit() else 2, 0, base) for base, _ in pairs]
    return (tuple(letters), tuple(written for _, written in pairs), text)


def initial(text: str, language: str | None = None) -> str:
    """The letter under which a word stands in an index.

    Args:
        text: A name or term.
        language: A language code; None means the active language.

    Returns:
        A capital letter of the alphabet ("Ș", "Cs", "Ђ"), or "#" for digits and signs.
    """
    code = _known(language)
    for base, _ in _letters(_lower(text, code), code):
        if base.isdigit():
            return "#"
        if base.isalnum():
            return "İ" if code == "tr" and base == "i" else base.capitalize()
    return "#"


def in_order(items: Iterable[Item], name: Callable[[Item], str] = str, language: str | None = None) -> list[Item]:
    """The items in alphabetical order.

    Args:
        items: Anything that has a name.
        name: Gives the name of an item.
        language: A language code; None means the active language.

    Returns:
        A sorted list.
    """
    return sorted(items, key=lambda item: sort_key(name(item), language))


def by_letter(
    items: Iterable[Item], name: Callable[[Item], str] = str, language: str | None = None
) -> list[tuple[str, list[Item]]]:
    """The items under their letters, as in an index.

    Args:
        items: Anything that has a name.
        name: Gives the name of an item.
        language: A language code; None means the active language.

    Returns:
        Pairs of (letter, items) in alphabetical order.
    """
    ordered = in_order(items, name, language)
    return [(letter, list(group)) for letter, group in groupby(ordered, lambda item: initial(name(item), language))]
