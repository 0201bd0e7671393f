"""Words of a segment: clean, plain, counted, hashed."""

import hashlib
import re
import unicodedata

from common.plain import words as plain_words

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BREAKS = re.compile(r"\r\n?")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
HASH_LENGTH = 32


def clean(text: str) -> str:
    """A text as it may be stored: composed characters, no control characters, no spaces around it.

    Args:
        text: What a person typed or a file holds.
    """
    return unicodedata.normalize("NFC", FORBIDDEN.sub("", BREAKS.sub("\n", text or ""))).strip()


def plain(text: str) -> str:
    """A segment without its tags, on one line.

    Args:
        text: A segment with inline tags.
    """
    return plain_words(text)


def count_words(text: str) -> int:
    """How many words a segment has; what stands in tags does not count.

    Args:
        text: A segment with inline tags.
    """
    return len(WORD.findall(plain(text)))


def digest(text: str) -> str:
    """A short name by which a text is found again; equal for texts that differ in spaces or composition only.

    Args:
        text: A segment with inline tags.

    Returns:
        32 hexadecimal digits.
    """
    joined = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:HASH_LENGTH]
