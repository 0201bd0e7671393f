"""Segments as people see them: tags as small marks, terms set off, and what differs between two texts."""

import difflib
import html
import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from translations.quality.vocabulary import Term, places_of
from translations.words import plain

TAG = re.compile(r"<[^<>]+>")
PIECE = re.compile(r"(<[^<>]+>)")
NAME = re.compile(r"<\s*(/?)\s*([a-z0-9]+)(?:[^<>]*?id=\"([^\"]+)\")?")
MANY = 1500
TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def shown_source(text: str, terms: list[Term]) -> SafeString:
    """A segment with its tags as small marks and its terms set off.

    Args:
        text: A segment with inline tags.
        terms: Terms of the pair of languages; the number of each is its place in the list of those used here.

    Returns:
        Safe HTML.
    """
    pieces = [
        _tag(piece) if TAG.fullmatch(piece) else _words(html.unescape(piece), terms) for piece in PIECE.split(text)
    ]
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _tag(piece: str) -> SafeString:
    match = NAME.match(piece)
    if match is None:
        return format_html("{}", piece)
    if match[2] == "br":
        return format_html("{}<br>", format_html('<span class="wb-tag">{}</span>', "↵"))
    return format_html('<span class="wb-tag">{}{}</span>', "/" if match[1] else "", match[3] or match[2])


def _words(text: str, terms: list[Term]) -> SafeString:
    parts, last = [], 0
    for start, end, term in places_of(text, terms):
        parts += [format_html("{}", text[last:start])]
        parts += [format_html('<mark class="wb-term" title="{}">{}</mark>', term.target, text[start:end])]
        last = end
    parts.append(format_html("{}", text[last:]))
    return format_html_join("", "{}", ((part,) for part in parts))


def differences(before: str, after: str) -> SafeString:
    """What was taken away from a text and what came to it, word by word.

    Args:
        before: The older text, with or without inline tags.
        after: The newer one.

    Returns:
        Safe HTML with `del` and `ins`.
    """
    old, new = TOKEN.findall(plain(before)), TOKEN.findall(plain(after))
    parts = []
    for kind, start, end, other_start, other_end in _changes(old, new):
        removed, added = "".join(old[start:end]), "".join(new[other_start:other_end])
        if kind == "equal":
            parts.append(format_html("{}", added))
            continue
        parts += [format_html("<del>{}</del>", removed)] if removed else []
        parts += [format_html("<ins>{}</ins>", added)] if added else []
    return format_html_join("", "{}", ((part,) for part in parts))


def _changes(old: list[str], new: list[str]) -> list[tuple]:
    """As difflib tells them; what both have at their ends is left out first, long middles are compared coarsely."""
    shortest = min(len(old), len(new))
    head = next((place for place in range(shortest) if old[place] != new[place]), shortest)
    rest = range(1, shortest - head + 1)
    tail = next((place for place in rest if old[-place] != new[-place]), shortest - head + 1) - 1
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    coarse = max(len(before), len(after)) > MANY
    found = difflib.SequenceMatcher(None, before, after, autojunk=coarse).get_opcodes()
    shifted = [(kind, *(place + head for place in places)) for kind, *places in found]
    same = [("equal", 0, head, 0, head)] if head else []
    return [*same, *shifted, *([("equal", len(old) - tail, len(old), len(new) - tail, len(new))] if tail else [])]


def editable(text: str) -> str:
    """A segment as it stands in a field to write in: "&" is itself, all other markup stays."""
    return text.replace("&amp;", "&").replace("&gt;", ">").replace("<br/>", "\n").replace("<br>", "\n")
