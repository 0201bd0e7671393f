"""Where a form is no reproach: quotations, titles of laws, names, addresses, and words that are only named."""

import re
import tomllib
from bisect import bisect_right
from functools import cache, cached_property
from pathlib import Path

from glossary.guard.names import in_name
from glossary.guard.quotations import Quotations, merged

__all__ = ["EXCEPTION", "LAW", "NOWHERE", "QUOTATION", "Surroundings"]

QUOTATION, LAW, EXCEPTION = "quotation", "law", "exception"
# What is part of a name or an address is not a word of the text at all.
NOWHERE = "nowhere"
WINDOW, TITLE_WINDOW = 120, 60
NEAR_LEFT, NEAR_RIGHT = 30, 24
# Where a clause ends; “the Bohemians, as Roma were called” is one.
STOP = re.compile(
    r"[.;:!?()\n]|,(?!\s+(?:as|or|so-called|in\s+truth|in\s+fact|that\s+is|namely|mostly|ou|dits?|en\s+fait)\b)",
    re.IGNORECASE,
)
ENDINGS = (
    "org|com|net|eu|int|info|gov|edu|fr|de|at|ch|ro|hu|uk|ie|sk|cz|pl|es|it|pt|gr|bg|ua|rs|al|tr|nl|be|fi|se|no|lt|md"
)
FILES = "pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|html?|jpe?g|png|gif|webp|svg|mp[34]|zip"
ADDRESS = re.compile(
    rf"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|@\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:{ENDINGS}|{FILES})\b(?:/\S*)?",
    re.IGNORECASE,
)


@cache
def _rules(language):
    with (Path(__file__).parent / "rules" / "quiet.toml").open("rb") as file:
        table = tomllib.load(file).get(language, {})
    found = {kind: [re.compile(rule, re.IGNORECASE) for rule in table.get(kind, ())] for kind in ("phrases", "laws")}
    found["before"] = [re.compile(f"(?:{rule})$", re.IGNORECASE) for rule in table.get("before", ())]
    found["after"] = [re.compile(rule, re.IGNORECASE) for rule in table.get("after", ())]
    found["people"] = re.compile(table.get("people", r"(?!)"), re.IGNORECASE)
    found["near"], found["describing"] = (frozenset(table.get(name, ())) for name in ("near", "describing"))
    found["persons"] = re.compile(f"(?:{table.get('persons', '')})$", re.IGNORECASE)
    found["names"] = [re.compile(f"(?:{rule})$") for rule in table.get("names", ())]
    found["works"] = [re.compile(f"(?:{rule})$") for rule in _works(table)]
    untitled = [rf"(?:{nouns})[ \u00a0]+" for nouns in table.get("works", ())[:1]]
    found["places"] = [re.compile(f"(?:{rule})$", re.IGNORECASE) for rule in (*table.get("places", ()), *untitled)]
    both = table.get("both", ())
    found["both"] = [(re.compile(f"(?:{one})$", re.IGNORECASE), re.compile(two, re.IGNORECASE)) for one, two in both]
    return found


def _works(table):
    """Where the title of a work began that is written without marks: “the operetta The Gypsy Baron”."""
    if "works" not in table:
        return
    nouns, articles, links = table["works"]
    word, gap = r"[A-ZÀ-ÖØ-ÞĂȘȚŐŰ][\w’'-]*", "[ \u00a0\u202f]+"
    yield rf"(?i:{nouns}){gap}{word}{gap}(?:(?:{word}|{links}){gap}|(?<=[’'])){{0,4}}"
    yield rf"(?:(?i:{nouns})|(?<=[a-zà-ž],)|(?<=[a-zà-ž])){gap}(?:{articles})(?:{gap}|(?<=[’']))(?:[\w’'-]+{gap})?"


class Surroundings:
    """One text in one language; says of a place whether a form may stand there."""

    def __init__(self, text: str, language: str):
        """Read the text.

        Args:
            text: any text.
            language: a language code.
        """
        self.text, self.language, self.rules = text, language, _rules(language)
        self.quotations = Quotations(text, language)
        self._addresses = merged(match.span() for match in ADDRESS.finditer(text))

    def of(self, start: int, end: int, form: str = "") -> str:
        """Say why a form is no reproach at a place.

        Args:
            start, end: the place.
            form: the form as it stands in the glossary.

        Returns:
            `NOWHERE`, `QUOTATION`, `LAW`, `EXCEPTION`, or empty for a reproach.
        """
        if _hold(self._addresses, start, end) or self._ordinary(start, end, form):
            return NOWHERE
        if self.quotations.hold(start, end):
            return QUOTATION
        if in_name(self.text, start, end, self.language, form) or self._named(start):
            return NOWHERE
        return self._excused(start, end)

    def _named(self, start):
        if self._before("names", start) or self._before("works", start, TITLE_WINDOW):
            return True
        return self.text[start].isupper() and self._before("places", start, TITLE_WINDOW)

    def _ordinary(self, start, end, form):
        if form.casefold() in self.rules["describing"]:
            return not self.rules["persons"].search(STOP.split(self.text[max(0, start - WINDOW) : start])[-1])
        if form.casefold() not in self.rules["near"]:
            return False
        left = STOP.split(self.text[max(0, start - NEAR_LEFT) : start])[-1]
        right = STOP.split(self.text[end : end + NEAR_RIGHT])[0]
        return not (self.rules["people"].search(left) or self.rules["people"].search(right))

    def _excused(self, start, end):
        if _hold(self._laws, start, end):
            return LAW
        if _hold(self._phrases, start, end) or self._before("before", start) or self._after(end):
            return EXCEPTION
        if any(two.search(self.text[end : end + WINDOW]) for two in self._both(start)):
            return EXCEPTION
        return ""

    @cached_property
    def _laws(self):
        return self._spans("laws")

    @cached_property
    def _phrases(self):
        return self._spans("phrases")

    def _spans(self, kind):
        return merged(match.span() for rule in self.rules[kind] for match in rule.finditer(self.text))

    def _before(self, kind, start, window=WINDOW):
        return any(rule.search(self.text, max(0, start - window), start) for rule in self.rules[kind])

    def _both(self, start):
        return [two for one, two in self.rules["both"] if one.search(self.text, max(0, start - WINDOW), start)]

    def _after(self, end):
        right = self.text[end : end + WINDOW]
        return any(rule.search(right) for rule in self.rules["after"])


def _hold(spans, start, end):
    place = bisect_right(spans, (start, len(spans) and spans[-1][1])) - 1
    return place >= 0 and spans[place][1] >= end
