"""Who is speaking: "Name, office (Country, GROUP)", as the former site wrote it in each language."""

import re
from dataclasses import dataclass
from functools import cache

from common.countries import EUROPE, country_name
from common.political_groups import political_group

__all__ = ["OFFICES", "Speaker", "named", "speaker_in"]

IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
PARTICLES = {
    "al", "ap", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el",
    "la", "le", "ten", "ter", "van", "von", "y", "zu",
}  # fmt: skip
ALIASES = {
    "the netherlands": "NL", "pays bas": "NL", "uk": "GB", "great britain": "GB", "grande-bretagne": "GB",
    "czech republic": "CZ", "république tchèque": "CZ", "turkey": "TR", "turquie": "TR", "türkiye": "TR",
    "republic of moldova": "MD", "république de moldova": "MD", "russian federation": "RU",
    "fédération de russie": "RU", "macedonia": "MK", "macédoine": "MK",
    "the former yugoslav republic of macedonia": "MK", "l’ex-république yougoslave de macédoine": "MK",
}  # fmt: skip
# Where a name cannot reach across; words that open an office, not a name.
BOUNDARIES = ("”", "“", '"', "»", "«", ". ", ": ", ";", "– ", "— ")
OFFICES = {
    "alcalde", "alcaldesa", "ambassador", "ambassadeur", "bürgermeister", "bürgermeisterin", "chair", "chairman",
    "chairperson", "commissaire", "commissioner", "congress", "conseiller", "conseillère", "coordinator", "council",
    "councillor", "deputy", "director", "directeur", "directrice", "général", "générale", "general", "gouverneur",
    "governor", "head", "maire", "mayor", "mayoress", "member", "membre", "minister", "ministre", "ministra",
    "president", "presidenta", "presidente", "président", "présidente", "rapporteur", "rapporteure", "representative",
    "representant", "représentant", "représentante", "secretary", "secrétaire", "senator", "sénateur", "sénatrice",
    "sindaco", "sindaca", "special", "spokesperson", "vice-mayor", "vice-president", "vice-président",
    "vice-présidente",
}  # fmt: skip
TITLES = {"dr", "m", "mme", "mr", "mrs", "ms", "prof"}
MIN_WORDS, MAX_WORDS, MAX_NAME = 2, 7, 120
EDGES = " ,;:.–—-\u00a0"


@dataclass(frozen=True)
class Speaker:
    """A person as a text names them.

    Attributes:
        name: Without title.
        role: The office, where the text says it beside the name.
        country: Its ISO code, or empty.
        group: The political group by its English abbreviation, or empty.
        start, end: Where the mention stands in the text.
    """

    name: str
    role: str = ""
    country: str = ""
    group: str = ""
    start: int = 0
    end: int = 0


def speaker_in(text: str, language: str) -> Speaker | None:
    """Find the first person who is named with a country.

    Args:
        text: Plain text.
        language: The language it is written in.
    """
    for found in IN_BRACKETS.finditer(text):
        country, group = _bracket(found[1], language)
        if country:
            name, role, start = _before(text[: found.start()])
            if name:
                return Speaker(name, role, country, group, start, found.end())
    return None


def named(text: str) -> Speaker | None:
    """Read a signature without a country: a name, perhaps with an office after a comma.

    Args:
        text: Plain text that is nothing but a signature.
    """
    name, _comma, role = text.strip(EDGES).partition(",")
    plain = _without_title(name.split())
    if not MIN_WORDS <= len(plain) <= MAX_WORDS or not all(_may_be_name(word) for word in plain):
        return None
    return Speaker(" ".join(plain)[:MAX_NAME], role.strip(EDGES)[:200], end=len(text))


def _bracket(text: str, language: str) -> tuple[str, str]:
    country, _comma, group = (part.strip() for part in text.partition(","))
    code = _countries(language).get(_folded(country), "")
    found = political_group(group)
    if group and not found:
        return "", ""
    return code, found.code if found else ""


@cache
def _countries(language: str) -> dict[str, str]:
    names = {_folded(country_name(code, each)): code for each in ("fr", "en", language) for code in EUROPE}
    return {_folded(name): code for name, code in ALIASES.items()} | names


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("'", "’").split())


def _before(text: str) -> tuple[str, str, int]:
    """Find the name, the office, and where both begin, at the end of a text that a bracket follows."""
    start = max(text.rfind(mark) + len(mark) for mark in BOUNDARIES if mark in text) if _has_boundary(text) else 0
    parts = text[start:].split(",")
    name, role, after = _trailing_name(parts[-1]), "", 0
    if not name and len(parts) > 1:
        name, role, after = _trailing_name(parts[-2]), parts[-1].strip(EDGES)[:200], len(parts[-1]) + 1
        parts.pop()
    place = parts[-1].rfind(name.split(" ", 1)[0]) if name else 0
    return name, role, len(text) - after - (len(parts[-1]) - place)


def _has_boundary(text: str) -> bool:
    return any(mark in text for mark in BOUNDARIES)


def _trailing_name(part: str) -> str:
    words = []
    for word in reversed(part.split()):
        if not _may_be_name(word) or word.lower() in OFFICES or len(words) == MAX_WORDS:
            break
        words.insert(0, word)
    while words and not words[0][0].isupper():
        words.pop(0)
    words = _without_title(words)
    return " ".join(words)[:MAX_NAME] if len(words) >= MIN_WORDS else ""


def _may_be_name(word: str) -> bool:
    plain = word.strip(".")
    if plain in PARTICLES:
        return True
    return bool(plain) and plain[0].isupper() and not any(character.isdigit() for character in plain)


def _without_title(words: list[str]) -> list[str]:
    while words and words[0].strip(".").lower() in TITLES:
        words = words[1:]
    return words
