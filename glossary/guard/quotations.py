"""Where a text quotes: between marks of any language, in lines that an answer to a letter sets off with ">", and in
what somebody says after a dash."""

import re
from bisect import bisect_right

__all__ = ["Quotations", "merged"]

# An opening mark and the marks that may close it, in this order of preference.
PAIRS = {
    "«": "»", "„": "“”\"", "“": "”\"“", "‹": "›", "‚": "‘’", "‘": "’", "\"": "\"", "'": "'", "»": "«", "›": "‹",
    "”": "”", "’": "’", ",,": ["''", "”", "“", "\""], "``": ["''"], "''": ["''"],
}  # fmt: skip
MARK = re.compile(r",,|``|''|[«»„“”‹›‚‘’\"']")
BEFORE_OPENING = re.compile(r"[\s(\[{—–\-/:;.,¡¿>«„“‘]")
AFTER_CLOSING = re.compile(r"[\s)\]}—–\-/:;.,!?…<»”“’\"']")
# These marks also stand elsewhere, so that their place decides; « and „ always open.
BY_PLACE = set("\"'’‘»›”") | {"''"}
LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
# Here a line that begins with a dash and ends like a sentence is what somebody says; elsewhere it is a row of a list.
SPEAK_AFTER_DASH = {
    "fr", "ro", "hu", "es", "it", "pt", "pl", "cs", "sk", "bg", "uk", "ru", "sr", "hr", "el", "tr", "lt",
}  # fmt: skip
SPOKEN = re.compile(r"^[ \t]*[—–][ \t\u00a0\u202f].*[.!?…][»”\"]?[ \t]*$", re.MULTILINE)
PARAGRAPH = re.compile(r"\n\s*\n")


class Quotations:
    """The quoted places of one text."""

    def __init__(self, text: str, language: str = ""):
        """Find them.

        Args:
            text: any text; a quotation that is not closed ends with its paragraph if it also began it.
            language: a language code.
        """
        lines = [LINE, SPOKEN] if language in SPEAK_AFTER_DASH else [LINE]
        spans = [match.span() for rule in lines for match in rule.finditer(text)]
        start = 0
        for gap in [*PARAGRAPH.finditer(text), None]:
            end = gap.start() if gap else len(text)
            spans += _spans(text, start, end)
            start = gap.end() if gap else end
        self._spans = merged(spans)
        self._starts = [span[0] for span in self._spans]

    def hold(self, start: int, end: int) -> bool:
        """Tell whether a place is quoted.

        Args:
            start, end: the place.
        """
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and self._spans[place][1] >= end


def merged(spans) -> list[tuple[int, int]]:
    """Join places that overlap.

    Args:
        spans: pairs of (start, end), in any order.

    Returns:
        Pairs in order.
    """
    found = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _spans(text, start, end):
    marks = list(MARK.finditer(text, start, end))
    place = 0
    while place < len(marks):
        mark = marks[place]
        closing = _closing(text, marks, place, end) if _opens(text, mark, start) else None
        if closing is not None:
            yield mark.start(), marks[closing].end()
            place = closing
        elif mark.group() in "«„“" and not text[start : mark.start()].strip():
            yield mark.start(), end
            return
        place += 1


def _opens(text, mark, start):
    sign = mark.group()
    if sign not in PAIRS:
        return False
    if sign not in BY_PLACE:
        return True
    free = mark.start() == start or BEFORE_OPENING.match(text[mark.start() - 1]) is not None
    return free and mark.end() < len(text) and not text[mark.end()].isspace()


def _closing(text, marks, place, end):
    opening = marks[place].group()
    depth = 0
    for number in range(place + 1, len(marks)):
        sign = marks[number].group()
        if sign == opening and opening in "«„‹":
            depth += 1
        elif sign in PAIRS[opening] and _closes(text, marks[number], end, opening):
            if depth == 0:
                return number
            depth -= 1
    return None


def _closes(text, mark, end, opening):
    if mark.group() not in BY_PLACE or (opening in "«„‹" and mark.group() in "»›"):
        return True
    if text[mark.start() - 1].isspace():
        return mark.group() == "»"
    return mark.end() == end or AFTER_CLOSING.match(text[mark.end()]) is not None
