"""Addresses made of titles: every script becomes plain Latin letters, by the rules of its language."""

import re
import unicodedata
from collections.abc import Callable

from django.utils.text import slugify

# Letters that Unicode does not take apart into a base letter and an accent.
LATIN = str.maketrans(
    {
        "ł": "l", "đ": "d", "ß": "ss", "ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h",
        "ŧ": "t", "ŋ": "ng", "ĸ": "k", "ə": "e", "ʒ": "z", "ĳ": "ij",
    }
)  # fmt: skip
APOSTROPHES = "'’‘ʼ"
# Where an apostrophe joins two words (l'école, dell'Europa); elsewhere it stands within one.
ELIDING = {"fr", "it"}
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "u", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj",
    "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ѐ": "e", "ѝ": "i",
}  # fmt: skip
# Bulgaria's transliteration act of 2009; Ukraine's resolution 55 of 2010; Serbian Latin alphabet without its accents.
BULGARIAN_END = re.compile(r"ия\b")
BULGARIAN = {"х": "h", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya"}
UKRAINIAN = {"г": "h", "и": "y", "й": "i", "ю": "iu", "я": "ia", "щ": "shch", "х": "kh"}
UKRAINIAN_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
SERBIAN = {"ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz"}
MACEDONIAN = {"ж": "zh", "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "џ": "dj"}
BY_LANGUAGE = {
    "bg": BULGARIAN,
    "uk": UKRAINIAN,
    "sr": SERBIAN,
    "mk": MACEDONIAN,
}

# ELOT 743, as Greek authorities write names in Latin letters.
GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
GREEK_PAIRS = {"ου": "ou", "γγ": "ng", "γξ": "nx", "γχ": "nch"}
GREEK_START = re.compile(r"\bμπ")
GREEK_BEFORE_VOICED = re.compile(r"([αεη])υ(?=[αεηιουωβγδζλμνρ])")
GREEK_BEFORE_VOICELESS = re.compile(r"([αεη])υ")
ZGH = "зг"
LENGTH = 80


def _plain(text: str) -> str:
    """Without accents; letters such as й, ї and ѓ keep theirs, for they are letters of their own."""
    kept = []
    for letter in text:
        if letter in CYRILLIC:
            kept.append(letter)
        else:
            kept.extend(mark for mark in unicodedata.normalize("NFD", letter) if not unicodedata.combining(mark))
    return "".join(kept)


def _ukrainian(text: str) -> str:
    text = text.replace(ZGH, "zgh")
    starts = "".join(UKRAINIAN_START)
    return re.sub(rf"\b([{starts}])", lambda found: UKRAINIAN_START[found[1]], text)


def _greek(text: str) -> str:
    text = GREEK_START.sub("b", text)
    text = GREEK_BEFORE_VOICED.sub(r"\1v", text)
    text = GREEK_BEFORE_VOICELESS.sub(r"\1f", text)
    for pair, latin in GREEK_PAIRS.items():
        text = text.replace(pair, latin)
    return text


def transliterate(text: str, language: str = "en") -> str:
    """A text in plain Latin letters, in lower case.

    Args:
        text: Any text.
        language: The language whose rules apply, for letters that languages read differently.

    Returns:
        The text with Cyrillic, Greek and accented Latin letters replaced; other scripts are kept.
    """
    text = unicodedata.normalize("NFC", text).lower()
    text = text.translate(dict.fromkeys(map(ord, APOSTROPHES), "-" if language in ELIDING else None))
    if language == "de":
        text = text.translate(GERMAN)
    if language == "uk":
        text = _ukrainian(text)
    if language == "bg":
        text = BULGARIAN_END.sub("ia", text)
    text = _greek(_plain(text.translate(LATIN)))
    table = CYRILLIC | GREEK | BY_LANGUAGE.get(language, {})
    return "".join(table.get(letter, letter) for letter in text)


def slug_for(text: str, language: str = "en") -> str:
    """The part of an address that a title becomes.

    Args:
        text: The title.
        language: The language of the title.

    Returns:
        Lower-case Latin letters, digits and hyphens, at most 80 characters, cut at a word; empty when nothing is left.
    """
    slug = slugify(transliterate(text, language)).strip("-_")
    if len(slug) <= LENGTH:
        return slug
    cut = slug[: LENGTH + 1].rsplit("-", 1)[0]
    return cut[:LENGTH].strip("-")


def free_slug(slug: str, taken: Callable[[str], bool]) -> str:
    """The slug, with a number where it is in use.

    Args:
        slug: The slug wanted.
        taken: Answers whether a slug is in use.

    Returns:
        The slug itself, or "slug-2", "slug-3" and so on.
    """
    candidate, count = slug, 1
    while taken(candidate):
        count += 1
        candidate = f"{slug}-{count}"
    return candidate
