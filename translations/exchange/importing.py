"""Taking files in: what fits is written through the one place where words are written, the rest is reported."""

import html
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from common.plain import extract
from common.slugs import slug_for
from translations.exchange.inline import Content, check_codes, restore, take_apart
from translations.exchange.jobs import Job, Unit, job_of
from translations.exchange.matching import Finder, translation_for
from translations.exchange.po import stamp_of
from translations.exchange.problems import ChangedSourceError, RefusedError, UnreadableFileError
from translations.exchange.reading import Read
from translations.exchange.reports import Line, Outcome, Part, Report
from translations.exchange.salvage import salvage
from translations.exchange.sheets import CONFIRMED, NONE, READY, REVIEW, Entry, Sheet, family, is_untouched
from translations.models import Origin, State
from translations.words import clean, digest
from translations.writing import Written, write_segment

SHOWN = 160
LONGEST, MUCH_LONGER = 5000, 10


def take_in(files: list[Read], user=None, *, dry_run: bool = False, expected: Translation | None = None) -> Report:
    """Take files in.

    Args:
        files: What was read.
        user: Who sent them; None is the site itself.
        dry_run: Whether everything is tried and nothing kept.
        expected: The translation for which a file was sent, if it was sent for one.

    Returns:
        What became of every segment.
    """
    parts = []
    for file in files:
        if file.problem:
            parts.append(Part(file.name, problem=file.problem))
        parts += [_take_sheet(sheet, user, dry_run, expected) for sheet in file.sheets]
    return Report(parts)


def _take_sheet(sheet: Sheet, user, dry_run: bool, expected: Translation | None) -> Part:
    try:
        translation = translation_for(sheet, user, expected)
    except UnreadableFileError as error:
        return Part(sheet.name, problem=str(error))
    with transaction.atomic():
        lines = Taking(job_of(translation), sheet, user).lines()
        if dry_run:
            transaction.set_rollback(True)
    title, language = translation.source.object_repr, translation.target_locale.language_code
    return Part(sheet.name, title, language, translation.pk, lines=lines)


@dataclass
class Taking:
    """Taking one sheet into one translation."""

    job: Job
    sheet: Sheet
    user: object = None

    def __post_init__(self) -> None:
        """Count what the file has more than once."""
        self.finder = Finder(self.job, self.sheet.by_path)
        self.seen: Counter = Counter()
        self.targets: dict = defaultdict(set)
        for entry in self.sheet.entries:
            self.targets[self._name(entry)].add(repr((entry.target, entry.state)))

    def lines(self) -> list[Line]:
        """Take every entry in, in the order of the file.

        Returns:
            What became of each.
        """
        return [self._line(entry) for entry in self.sheet.entries]

    def _name(self, entry: Entry) -> tuple:
        return (entry.key, digest(str(entry.source or ""))) if self.sheet.by_path else (entry.key,)

    def _line(self, entry: Entry) -> Line:
        unit = None
        try:
            unit = self.finder.find(entry)
            self._check_once(entry)
            content = self._checked(entry, unit)
            return self._compare(entry, unit, content)
        except RefusedError as error:
            reasons = (str(error), *self._salvaged(error, entry))
            place = unit.segment.standing.label if unit else entry.key[:80]
            source = unit.segment.source if unit else _text(entry.source)
            return Line(Outcome.REFUSED, place, extract(source, SHOWN), _text(entry.target), reasons)

    def _salvaged(self, error: RefusedError, entry: Entry) -> list[str]:
        if isinstance(error, ChangedSourceError) and salvage(entry, self.job, self.user):
            return [_("The words are kept in the memory and offered where it is translated.")]
        return []

    def _check_once(self, entry: Entry) -> None:
        """A segment that stands twice with different words has none that are meant."""
        name = self._name(entry)
        self.seen[name] += 1
        if len(self.targets[name]) > 1:
            raise RefusedError(_("It stands in the file more than once, with different words or states."))
        if self.seen[name] > 1:
            raise RefusedError(_("It stands in the file more than once; the first one counts."))

    def _checked(self, entry: Entry, unit: Unit) -> Content | None:
        """The translation in the file, with the tags of the source."""
        if entry.problem:
            raise RefusedError(entry.problem)
        if isinstance(entry.source, list) and not _is_source(entry.source, unit.source):
            raise RefusedError(_("The source in the file is not the source of this segment."))
        if not entry.target:
            return None
        if isinstance(entry.target, str):
            return take_apart(entry.target, unit.source)
        if _as_exported(entry.target, unit):
            return unit.target
        return restore(entry.target, unit.source)

    def _compare(self, entry: Entry, unit: Unit, content: Content | None) -> Line:
        words = _storable_words(content)
        now = clean(unit.words)
        if not words:
            kept = (_("The file has no words for it; those on the site stay."),) if now and entry.exported else ()
            return _line_of(Outcome.UNCHANGED, unit, words, kept if entry.exported != NONE else ())
        if not now and not entry.state and words == clean(unit.source.markup()):
            # Tools that need a target are given the source to begin with.
            return _line_of(Outcome.UNCHANGED, unit, "")
        meant = self._meant(entry, unit, words == now)
        if words == now and family(meant) == self._family(unit):
            return _line_of(Outcome.UNCHANGED, unit, words)
        if is_untouched(entry, words):
            return _line_of(Outcome.UNCHANGED, unit, words, (_("The words on the site are newer; they stay."),))
        self._check_age(entry, unit)
        return self._write(unit, content, words, meant)

    def _meant(self, entry: Entry, unit: Unit, same: bool) -> str:
        """The state that the file means; where it says nothing, new words are done and old ones are as they were."""
        if same and (not entry.state or (entry.state == State.TRANSLATED and self._family(unit) == CONFIRMED)):
            return unit.segment.state
        return entry.state or State.TRANSLATED

    def _family(self, unit: Unit) -> str:
        own = family(unit.segment.state)
        return READY if own == CONFIRMED and self.sheet.by_path else own

    def _check_age(self, entry: Entry, unit: Unit) -> None:
        """Words that somebody else wrote since the file was made are not overwritten."""
        now = stamp_of(unit) if self.sheet.by_path else unit.stamp
        if entry.exported and entry.exported != now:
            raise RefusedError(_("The words on the site have changed since the file was made; they stay as they are."))

    def _fitting(self, unit: Unit, content: Content, words: str) -> str:
        """Words that may stand in the place of a segment."""
        if unit.segment.standing.is_slug:
            slug = slug_for(html.unescape(words), self.job.languages[1])
            if not slug:
                raise RefusedError(_("Nothing of it can stand in an address."))
            return slug
        if len(words) > max(LONGEST, MUCH_LONGER * len(unit.segment.source)):
            raise RefusedError(_("It is far longer than its source."))
        if words != clean(unit.words):
            check_codes(content, unit.source)
        return words

    def _write(self, unit: Unit, content: Content, words: str, state: str) -> Line:
        words = self._fitting(unit, content, words)
        if state == State.REVIEWED and self.user is None:
            state = State.TRANSLATED
        if state == State.KEEP_SOURCE and words != clean(unit.segment.source):
            state = State.TRANSLATED
        written = write_segment(self.job.translation, unit.segment, words, state, self.user, Origin.FILE)
        return _line_written(unit, words, written)


def _is_source(pieces: list, source: Content) -> bool:
    try:
        return digest(restore(pieces, source).markup()) == digest(source.markup())
    except RefusedError:
        return False


def _as_exported(pieces: list, unit: Unit) -> bool:
    """Whether words came back untouched; even those that are not whole yet."""
    return unit.target is not None and _joined(pieces) == _joined(unit.target.pieces)


def _joined(pieces) -> list[tuple]:
    joined: list[tuple] = []
    for piece in pieces:
        if joined and joined[-1][0] == piece.kind and piece.kind.value == "text":
            joined[-1] = (piece.kind, joined[-1][1] + piece.value)
        else:
            joined.append((piece.kind, piece.value))
    return joined


def _storable_words(content: Content | None) -> str:
    return clean(content.markup()) if content else ""


def _line_written(unit: Unit, words: str, written: Written) -> Line:
    reasons = tuple(finding.message for finding in written.findings)
    blocked = any(finding.blocks for finding in written.findings)
    if not written.changed and words == clean(unit.words):
        return _line_of(Outcome.UNCHANGED, unit, words, reasons if blocked else ())
    outcome = Outcome.UPDATED if unit.words else Outcome.CREATED
    review = family(written.state) == REVIEW
    return _line_of(outcome, unit, words, reasons, review)


def _line_of(outcome: Outcome, unit: Unit, words: str, reasons: tuple = (), review: bool = False) -> Line:
    place = unit.segment.standing.label or unit.path
    source, target = extract(unit.segment.source, SHOWN), extract(words, SHOWN)
    return Line(outcome, place, source, target, reasons, review, len(reasons))


def _text(said) -> str:
    if isinstance(said, str):
        return extract(said, SHOWN)
    return "".join(piece.value for piece in said or () if piece.kind.value == "text")[:SHOWN]
