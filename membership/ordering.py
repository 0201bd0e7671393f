"""Alphabetical order that any database keeps: a name becomes digits that sort as the language sorts its letters."""

from common.collation import sort_key

__all__ = ["digits_of"]

LETTERS, MARKS = 60, 30
# Before every letter, so that a short name comes before a longer one that begins with it.
END = "1"
DIGIT, LETTER, OTHER = 0, 1, 2


def digits_of(text: str, language: str) -> str:
    """A name as digits.

    Args:
        text: A name.
        language: The language whose alphabet counts.

    Returns:
        Digits only, which every collation of every database sorts alike; at most 700 of them.
    """
    letters, written, _text = sort_key(text, language)
    first = "".join(_digits(*letter) for letter in letters[:LETTERS])
    # Names of the same letters differ by their accents.
    second = "".join(f"{ord(mark[0]):07}" for mark in written[:MARKS])
    return f"{first}{END}{second}"


def _digits(rank: int, place: int, base: str) -> str:
    if rank == LETTER:
        return f"3{place:04}"
    return f"{2 if rank == DIGIT else 4}{ord(base[0]):07}"
