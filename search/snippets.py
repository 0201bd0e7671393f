"""The passage of a page that holds the words looked for, with these words marked."""

import re

from django.utils.html import escape, format_html_join

from common.folding import WORD, fold

__all__ = ["marked", "snippet"]

LENGTH = 220
BEFORE = 60
SPACE = re.compile(r"\s+")


def marked(text, words):
    """Return a text as safe HTML, with the given words in ``<mark>``.

    Args:
        text: plain text; everything in it that could be markup is escaped.
        words: folded words.
    """
    pieces, end = [], 0
    for found in WORD.finditer(text):
        if fold(found[0]) in words:
            pieces.append((text[end : found.start()], found[0]))
            end = found.end()
    return format_html_join("", "{}<mark>{}</mark>", pieces) + escape(text[end:])


def snippet(texts, words):
    """Return the best passage of a page as safe HTML.

    Args:
        texts: the texts of the page, the most telling first.
        words: folded words.

    Returns:
        The passage of the first text that holds most of the words; the beginning of the first text where none does.
    """
    clean = [text for text in (SPACE.sub(" ", text).strip() for text in texts) if text]
    if not clean:
        return ""
    best = max(clean, key=lambda text: len(words & {fold(word) for word in WORD.findall(text)}))
    return marked(_passage(best, words), words)


def _passage(text, words):
    first = next((found.start() for found in WORD.finditer(text) if fold(found[0]) in words), 0)
    start = text.rfind(" ", 0, first - BEFORE) + 1 if first > BEFORE else 0
    if len(text) - start <= LENGTH:
        return ("… " if start else "") + text[start:]
    cut = text[start : start + LENGTH].rsplit(" ", 1)[0]
    return ("… " if start else "") + cut + " …"
