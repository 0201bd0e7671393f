"""The import itself: from line to line, each on its own, so that a bad one harms no other."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError, reset_queries

from common.plain import extract, words
from news.legacy.composing import compose
from news.legacy.languages import Place, Places
from news.legacy.matching import Known, Matches
from news.legacy.pictures import PictureDesk
from news.legacy.reading import Line, lines
from news.legacy.records import Record, RefusedError, fingerprint, record_of
from news.legacy.reporting import Outcome
from news.legacy.writing import Batch, batch, filled, obstacles
from news.models import NewsPage

__all__ = ["Importer"]

TOGETHER = 50
LONG = 1024 * 1024
SUMMARY = 300
BY_HAND = "a person has changed it on the site since, so it is left as it is"
MADE_HERE = "a story with this number was written here, so it is left as it is"


@dataclass
class Plan:
    """What is to be done with a record.

    Attributes:
        record: The record.
        place: Where it goes.
        mark: Its fingerprint.
        known: The story that stands there already, or None.
    """

    record: Record
    place: Place
    mark: str
    known: Known | None

    @property
    def story(self) -> str:
        """The story in the report."""
        return f"{self.record.legacy_id} {self.record.language}"


class Importer:
    """Imports one file."""

    def __init__(self, path: Path, *, writing: bool, opening: bool) -> None:
        """Read what stands on the site already.

        Args:
            path: The file.
            writing: False for a dry run.
            opening: Whether configured languages that are not open are opened.
        """
        self.path, self.writing = path, writing
        self.places = Places(opening=opening, writing=writing)
        self.matches = Matches()
        self.desk = PictureDesk(path.parent, writing=writing)
        self.taken: dict[tuple[int, str], int] = {}

    def run(self) -> Iterator[tuple[int, list[Outcome]]]:
        """Import the file, a handful of lines at a time.

        Yields:
            How many bytes of the file are done, and what became of the lines since; by then it is stored.

        Raises:
            OSError: If the file cannot be read.
        """
        source = lines(self.path)
        while handful := list(islice(self._small(source), TOGETHER)):
            if self.writing:
                with batch() as writer:
                    outcomes = [self._outcome(line, writer) for line in handful]
            else:
                outcomes = [self._outcome(line, None) for line in handful]
            reset_queries()
            yield handful[-1].end, outcomes

    @staticmethod
    def _small(source: Iterator[Line]) -> Iterator[Line]:
        """End a handful early after a long line, so that long lines are never held together."""
        for line in source:
            yield line
            if line.text is not None and len(line.text) > LONG:
                return

    def _outcome(self, line: Line, writer: Batch | None) -> Outcome:
        outcome = Outcome(line.number, "refused")
        try:
            plan = self._plan(record_of(line), outcome)
            if plan is not None:
                self._take(plan, writer, outcome)
                outcome.changes, outcome.warnings = plan.record.changes, plan.record.warnings
                self.taken[plan.record.legacy_id, plan.record.language] = line.number
        except RefusedError as error:
            outcome.result, outcome.reason = "refused", str(error)
        except ValidationError as error:
            outcome.result, outcome.reason = "refused", " ".join(error.messages)
        except DatabaseError as error:
            outcome.result, outcome.reason = "refused", f"the database did not take it: {error}"
        return outcome

    def _plan(self, record: Record, outcome: Outcome) -> Plan | None:
        """Decide what to do; None where nothing is to be done, which the outcome then says."""
        key = record.legacy_id, record.language
        outcome.story = f"{record.legacy_id} {record.language}"
        if key in self.taken:
            raise RefusedError(f"line {self.taken[key]} told this story already")
        place = self.places.of(record.language)
        mark = fingerprint(record, self.desk.mark(record))
        known = self.matches.story(*key)
        if known is None or (known.fingerprint not in {None, mark} and not known.touched):
            return Plan(record, place, mark, known)
        outcome.result = "unchanged"
        if known.fingerprint != mark:
            outcome.warnings = [MADE_HERE if known.fingerprint is None else BY_HAND]
        self.taken[key] = outcome.line
        return None

    def _take(self, plan: Plan, writer: Batch | None, outcome: Outcome) -> None:
        record = plan.record
        blocks = compose(record, self.desk.within)
        _summarise(record, blocks)
        image = self.desk.lead(record)
        if image and not record.image_alt:
            record.warnings.append("the picture has no text alternative")
        outcome.result = "updated" if plan.known else "created"
        if writer is None:
            key = plan.known.key if plan.known else self.matches.key(record.legacy_id) or uuid.uuid4()
            self.matches.remember(record.legacy_id, record.language, Known(0, key, plan.mark, touched=False))
            return
        page = self._page(plan, blocks, image)
        data = {"legacy_id": record.legacy_id, "file": self.path.name, "line": outcome.line}
        if plan.known:
            writer.update(page, plan.mark, data)
        else:
            writer.create(page, plan.place, plan.mark, data)
        known = Known(page.pk, page.translation_key, plan.mark, touched=False)
        self.matches.remember(record.legacy_id, record.language, known)
        outcome.reason = page.url_path

    def _page(self, plan: Plan, blocks: list[dict], image) -> NewsPage:
        record = plan.record
        if plan.known:
            return filled(NewsPage.objects.get(pk=plan.known.pk), record, blocks, image)
        page = filled(NewsPage(), record, blocks, image)
        page.slug = plan.place.free_slug(record.title, record.language, record.legacy_id)
        page.translation_key = self.matches.key(record.legacy_id) or uuid.uuid4()
        reasons = obstacles(page)
        page.live = not reasons
        record.warnings += [f"kept as a draft: {reason}" for reason in reasons]
        return page


def _summarise(record: Record, blocks: list[dict]) -> None:
    """Give a story without a summary its first words; refuse one that has no words at all."""
    texts = [block["value"] for block in blocks if block["type"] == "paragraph"]
    if not record.summary:
        record.summary = extract(" ".join(texts)[:20_000], SUMMARY)
        record.changes.append("summary missing: the first words of the text stand in for it")
    if not words(record.summary):
        raise RefusedError("neither summary nor text is left")
