"""Words in lines that fit a box, in the typefaces of the site."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

__all__ = ["BOLD", "PLAIN", "SERIF", "Setting", "fit", "font", "legible"]

FOLDER = Path(__file__).parent / "fonts"
SERIF, PLAIN, BOLD = "literata.ttf", "commissioner.ttf", "commissioner-semibold.ttf"
ELLIPSIS = "…"
UNKNOWN = "\uffff"
# What the typefaces lack, in letters that readers of the language take for it.
STAND_INS = str.maketrans({"Ʒ": "Ž", "ʒ": "ž", "→": "–", "\u2011": "-"})
PROBE = 40
# French sets these before its punctuation: no line may end there.
FIRM = "\u00a0\u202f"


@dataclass(frozen=True)
class Setting:
    """Words that were set: their lines and the size of the type."""

    lines: tuple[str, ...]
    size: int
    height: int

    @property
    def leading(self):
        """The distance from one line to the next."""
        return self.height // max(1, len(self.lines))


@lru_cache(maxsize=64)
def font(face, size):
    """Return a typeface in a size.

    Args:
        face: SERIF, PLAIN or BOLD.
        size: pixels.
    """
    return ImageFont.truetype(FOLDER / face, size)


@lru_cache(maxsize=4096)
def _known(character):
    drawn = font(SERIF, PROBE).getmask(character)
    missing = font(SERIF, PROBE).getmask(UNKNOWN)
    return (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))


def legible(text):
    """Return a text on one line, without the signs that the typefaces cannot show.

    Args:
        text: words in any script.
    """
    composed = unicodedata.normalize("NFC", text.translate(STAND_INS))
    printable = "".join(
        _space(letter) if letter.isspace() else letter if letter.isprintable() and _known(letter) else _base(letter)
        for letter in composed
    )
    return " ".join(part for part in printable.split(" ") if part.strip())


def _space(letter):
    return "\u00a0" if letter in FIRM else " "


def _base(letter):
    kept = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in kept if part != letter and part.isalnum() and _known(part))


def fit(text, face, sizes, width, height):
    """Set a text as large as its box allows; in the smallest size, what does not fit is cut with an ellipsis.

    Args:
        text: legible words.
        face: the typeface.
        sizes: sizes to try, largest first.
        width, height: the box, in pixels.

    Returns:
        A ``Setting``.
    """
    for size in sizes:
        lines, leading = _lines(text, font(face, size), width), round(size * 1.22)
        if len(lines) * leading <= height and not _broken(lines, text):
            return Setting(tuple(lines), size, len(lines) * leading)
    room = max(1, height // leading)
    if len(lines) > room:
        lines = [*lines[: room - 1], _cut(lines[room - 1], font(face, size), width)]
    return Setting(tuple(lines), size, len(lines) * leading)


def _broken(lines, text):
    return " ".join(lines) != text


def _lines(text, typeface, width):
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if typeface.getlength(longer) <= width:
            lines[-1] = longer
            continue
        parts = _pieces(word, typeface, width)
        lines = [*lines, *parts] if lines[-1] else parts
    return lines


def _pieces(word, typeface, width):
    """A word that is wider than the box is broken where it must be."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and typeface.getlength(pieces[-1] + letter) > width:
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


def _cut(line, typeface, width):
    words = line.rstrip(" ,;:.–-")
    while words and typeface.getlength(words + ELLIPSIS) > width:
        words = words[:-1].rstrip(" ,;:.–-")
    return words + ELLIPSIS
