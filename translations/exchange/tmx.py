"""TMX 1.4: the memory out of the site, and memories of other tools into it."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bs4 import BeautifulSoup
from django.db import transaction
from django.utils.translation import gettext as _
from lxml import etree
from wagtail_localize.strings import StringValue

from common.plain import extract
from translations.exchange.inline import Kind, storable, take_apart
from translations.exchange.matching import same_language
from translations.exchange.problems import RefusedError, UnreadableFileError
from translations.exchange.reports import Line, Outcome, Part
from translations.exchange.xliff import LANG, TOOL, local, parse
from translations.memory import add_marks
from translations.models import MemoryEntry, Origin
from translations.quality.markup import lost_tags
from translations.words import clean, digest, plain

MOST_UNITS = 50_000
LONGEST = 10_000
PLACE = 255
BATCH = 500
CODES = {"bpt", "ept", "ph", "it"}
THROUGH = {"hi", "sub"}
VERSION = re.compile(r"^1\.")


def write(entries: Iterable[MemoryEntry], languages: tuple[str, str]) -> bytes:
    """Write the memory of a pair of languages as TMX.

    Args:
        entries: Entries of the memory.
        languages: Codes of the source and the target language.

    Returns:
        The bytes of the file.
    """
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": TOOL,
            "creationtoolversion": "1",
            "segtype": "block",
            "o-tmf": TOOL,
            "adminlang": "en",
            "srclang": languages[0],
            "datatype": "html",
        },
    )
    body = etree.SubElement(root, "body")
    for entry in entries:
        unit = etree.SubElement(body, "tu", creationdate=f"{entry.created_at:%Y%m%dT%H%M%SZ}")
        unit.tail = "\n"
        if entry.place:
            etree.SubElement(unit, "note").text = storable(entry.place)
        for code, text in zip(languages, (entry.source_text, entry.target_text), strict=True):
            variant = etree.SubElement(unit, "tuv", {LANG: code})
            _fill(etree.SubElement(variant, "seg"), text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _fill(segment, markup: str) -> None:
    content = take_apart(markup)
    last = None
    for piece in content.pieces:
        if piece.kind is Kind.TEXT:
            if last is None:
                segment.text = (segment.text or "") + piece.value
            else:
                last.tail = (last.tail or "") + piece.value
            continue
        name, attributes, text = _code(piece, content.codes[piece.value])
        last = etree.SubElement(segment, name, attributes)
        last.text = text


def _code(piece, code) -> tuple[str, dict[str, str], str]:
    if piece.kind is Kind.VOID:
        return "ph", {"x": piece.value}, code.void
    if piece.kind is Kind.OPEN:
        return "bpt", {"i": piece.value, "x": piece.value}, code.opening
    return "ept", {"i": piece.value}, f"</{code.name}>"


@dataclass(frozen=True)
class Pair:
    """A sentence and its translation, as a TMX file has them."""

    source: str
    target: str
    place: str = ""


@dataclass
class Taking:
    """Taking a memory in, for one pair of languages."""

    languages: tuple[str, str]
    user: object = None
    name: str = ""
    part: Part = field(init=False)

    def take(self, data: bytes, *, dry_run: bool = False) -> Part:
        """Take a TMX file in.

        Args:
            data: The bytes of the file.
            dry_run: Whether everything is tried and nothing kept.

        Returns:
            What became of every unit.
        """
        self.part = Part(self.name, language=self.languages[1])
        try:
            pairs = list(self._pairs(parse(data)))
        except UnreadableFileError as error:
            self.part.problem = str(error)
            return self.part
        with transaction.atomic():
            for start in range(0, len(pairs), BATCH):
                self._keep(pairs[start : start + BATCH])
            if dry_run:
                transaction.set_rollback(True)
        return self.part

    def _pairs(self, root: Element) -> Iterator[Pair]:
        if local(root) != "tmx" or not VERSION.match(root.get("version", "")):
            raise UnreadableFileError(_("The file is XML, but not TMX 1.4."))
        units = [one for one in root.iter() if local(one) == "tu"]
        if not units:
            raise UnreadableFileError(_("There is no sentence in the file."))
        if len(units) > MOST_UNITS:
            message = _("The file has more than %(number)d sentences. Split it into several.")
            raise UnreadableFileError(message % {"number": MOST_UNITS})
        for unit in units:
            try:
                yield self._pair(unit)
            except RefusedError as error:
                words = "".join(unit.itertext())
                self.part.lines.append(Line(Outcome.REFUSED, source=extract(html.escape(words)), reasons=(str(error),)))

    def _pair(self, unit: Element) -> Pair:
        found: dict[str, str] = {}
        for variant in (one for one in unit if local(one) == "tuv"):
            said = variant.get(LANG, variant.get("lang", ""))
            code = next((code for code in self.languages if same_language(said, code)), None)
            segment = next((one for one in variant if local(one) == "seg"), None)
            if code is not None and segment is not None:
                found.setdefault(code, markup_of(segment))
        source, target = (found.get(code, "") for code in self.languages)
        if not plain(source) or not plain(target):
            message = _("It has no words in %(source)s and in %(target)s.")
            raise RefusedError(message % dict(zip(("source", "target"), self.languages, strict=True)))
        if max(len(source), len(target)) > LONGEST:
            raise RefusedError(_("It is longer than any segment."))
        if lost_tags(source, target):
            source, target = html.escape(plain(source), quote=False), html.escape(plain(target), quote=False)
        return Pair(source, target)

    def _keep(self, pairs: list[Pair]) -> None:
        keys: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            keys.setdefault((digest(pair.source), digest(pair.target)), pair)
        own = MemoryEntry.objects.filter(source_language=self.languages[0], target_language=self.languages[1])
        rows = own.filter(source_hash__in={source for source, _target in keys})
        known = set(rows.values_list("source_hash", "target_hash"))
        fresh = [self._entry(key, pair) for key, pair in keys.items() if key not in known]
        add_marks(MemoryEntry.objects.bulk_create(fresh))
        same = len(pairs) - len(fresh)
        self.part.lines += [
            Line(Outcome.CREATED, source=extract(one.source_text), target=extract(one.target_text)) for one in fresh
        ]
        self.part.lines += [Line(Outcome.UNCHANGED)] * same

    def _entry(self, key: tuple[str, str], pair: Pair) -> MemoryEntry:
        return MemoryEntry(
            source_language=self.languages[0],
            target_language=self.languages[1],
            source_hash=key[0],
            target_hash=key[1],
            source_plain=plain(pair.source),
            source_text=pair.source,
            target_text=pair.target,
            origin=Origin.FILE,
            place=self.name[:PLACE],
            user=self.user,
        )


def markup_of(segment: Element) -> str:
    """The segment of a TMX file as markup; codes that are no tags of this site are left out.

    Args:
        segment: A <seg>.
    """
    written = clean(_written(segment))
    try:
        StringValue.from_translated_html(written)
    except ValueError:
        return html.escape(plain(written), quote=False)
    return str(BeautifulSoup(written, "html.parser"))


def _written(element: Element) -> str:
    found = [html.escape(element.text or "", quote=False)]
    for one in element:
        if local(one) in CODES:
            found.append("".join(one.itertext()))
        elif local(one) in THROUGH:
            found.append(_written(one))
        found.append(html.escape(one.tail or "", quote=False))
    return "".join(found)
