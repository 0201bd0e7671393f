"""Words that strangers type, made fit to be kept: composed letters, no control characters, no broken halves."""

import re
import unicodedata

SPACE = re.compile(r"\s+")
BLANK_LINES = re.compile(r"\n{3,}")
LONGEST_NUMBER = 18
JOINERS = "\u200c\u200d"
# Control characters, broken halves of letters, private marks and invisible orders such as "write backwards".
DROPPED = {"Cc", "Cs", "Cf", "Cn"}


def number_of(text: str) -> int | None:
    """Return the number that a text is, or None where it is none, or longer than any of ours.

    Args:
        text: whatever was sent.
    """
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def clean_text(text: str) -> str:
    """Make a text of several lines fit to be kept.

    Args:
        text: whatever was typed.

    Returns:
        The text with lines ended by "\\n", without control characters and spaces around it.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    clean = lines.replace("\n", "").isprintable()
    kept = lines if clean else "".join(letter for letter in lines if letter == "\n" or _is_kept(letter))
    return BLANK_LINES.sub("\n\n", unicodedata.normalize("NFC", kept)).strip()


def clean_line(text: str) -> str:
    """Make a text of one line fit to be kept: the same, and every space or line end is one space.

    Args:
        text: whatever was typed.

    Returns:
        One line, without spaces around it.
    """
    return SPACE.sub(" ", clean_text(text)).strip()


def _is_kept(letter: str) -> bool:
    return letter in JOINERS or unicodedata.category(letter) not in DROPPED
