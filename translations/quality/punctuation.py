"""Checks of punctuation, by the rules of each language."""

import re

from django.utils.translation import gettext as _

from translations.quality.finding import Finding
from translations.quality.markup import ADDRESS
from translations.words import plain

ENDINGS = ".!?:;…"
SAME_ENDING = {"el": {"?": ";\u037e", ";": "·;"}}
CLOSING = "\"'”’»“)]\u202f\u00a0 "
FIRM = "\u00a0\u202f"
FRENCH_MARK = re.compile(rf"(?:[^\s{FIRM}?!;:]| )[;!?:](?=[\s»”\"')]|$)")
FRENCH_QUOTES = re.compile(rf"«(?![{FIRM}])|(?<![{FIRM}])»")
STRAIGHT_QUOTES = re.compile(r'"[^"]*"')
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
DOUBLE_SPACE = re.compile(r"\S {2,}\S")
QUOTES = {"fr": "« … »", "de": "„ … “", "rom": "„ … ”", "es": "« … »", "it": "« … »", "ro": "„ … ”", "hu": "„ … ”"}


def check_ending(pair) -> list[Finding]:
    """A sentence ends as its source does."""
    before, after = _ending(pair.source), _ending(pair.target)
    allowed = SAME_ENDING.get(pair.target_language, {}).get(before, before)
    if before == after or (after and after in allowed):
        return []
    if not before:
        message = _("The source does not end with “%(mark)s”.") % {"mark": after}
    else:
        message = _("The source ends with “%(mark)s”.") % {"mark": before}
    return [Finding("punctuation", message)]


def _ending(text: str) -> str:
    last = plain(text).rstrip(CLOSING)[-1:]
    return last if last in ENDINGS + "\u037e·" else ""


def check_marks(pair) -> list[Finding]:
    """Marks stand as the language wants them."""
    words = ADDRESS.sub("", plain(pair.target))
    by_language = {"fr": _french, "es": _spanish}.get(pair.target_language)
    found = by_language(words) if by_language else []
    if STRAIGHT_QUOTES.search(words) and pair.target_language in QUOTES:
        wanted = _("Quotation marks of this language are %(quotes)s.") % {"quotes": QUOTES[pair.target_language]}
        found.append(Finding("punctuation", wanted))
    return found


def _french(words: str) -> list[Finding]:
    found = []
    if FRENCH_MARK.search(words):
        found.append(Finding("punctuation", _("In French a firm space stands before ; : ! and ?")))
    if FRENCH_QUOTES.search(words):
        found.append(Finding("punctuation", _("In French firm spaces stand inside « and »")))
    if APOSTROPHE.search(words):
        found.append(Finding("punctuation", _("The apostrophe is ’, not '.")))
    return found


def _spanish(words: str) -> list[Finding]:
    pairs = (("?", "¿"), ("!", "¡"))
    return [
        Finding(
            "punctuation", _("In Spanish “%(mark)s” opens what “%(other)s” closes.") % {"mark": left, "other": right}
        )
        for right, left in pairs
        if words.count(right) != words.count(left)
    ]


def check_spaces(pair) -> list[Finding]:
    """No two spaces in a row."""
    if DOUBLE_SPACE.search(plain_spaces(pair.target)) and not DOUBLE_SPACE.search(plain_spaces(pair.source)):
        return [Finding("spaces", _("There are two spaces in a row."))]
    return []


def plain_spaces(text: str) -> str:
    """A segment without its tags, with its spaces."""
    return re.sub(r"<[^<>]*>", "", text)
