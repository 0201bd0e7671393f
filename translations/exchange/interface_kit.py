"""The words of the interface as files: the catalogue itself, or XLIFF made of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from translations.exchange import xliff12, xliff20
from translations.exchange.inline import Content, Kind, Piece, storable
from translations.exchange.interface import Message, catalogue, messages_of
from translations.exchange.jobs import Note
from translations.exchange.sheets import stamp
from translations.exchange.xliff import INTERFACE
from translations.models import State

WRITERS = {
    "xliff12": ("xlf", xliff12.write),
    "omegat": ("xlf", xliff12.write_filled),
    "xliff20": ("xlf", xliff20.write),
}


@dataclass(frozen=True)
class Unit:
    """A message on its way into a file; it has what files ask of a segment."""

    message: Message
    max_length: int | None = None

    @property
    def key(self) -> str:
        """The name of the message."""
        return self.message.key

    @property
    def path(self) -> str:
        """Its context, or where it is used."""
        return self.message.entry.msgctxt or next((name for name, _line in self.message.entry.occurrences), INTERFACE)

    @property
    def source(self) -> Content:
        """The English words."""
        return _plain(self.message.source)

    @property
    def target(self) -> Content | None:
        """The words in the other language."""
        return _plain(self.message.target) if self.message.target else None

    @property
    def state(self) -> str:
        """How far they are."""
        if not self.message.target:
            return State.NEW
        return State.FUZZY if self.message.unclear else State.TRANSLATED

    @property
    def stamp(self) -> str:
        """The stamp of what is exported."""
        return stamp(self.message.target, self.state)

    @property
    def notes(self) -> tuple[Note, ...]:
        """Where it is used, and what those who wrote it say."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Note]:
        entry = self.message.entry
        if entry.msgctxt:
            yield Note("place", entry.msgctxt)
        if entry.comment:
            yield Note("help", entry.comment)
        if self.message.form is not None:
            form = {"number": self.message.form, "singular": entry.msgid}
            yield Note("help", _("Plural form %(number)d of “%(singular)s”.") % form)


@dataclass(frozen=True)
class Kit:
    """The interface in one language, with what files ask of a job."""

    language: str
    units: list[Unit]
    notes: tuple[Note, ...] = ()
    original: str = INTERFACE

    @property
    def languages(self) -> tuple[str, str]:
        """The codes of the source and the target language."""
        return settings.LANGUAGE_CODE, self.language


def _plain(text: str) -> Content:
    return Content((Piece(Kind.TEXT, storable(text)),), {})


def file_of(language: str, name: str) -> tuple[str, bytes]:
    """The interface in one language as a file.

    Args:
        language: Its code.
        name: "xliff12", "omegat", "xliff20" or "po".

    Returns:
        A name for the file, and its bytes.

    Raises:
        UnreadableFileError: If the site has no catalogue in this language.
    """
    found = catalogue(language)
    if name == "po":
        return f"interface.{language}.po", str(found).encode()
    suffix, write = WRITERS[name]
    words = _("Words of the interface. Placeholders such as %(example)s stay as they are.") % {"example": "%(count)d"}
    note = Note("place", words)
    return f"interface.{language}.{suffix}", write(Kit(language, [Unit(one) for one in messages_of(found)], (note,)))
