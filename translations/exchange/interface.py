"""The words of the interface as a kit: catalogues for translators' tools, and back as a checked catalogue."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation import gettext as _

from translations.exchange import po
from translations.exchange.inline import Kind, Piece, storable
from translations.exchange.problems import RefusedError, UnreadableFileError
from translations.exchange.reading import looks_like_xml, sheets_in
from translations.exchange.reports import Line, Outcome, Part
from translations.exchange.sheets import CONFIRMED, READY, family
from translations.exchange.xliff import INTERFACE
from translations.words import FORBIDDEN, digest

PLACEHOLDER = re.compile(r"%\(\w+\)[-#0 +]*\d*\.?\d*[a-z]|%[sdifr%]|\{\w*\}")
KEY_LENGTH = 24
LONGEST = 10_000


def languages() -> list[tuple[str, str]]:
    """The languages whose words can be translated: all that are configured, but the source language."""
    return [(code, name) for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language is kept."""
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> polib.POFile:
    """The catalogue of a language, as the running site has it.

    Args:
        language: Its code.

    Raises:
        UnreadableFileError: If the site has none.
    """
    path = catalogue_path(language)
    if language not in dict(languages()) or not path.exists():
        raise UnreadableFileError(_("The site has no catalogue in this language."))
    found = polib.pofile(str(path), wrapwidth=po.WIDTH)
    found.metadata["Language"] = language
    return found


@dataclass(frozen=True)
class Message:
    """One message of a catalogue, or one plural form of it."""

    entry: polib.POEntry
    form: int | None = None

    @property
    def key(self) -> str:
        """The name of the message in files."""
        name = digest("\x04".join((self.entry.msgctxt or "", self.entry.msgid, self.entry.msgid_plural or "")))
        return name[:KEY_LENGTH] + ("" if self.form is None else f".{self.form}")

    @property
    def source(self) -> str:
        """The English words; those of the plural for every form but the first."""
        return self.entry.msgid_plural if self.form else self.entry.msgid

    @property
    def target(self) -> str:
        """The words in the language of the catalogue."""
        return self.entry.msgstr if self.form is None else self.entry.msgstr_plural.get(self.form, "")

    @property
    def unclear(self) -> bool:
        """Whether somebody has to look at the words."""
        return self.entry.fuzzy

    def write(self, text: str) -> None:
        """Set the words."""
        if self.form is None:
            self.entry.msgstr = text
        else:
            self.entry.msgstr_plural[self.form] = text


def messages_of(catalogue: polib.POFile) -> Iterator[Message]:
    """The messages of a catalogue, each plural form on its own.

    Args:
        catalogue: A catalogue.
    """
    forms = number_of_forms(catalogue)
    for entry in catalogue:
        if entry.obsolete:
            continue
        if entry.msgid_plural:
            yield from (Message(entry, form) for form in range(forms))
        else:
            yield Message(entry)


def number_of_forms(catalogue: polib.POFile) -> int:
    """How many plural forms a language has, as its catalogue says."""
    found = re.search(r"nplurals\s*=\s*(\d)", catalogue.metadata.get("Plural-Forms", ""))
    return int(found[1]) if found else 2


@dataclass
class Taking:
    """Taking a file into the catalogue of a language; the catalogue on the site stays as it is."""

    language: str
    name: str = ""
    part: Part = field(init=False)
    catalogue: polib.POFile = field(init=False)

    def take(self, data: bytes) -> Part:
        """Check a file and make a catalogue of it.

        Args:
            data: The bytes of an XLIFF or PO file.

        Returns:
            What became of every message; `catalogue` is the catalogue to commit.
        """
        self.part = Part(self.name, language=self.language)
        self.catalogue = catalogue(self.language)
        try:
            said = list(self._said(data))
        except UnreadableFileError as error:
            self.part.problem = str(error)
            return self.part
        known = {message.key: message for message in messages_of(self.catalogue)}
        times = Counter(key for key, *_rest in said)
        for key, source, target, unclear in said:
            self.part.lines.append(self._line(known.get(key), source, target, unclear, times[key]))
        return self.part

    def _said(self, data: bytes) -> Iterator[tuple[str, str, str, bool]]:
        if not looks_like_xml(data):
            file = po.parse(data)
            self._check_language(file.metadata.get("Language", ""))
            yield from ((one.key, one.source, one.target, one.unclear) for one in messages_of(file))
            return
        for sheet in sheets_in(data, self.name):
            self._check_language(sheet.target_language)
            if sheet.identifier != INTERFACE:
                raise UnreadableFileError(_("This is not a file of interface words, but of a page."))
            for entry in sheet.entries:
                unclear = bool(entry.state) and family(entry.state) not in {READY, CONFIRMED}
                source, target = text_of(entry.source), text_of(entry.target)
                yield entry.key, source, target if entry.state or target != source else "", unclear

    def _check_language(self, said: str) -> None:
        if said and said.replace("_", "-").lower().split("-")[0] != self.language:
            message = _("The file translates into %(said)s, not into %(own)s.")
            raise UnreadableFileError(message % {"said": said[:20], "own": self.language})

    def _line(self, message: Message | None, source: str, target: str, unclear: bool, times: int) -> Line:
        try:
            outcome = self._take(message, source, target, unclear, times)
        except RefusedError as error:
            return Line(Outcome.REFUSED, source=source, target=target, reasons=(str(error),))
        return Line(outcome, source=source, target=target, review=unclear and outcome is not Outcome.UNCHANGED)

    def _take(self, message: Message | None, source: str, target: str, unclear: bool, times: int) -> Outcome:
        if message is None:
            raise RefusedError(_("There is no such message in the interface."))
        if message.source != source:
            raise RefusedError(_("The source in the file is not the source of this segment."))
        if times > 1:
            raise RefusedError(_("It stands in the file more than once."))
        if not target or (target == message.target and unclear == message.unclear):
            return Outcome.UNCHANGED
        check_message(message, target)
        outcome = Outcome.UPDATED if message.target else Outcome.CREATED
        message.write(target)
        _flag(message.entry, unclear)
        return outcome


def _flag(entry: polib.POEntry, unclear: bool) -> None:
    if entry.fuzzy != unclear:
        entry.flags = [*entry.flags, "fuzzy"] if unclear else [flag for flag in entry.flags if flag != "fuzzy"]


def check_message(message: Message, target: str) -> None:
    """Refuse words that would break the page on which they stand.

    Args:
        message: The message.
        target: Its new words.

    Raises:
        RefusedError: If placeholders, line breaks or tags are not those of the source.
    """
    if FORBIDDEN.search(target) or len(target) > LONGEST:
        raise RefusedError(_("It has characters that cannot be stored, or is too long."))
    before, after = Counter(PLACEHOLDER.findall(message.source)), Counter(PLACEHOLDER.findall(target))
    singular = message.entry.msgid_plural and not message.form
    wrong = (after - before) if singular else (before - after) + (after - before)
    if wrong:
        sentence = _("Placeholders must be the same as in the source. Please check: %(placeholders)s.")
        raise RefusedError(sentence % {"placeholders": ", ".join(sorted(wrong))})
    if Counter(re.findall(r"</?\w+", message.source)) != Counter(re.findall(r"</?\w+", target)):
        raise RefusedError(_("Links and emphasis must be the same as in the source."))
    if message.source.endswith("\n") != target.endswith("\n"):
        raise RefusedError(_("A line break at the end must be kept."))


def text_of(pieces: list[Piece] | str | None) -> str:
    """The words of pieces that have no codes but placeholders.

    Args:
        pieces: What a file says.
    """
    if isinstance(pieces, str) or pieces is None:
        return pieces or ""
    return storable("".join(piece.value for piece in pieces if piece.kind is Kind.TEXT))
