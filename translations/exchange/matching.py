"""Which translation a sheet belongs to, and which of its segments an entry is."""

import uuid
from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation

from translations.exchange.jobs import Job, Unit, translations_open_to
from translations.exchange.problems import ChangedSourceError, RefusedError, UnreadableFileError
from translations.exchange.sheets import Entry, Sheet
from translations.exchange.xliff import INTERFACE
from translations.rights import has_place, may_translate, target_of
from translations.views.segments import is_locked
from translations.words import digest

MOST_TRIED = 2000


def translation_for(sheet: Sheet, user, expected: Translation | None = None) -> Translation:
    """The translation that a sheet belongs to.

    Args:
        sheet: What a file says.
        user: Who sent it; None is the site itself.
        expected: The translation for which it was sent, if it was sent for one.

    Raises:
        UnreadableFileError: If it belongs to none, to another one, or to one that the person may not change now.
    """
    translation = _named(sheet, user) if sheet.identifier else (expected or _by_contents(sheet, user))
    if expected is not None and translation.pk != expected.pk:
        raise UnreadableFileError(_("This file belongs to the translation of another page or language."))
    _check_languages(sheet, translation)
    if not has_place(translation):
        raise UnreadableFileError(_not_yours())
    if user is not None and not may_translate(user, translation):
        raise UnreadableFileError(_not_yours())
    if _is_closed(user, translation):
        message = _("“%(title)s” is locked, or a reviewer is reading it. Send the file again when it is open.")
        raise UnreadableFileError(message % {"title": translation.source.object_repr})
    return translation


def _not_yours() -> str:
    return _("This file belongs to no translation that you may change.")


def _named(sheet: Sheet, user) -> Translation:
    if sheet.identifier == INTERFACE:
        raise UnreadableFileError(_("This is a file of interface words. Send it where those are taken in."))
    try:
        identifier = uuid.UUID(sheet.identifier.strip())
    except ValueError as error:
        raise UnreadableFileError(_not_yours()) from error
    translation = translations_open_to(user).filter(uuid=identifier).first()
    if translation is None:
        raise UnreadableFileError(_not_yours())
    return translation


def _is_closed(user, translation: Translation) -> bool:
    if user is not None:
        return is_locked(user, translation)
    instance = target_of(translation)
    return bool(getattr(instance, "locked", False) or getattr(instance, "current_workflow_task_state", None))


def _check_languages(sheet: Sheet, translation: Translation) -> None:
    pairs = (
        (sheet.source_language, translation.source.locale, _("The source of the file is in %(said)s, not in %(own)s.")),
        (sheet.target_language, translation.target_locale, _("The file translates into %(said)s, not into %(own)s.")),
    )
    for said, locale, message in pairs:
        if said and not same_language(said, locale.language_code):
            raise UnreadableFileError(message % {"said": said[:20], "own": locale.language_code})


def same_language(said: str, code: str) -> bool:
    """Whether a tag of a tool, such as fr-FR or fr_BE, means a language of the site."""
    tag, own = said.strip().replace("_", "-").lower(), code.lower()
    return tag == own or tag.split("-")[0] == own


def _by_contents(sheet: Sheet, user) -> Translation:
    """The one translation in which the segments of a sheet stand; for tools that drop what the file said of itself."""
    wanted = {_wanted(entry, sheet) for entry in sheet.entries[:MOST_TRIED]} - {None}
    rows = _rows(sheet, {one[0] for one in wanted})
    hits = Counter(source for source, *found in set(rows) if tuple(found) in wanted)
    best = [source for source, count in hits.items() if count == max(hits.values())]
    found = translations_open_to(user).filter(source__in=best)
    fitting = [one for one in found if _fits(sheet.target_language, one)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise UnreadableFileError(_("The file does not say where it belongs, and its segments stand nowhere here."))
    raise UnreadableFileError(
        _("The file does not say where it belongs, and several translations would fit. Send it from its translation.")
    )


def _fits(said: str, translation: Translation) -> bool:
    return not said or same_language(said, translation.target_locale.language_code)


def _wanted(entry: Entry, sheet: Sheet) -> tuple[str, str] | None:
    if sheet.by_path:
        return (entry.key, digest(entry.source)) if isinstance(entry.source, str) else None
    place, dot, string = entry.key.partition(".")
    return (place, string) if dot else None


def _rows(sheet: Sheet, places: set[str]) -> list[tuple]:
    segments = StringSegment.objects.all()
    if sheet.by_path:
        rows = segments.filter(context__path__in=places).values_list("source", "context__path", "string__data")
        return [(source, path, digest(data)) for source, path, data in rows]
    known = {place for place in places if _is_hexadecimal(place)}
    rows = segments.filter(context__path_id__in=[uuid.UUID(place) for place in known])
    return [
        (source, place.hex, string.hex)
        for source, place, string in rows.values_list("source", "context__path_id", "string__data_hash")
    ]


def _is_hexadecimal(text: str) -> bool:
    return len(text) == len(uuid.UUID(int=0).hex) and all(letter in "0123456789abcdef" for letter in text)


@dataclass
class Finder:
    """Finds the segment that an entry of a file means."""

    job: Job
    by_path: bool

    def __post_init__(self) -> None:
        """Make the lists by which segments are found."""
        self.by_key = {unit.key: unit for unit in self.job.units}
        self.places = {unit.path if self.by_path else unit.key.partition(".")[0] for unit in self.job.units}
        self.by_source: dict[tuple[str, str], list[Unit]] = {}
        for unit in self.job.units:
            name = digest(unit.source.markup())
            self.by_source.setdefault((unit.path, name), []).append(unit)
            self.by_source.setdefault(("", name), []).append(unit)

    def find(self, entry: Entry) -> Unit:
        """The segment that an entry means.

        Args:
            entry: An entry of a file.

        Raises:
            RefusedError: If it is not in this translation, or its source is another one by now.
        """
        if self.by_path:
            found = self.by_source.get((entry.key, digest(str(entry.source or ""))), [])
            if len(found) == 1:
                return found[0]
            known = entry.key in self.places
        else:
            unit = self.by_key.get(entry.key)
            if unit is not None:
                return unit
            known = entry.key.partition(".")[0] in self.places
        if known:
            raise ChangedSourceError(_("The source has changed since the file was made."))
        raise RefusedError(_("There is no such segment in this translation."))
