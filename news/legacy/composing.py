"""From the pieces of a text to the blocks of a story."""

import re
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from wagtail.images.models import AbstractImage

from common.plain import words
from news.legacy.cleaning import clean_html, removed_parts
from news.legacy.quotations import Quotation, only_quoted, quotation_in, signature_of, signed
from news.legacy.records import Record
from news.legacy.speakers import Speaker
from news.legacy.splitting import Piece, pieces_of

__all__ = ["Composer", "compose"]

NAMESPACE = uuid.UUID("3c8f4a52-6f0b-4f62-9d0e-6b9f7a1d2c44")
ONE_LINK = re.compile(r"<a href=\"[^\"]*\">[^<]*</a>[.;,]?")
MAX_HEADING, MAX_CAPTION, MAX_ALT = 160, 300, 250

Finder = Callable[[str, str, Record], AbstractImage | None]


@dataclass
class Composer:
    """Puts one story together.

    Attributes:
        record: The story; gets changes and warnings.
        find_picture: Gives the picture in the library for a source and a caption, or None.
        blocks: What has been composed, as a stream stores it.
        texts: Paragraphs and lists that wait for the end of their block.
    """

    record: Record
    find_picture: Finder
    blocks: list[dict] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def add(self, kind: str, value) -> None:
        """Add a block; the same place in the same story always gets the same id."""
        self.close_texts()
        self._append(kind, value)

    def close_texts(self) -> None:
        """Make one block of the paragraphs that wait."""
        if self.texts:
            html, self.texts = "".join(self.texts), []
            self._append("paragraph", html)

    def _append(self, kind: str, value) -> None:
        name = f"{self.record.legacy_id}/{self.record.language}/{len(self.blocks)}"
        self.blocks.append({"type": kind, "value": value, "id": str(uuid.uuid5(NAMESPACE, name))})

    def quote(self, quotation: Quotation) -> None:
        """Add a quotation."""
        speaker = quotation.speaker
        self.add(
            "quote",
            {
                "text": quotation.text,
                "language": self.record.language,
                "translation": "",
                "translation_note": "",
                "speaker": speaker.name[:120],
                "role": speaker.role,
                "country": speaker.country,
                "group": speaker.group,
                "occasion": quotation.occasion,
                "date": None,
                "source": self.record.source_url,
            },
        )

    def picture(self, piece: Piece) -> None:
        """Add a picture, where the library has it; the story's own stands above the text already."""
        if piece.html == self.record.image:
            self.record.image_alt = self.record.image_alt or piece.alt[:MAX_ALT]
            return
        caption = words(piece.caption)[:MAX_CAPTION]
        image = self.find_picture(piece.html, caption, self.record)
        if image is not None:
            if not piece.alt:
                self.record.warnings.append("a picture in the text has no text alternative")
            picture = {"image": image.pk, "alt_text": piece.alt[:MAX_ALT], "decorative": False}
            self.add("image", {"image": picture, "caption": caption})


def compose(record: Record, find_picture: Finder) -> list[dict]:
    """Make the blocks of a story out of its HTML.

    Args:
        record: The story; gets changes and warnings.
        find_picture: Gives the picture in the library for a source and a caption, or None.

    Returns:
        Blocks as a stream stores them.
    """
    removed = removed_parts(record.body_html)
    if removed:
        record.warnings.append(f"taken out because it could act: {', '.join(removed)}")
    pieces, changes = pieces_of(clean_html(record.body_html))
    record.changes += sorted(changes)
    composer = Composer(record, find_picture)
    following = deque(_listed(pieces))
    while following:
        _add(composer, following.popleft(), following)
    composer.close_texts()
    found = sum(block["type"] == "quote" for block in composer.blocks)
    if found:
        record.changes.append(f"quotations recognised: {found}")
    return composer.blocks


def _add(composer: Composer, piece: Piece, following: deque[Piece]) -> None:
    if piece.kind == "image":
        composer.picture(piece)
    elif piece.kind == "heading":
        _add_heading(composer, piece)
    elif piece.kind == "quote":
        _add_block_quote(composer, piece, following)
    elif piece.kind == "list":
        composer.texts.append(piece.html)
    else:
        _add_text(composer, piece, following)


def _add_heading(composer: Composer, piece: Piece) -> None:
    text = words(piece.html)
    if len(text) > MAX_HEADING:
        composer.texts.append(f"<p>{piece.html}</p>")
    else:
        composer.add("heading", {"text": text, "level": piece.level})


def _add_text(composer: Composer, piece: Piece, following: deque[Piece]) -> None:
    language = composer.record.language
    quotation = quotation_in(piece.html, language)
    alone = "" if quotation else only_quoted(piece.html)
    speaker = _next_signature(following, language) if alone else None
    if quotation or speaker:
        composer.quote(quotation or Quotation(alone, speaker))
    else:
        composer.texts.append(f"<p>{piece.html}</p>")


def _add_block_quote(composer: Composer, piece: Piece, following: deque[Piece]) -> None:
    language = composer.record.language
    marked = [part for part in piece.parts if part.kind == "signature"]
    speaker = next((each for part in marked if (each := signature_of(part.html, language, sure=True))), None)
    said = [words(part.html) for part in piece.parts if part.kind not in {"image", "signature"}]
    text, last = signed("\n".join(said), language) if len(said) == 1 else _last_line(said, language)
    speaker = speaker or last or _next_signature(following, language)
    for part in piece.parts:
        if part.kind == "image":
            composer.picture(part)
    if speaker and text:
        composer.quote(Quotation(text, speaker))
    else:
        _keep_as_text(composer, piece)


def _last_line(said: list[str], language: str) -> tuple[str, Speaker | None]:
    speaker = signature_of(said[-1], language) if said else None
    kept = said[:-1] if speaker else said
    text, at_end = signed("\n".join(kept), language) if kept and not speaker else ("\n".join(kept), None)
    return text.strip('“”„«»" \n'), speaker or at_end


def _next_signature(following: deque[Piece], language: str) -> Speaker | None:
    """The speaker named by the piece that comes next; that piece is then used up."""
    if not following or following[0].kind not in {"text", "signature"}:
        return None
    speaker = signature_of(following[0].html, language)
    if speaker:
        following.popleft()
    return speaker


def _keep_as_text(composer: Composer, piece: Piece) -> None:
    composer.record.warnings.append("a block quotation without a recognised speaker was kept as text")
    for part in piece.parts:
        if part.kind == "list":
            composer.texts.append(part.html)
        elif part.kind != "image":
            composer.texts.append(f"<p>{part.html}</p>")


def _listed(pieces: list[Piece]) -> list[Piece]:
    """Make a list of links that stand one below the other."""
    found, run = [], []
    for piece in [*pieces, Piece("end", "")]:
        if piece.kind == "text" and ONE_LINK.fullmatch(piece.html):
            run.append(piece)
            continue
        if len(run) > 1:
            run = [Piece("list", "<ul>" + "".join(f"<li>{each.html}</li>" for each in run) + "</ul>")]
        found += run
        run = []
        found.append(piece)
    return found[:-1]
