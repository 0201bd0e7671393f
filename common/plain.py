"""Plain words from markup."""

import html
import re

from django.utils.text import Truncator

BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|blockquote|td|th|tr|div|figcaption|dd|dt)\s*>|<br\s*/?>", re.IGNORECASE)
HIDDEN = re.compile(r"<(script|style|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
SPACE = re.compile(r"[ \t\r\n\f]+")


def words(markup: object) -> str:
    """The words of a piece of HTML, without tags, on one line.

    Args:
        markup: HTML or anything whose `str()` is HTML.

    Returns:
        Plain text, with entities resolved and spaces joined. It is not safe HTML.
    """
    text = HIDDEN.sub(" ", str(markup or ""))
    text = BLOCK_END.sub(" ", text)
    return SPACE.sub(" ", html.unescape(TAG.sub("", text))).strip()


def extract(markup: object, length: int = 300) -> str:
    """The first words of a piece of HTML, cut at a word with an ellipsis.

    Args:
        markup: HTML or plain text.
        length: Characters at most.

    Returns:
        Plain text of at most `length` characters.
    """
    text = words(markup)
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else Truncator(cut).chars(length)).rstrip(" ,;:.–-") + "…"
