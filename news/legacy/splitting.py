"""Takes cleaned HTML apart into the pieces of a story: text, headings, lists, quotations and pictures."""

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from news.legacy.cleaning import BLOCKS, link_target

__all__ = ["Piece", "pieces_of"]

EMPHASIS = {"b": "b", "strong": "b", "i": "i", "em": "i"}
HEADINGS = {"h1": "2", "h2": "2", "h3": "3", "h4": "3", "h5": "3", "h6": "3"}
LITERAL = {"br": "<br/>", "q": "“"}
LISTS = {"ul", "ol"}
CELLS = {"td", "th"}
SIGNATURES = {"cite", "footer"}
SPACE = re.compile(r"\s+")
BREAKS = re.compile(r"(?:\s*<br/>\s*){2,}")
EDGE_BREAKS = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$")
EMPTY = re.compile(r"<(b|i|li)>\s*</\1>|<a href=\"[^\"]*\">\s*</a>")


@dataclass
class Piece:
    """A part of a story.

    Attributes:
        kind: "text", "list", "heading", "quote", "signature" or "image".
        html: Its words with emphasis and links; for a picture, its source.
        level: Of a heading: "2" or "3".
        alt: Of a picture: what it shows.
        caption: Of a picture: the words beneath.
        parts: Of a block quotation: the pieces within.
    """

    kind: str
    html: str
    level: str = ""
    alt: str = ""
    caption: str = ""
    parts: list["Piece"] = field(default_factory=list)


def pieces_of(markup: str) -> tuple[list[Piece], set[str]]:
    """Take HTML apart.

    Args:
        markup: HTML that `clean_html` has cleaned.

    Returns:
        The pieces in reading order, and what was changed on the way, in words.
    """
    splitter = _Splitter()
    splitter.feed(markup)
    splitter.close()
    splitter.finish()
    return splitter.pieces, splitter.changes


class _Splitter(HTMLParser):
    """Walks through the tags once; never calls itself, so that no depth of tags can break it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces, self.changes = [], set()
        self.buffer, self.opened = [], []
        self.lists, self.quote_starts = [], []
        self.kind, self.level = "text", ""

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag in EMPHASIS:
            self._open(EMPHASIS[tag], f"<{EMPHASIS[tag]}>")
        elif tag in LITERAL:
            self.buffer.append(LITERAL[tag])
        elif tag == "a":
            self._open_link(attributes.get("href", ""))
        elif tag == "img":
            self._picture(attributes)
        elif tag in BLOCKS or tag in SIGNATURES:
            self._start_block(tag)

    def handle_endtag(self, tag):
        if tag in EMPHASIS:
            self._close(EMPHASIS[tag])
        elif tag == "a":
            self._close("a")
        elif tag == "q":
            self.buffer.append("”")
        elif tag in BLOCKS or tag in SIGNATURES:
            self._end_block(tag)

    def handle_data(self, data):
        self.buffer.append(escape(SPACE.sub(" ", data), quote=False))

    def finish(self):
        """Close what is open at the end of the text."""
        self.lists.clear()
        self._flush()
        while self.quote_starts:
            self._end_quote()

    def _start_block(self, tag):
        if self.lists:
            self._inside_list(tag)
            return
        if tag in CELLS:
            self.changes.add("a table became lines of text")
            self.buffer.append(" · " if self._has_words() else "")
            return
        if tag in SIGNATURES and not self.quote_starts:
            return
        self._flush()
        if tag in LISTS:
            self._open_list(tag)
        elif tag == "blockquote":
            self.quote_starts.append(len(self.pieces))
        self._name_kind(tag)

    def _name_kind(self, tag):
        if tag in HEADINGS:
            self.kind, self.level = "heading", HEADINGS[tag]
        elif tag in SIGNATURES:
            self.kind = "signature"
        elif tag == "figcaption":
            self.kind = "caption"

    def _end_block(self, tag):
        if self.lists:
            self._end_in_list(tag)
        elif tag in CELLS or (tag in SIGNATURES and not self.quote_starts):
            return
        else:
            self._flush()
            if tag == "blockquote" and self.quote_starts:
                self._end_quote()

    def _end_quote(self):
        start = self.quote_starts.pop()
        inside, self.pieces[start:] = self.pieces[start:], []
        if inside and not self.quote_starts:
            self.pieces.append(Piece("quote", "", parts=inside))
        else:
            self.pieces += inside

    def _open_list(self, tag):
        self.lists.append(tag)
        self.buffer.append(f"<{tag}>")
        self.kind = "list"

    def _inside_list(self, tag):
        if tag in LISTS:
            self.lists.append(tag)
            self.buffer.append(f"<{tag}>")
        elif tag == "li":
            self.buffer.append("<li>")
        else:
            self.buffer.append(" ")

    def _end_in_list(self, tag):
        if tag == "li":
            self._close_all()
            self.buffer.append("</li>")
        elif tag in LISTS:
            self._close_all()
            self.buffer.append(f"</{self.lists.pop()}>")
            if not self.lists:
                self._flush()
        else:
            self.buffer.append(" ")

    def _open(self, name, markup):
        if all(name != each for each, _markup in self.opened):
            self.opened.append((name, markup))
            self.buffer.append(markup)

    def _open_link(self, href):
        target = link_target(href)
        if target:
            self._open("a", f'<a href="{escape(target)}">')
        elif href:
            self.changes.add("a link that leads nowhere became text")

    def _close(self, name):
        names = [each for each, _markup in self.opened]
        if name not in names:
            return
        place = names.index(name)
        inner = self.opened[place + 1 :]
        self.buffer += [f"</{each}>" for each in reversed(names[place:])]
        self.opened[place:] = inner
        self.buffer += [markup for _name, markup in inner]

    def _close_all(self):
        self.buffer += [f"</{name}>" for name, _markup in reversed(self.opened)]
        self.opened.clear()

    def _has_words(self):
        return any(part.strip() for part in self.buffer if not part.startswith("<"))

    def _picture(self, attributes):
        piece = Piece("image", attributes.get("src", "").strip(), alt=" ".join(attributes.get("alt", "").split()))
        if not self.lists:
            self._flush(keep_kind=True)
        if piece.html:
            self.pieces.append(piece)

    def _flush(self, keep_kind=False):
        kind, level, still_open = self.kind, self.level, list(self.opened)
        self._close_all()
        html, self.buffer = _tidy("".join(self.buffer)), []
        if not keep_kind:
            self.kind, self.level = "text", ""
        self.opened = still_open
        self.buffer += [markup for _name, markup in still_open]
        if kind == "caption" and self.pieces and self.pieces[-1].kind == "image":
            self.pieces[-1].caption = html
        elif html:
            kind = "text" if kind == "caption" else kind
            parts = BREAKS.split(html) if kind == "text" else [html]
            self.pieces += [Piece(kind, part, level=level) for part in parts if part]


def _tidy(html):
    """Drop emphasis, links and items around nothing, and breaks at the edges."""
    before = None
    while before != html:
        before, html = html, EMPTY.sub(" ", html)
    html = EDGE_BREAKS.sub("", SPACE.sub(" ", html)).strip()
    return html if re.sub(r"<[^>]*>|\s|·", "", html) else ""
