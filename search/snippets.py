"""The passage of a page that holds the words looked for, with these words marked."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from django.utils.html import escape, format_html_join

from search.analyser import words
from search.scripts import MARK, sound_of

__all__ = ["Marks", "marked", "marks_of", "snippet", "spans"]

LENGTH = 230
SCANNED = 8_000
PARAGRAPH = " ¶ "
SENTENCE = re.compile("[.!?;…] ")


@dataclass
class Marks:
    """What is marked: single tokens, what words of other scripts sound like, and rows of tokens by their first."""

    single: set[str] = field(default_factory=set)
    sounds: set[str] = field(default_factory=set)
    rows: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)


def marks_of(plan):
    """Return what is marked in the results of a plan.

    Args:
        plan: the plan.
    """
    marks = Marks()
    for clause in plan.every():
        for tokens, _weight in clause.alternatives:
            if len(tokens) == 1:
                (marks.sounds if tokens[0].startswith(MARK) else marks.single).add(tokens[0])
            else:
                marks.rows.setdefault(tokens[0], []).append(tokens)
    return marks


def spans(text, marks, language):
    """Return the places in a text that are marked, as (start, end, token).

    Args:
        text: plain text in composed letters.
        marks: what is marked.
        language: the language of the text.
    """
    found = list(words(text, language))
    marked = []
    for place, word in enumerate(found):
        if word.token in marks.single or word.alternative in marks.single or _sounds(word, marks.sounds, language):
            marked.append((word.start, word.end, word.token))
            continue
        for row in marks.rows.get(word.token, ()):
            run = found[place : place + len(row)]
            if tuple(one.token for one in run) == row:
                marked.append((word.start, run[-1].end, " ".join(row)))
                break
    return _apart(marked)


def _sounds(word, sounds, language):
    return sounds and (sound_of(word.token, language) in sounds or sound_of(word.shape, language) in sounds)


def _apart(marked):
    kept = []
    for start, end, token in sorted(marked):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, token))
    return kept


def marked(text, marks, language):
    """Return a text as safe HTML, with what was looked for in ``<mark>``.

    Args:
        text: plain text; everything in it that could be markup is escaped.
        marks: what is marked.
        language: the language of the text.
    """
    return _html(text, spans(text, marks, language))


def _html(text, found):
    pieces, end = [], 0
    for start, stop, _token in found:
        pieces.append((text[end:start], text[start:stop]))
        end = stop
    return format_html_join("", "{}<mark>{}</mark>", pieces) + escape(text[end:])


def snippet(texts, marks, language):
    """Return the best passage of a page as safe HTML.

    Args:
        texts: the texts of the page, the most telling first.
        marks: what is marked.
        language: the language of the page.

    Returns:
        The passage with most different words looked for; the beginning of the first text where there is none.
    """
    best, most = None, 0
    for text in filter(None, texts):
        short = text[:SCANNED]
        found = spans(short, marks, language)
        start, number = _window(found)
        if number > most:
            best, most = (short, found, start), number
    if best is None:
        first = next(filter(None, texts), "")
        best = first[: LENGTH * 3], [], 0
    return _passage(*best)


def _window(found):
    """Where a passage begins that holds most different words, and how many."""
    best, most = 0, 0
    ends = [start for start, _end, _token in found]
    for place, (start, _end, _token) in enumerate(found):
        last = bisect_right(ends, start + LENGTH - 30)
        number = len({token for _start, _stop, token in found[place:last]})
        if number > most:
            best, most = start, number
    return best, most


def _beginning(text, first):
    """Where a passage begins: with the paragraph or a sentence of it, as early as the first word is not far."""
    paragraph = text.rfind(PARAGRAPH, 0, first)
    begin = paragraph + len(PARAGRAPH) if paragraph >= 0 else 0
    starts = [begin, *(found.end() for found in SENTENCE.finditer(text, begin, first))]
    near = [start for start in starts if first - start <= LENGTH // 2]
    return near[0] if near else text.rfind(" ", 0, first - LENGTH // 3) + 1


def _passage(text, found, first):
    begin = _beginning(text, first)
    stop = text.find(PARAGRAPH, begin)
    stop = len(text) if stop < 0 else stop
    if stop - begin > LENGTH:
        stop = max(text.rfind(" ", 0, begin + LENGTH), begin + 1)
    inside = [(start - begin, min(end, stop) - begin, token) for start, end, token in found if begin <= start < stop]
    piece = text[begin:stop]
    return escape("… " if begin else "") + _html(piece, inside) + escape(" …" if stop < len(text) else "")
