"""What is to be done with each line of a file. A dry run ends here; an import writes what is planned."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from membership.choices import CONFIRMING, Kind
from membership.import_records import RowResult
from membership.imports.entries import Entry, entry_of
from membership.imports.matching import Register, forms
from membership.imports.merging import Difference, merge, new_line, told_by
from membership.imports.standing_pages import StandingPages
from membership.imports.wrong import RowRefusedError
from membership.models import MemberPage

__all__ = ["Plan", "plans_for"]


@dataclass
class Plan:
    """What is to be done with one line.

    Attributes:
        line: its number in the file.
        name: the authority, as the line calls it.
        result: a RowResult.
        messages: what is to be told, whole sentences.
        warnings: how many of them are warnings.
        page: the page with what the line says in it; None where nothing is written.
        difference: what is new in it, for a page that stands already.
    """

    line: int
    name: str = ""
    result: str = RowResult.REFUSED
    messages: list[str] = field(default_factory=list)
    warnings: int = 0
    page: MemberPage | None = None
    difference: Difference | None = None


def plans_for(table, columns):
    """Return a Plan for each line of a file, in its order.

    Args:
        table: the file.
        columns: names of columns to positions.
    """
    return _Planner().plans(table, columns)


class _Planner:
    def __init__(self):
        self.register = Register(MemberPage.objects)
        self.standing = StandingPages()
        self.planned = {}
        # By page in memory: the lines of its record that the file has told so far.
        self.told = defaultdict(list)

    def plans(self, table, columns):
        width, entries = len(table.headers), []
        plans = []
        for line, values in table.rows:
            plan = Plan(line, _called(values, columns))
            plans.append(plan)
            try:
                entries.append((plan, entry_of(line, values, columns, width)))
            except RowRefusedError as error:
                plan.messages = [str(error)]
        found = [(plan, entry, *self.found(entry)) for plan, entry in entries]
        self.standing.load({known.pk for _plan, _entry, known, _warnings in found if known and known.pk})
        for plan, entry, known, warnings in found:
            self.plan(plan, entry, known, [*entry.warnings, *warnings])
        return plans

    def found(self, entry):
        """Return (the authority that the line is about, or None; warnings), and let later lines find this one."""
        known, warnings = self.register.find(entry)
        if known is None:
            self.register.remember(entry, uuid.uuid4())
            return None, warnings
        return known, warnings

    def plan(self, plan, entry, known, warnings):
        plan.messages, plan.warnings = list(warnings), len(warnings)
        try:
            if known is None:
                self.create(plan, entry)
            elif known.pk is None:
                self.repeat(plan, entry, known)
            else:
                self.update(plan, entry, self.standing.get(known.pk), known)
        except RowRefusedError as error:
            plan.result, plan.page = RowResult.REFUSED, None
            plan.messages, plan.warnings = [str(error)], 0

    def create(self, plan, entry):
        plan.result, plan.page = RowResult.CREATED, page_of(entry)
        self.planned[entry.line] = plan
        self.told[id(plan.page)] += plan.page.states.all()
        self.place(plan, plan.page)
        if entry.state not in CONFIRMING:
            self.warn(plan, _("Nothing confirms it: it is kept as a draft and counts nowhere."))

    def repeat(self, plan, entry, known):
        """A further line about an authority that the file itself has brought."""
        first = self.planned.get(known.line)
        if first is None:
            raise RowRefusedError(_("Line %(line)d names the same authority and was refused.") % {"line": known.line})
        self.again(plan, entry, first.page, known.line)

    def update(self, plan, entry, page, known):
        reason = self.standing.reason_to_wait(page)
        if reason:
            raise RowRefusedError(reason)
        if page.pk in self.planned:
            self.again(plan, entry, page, self.planned[page.pk].line)
            return
        if entry.name != page.title and not forms(entry.name) & forms(page.title):
            plan.messages.append(_("Matched with “%(name)s”.") % {"name": page.title})
        self.merged(plan, entry, page)
        self.place(plan, page)
        self.planned[page.pk] = plan

    def again(self, plan, entry, page, line):
        """The same authority twice in one file: a further line of its record is taken, anything else is refused."""
        known = told_by(list(page.states.all()), entry)
        if not entry.state or (known and known in self.told[id(page)]):
            raise RowRefusedError(_("Line %(line)d names the same authority already.") % {"line": line})
        self.merged(plan, entry, page)
        if plan.page is not None:
            plan.messages.append(_("Added to the record that line %(line)d brings.") % {"line": line})

    def merged(self, plan, entry, page):
        difference = merge(page, entry)
        self.told[id(page)].append(told_by(list(page.states.all()), entry))
        plan.messages += difference.changes
        for warning in difference.warnings:
            self.warn(plan, warning)
        if difference:
            plan.result, plan.page, plan.difference = RowResult.UPDATED, page, difference
        else:
            plan.result = RowResult.UNCHANGED

    def place(self, plan, page):
        if page.lat is None:
            self.warn(plan, _("Without coordinates: it will be in the lists, but not on the map."))

    @staticmethod
    def warn(plan, sentence):
        plan.messages.append(sentence)
        plan.warnings += 1


def _called(values, columns):
    position = columns.get("name", 0)
    text = values[position] if position < len(values) else ""
    return " ".join(text.replace("\x00", "").split())[:160]


def page_of(entry: Entry):
    """Return a new page for an authority, in memory, with its record.

    Args:
        entry: what the line says.

    Returns:
        MemberPage in the source language; live where its record confirms it.
    """
    page = MemberPage(
        title=entry.name,
        draft_title=entry.name,
        country=entry.country,
        kind=entry.kind or Kind.MUNICIPALITY,
        local_name=entry.local_name,
        local_language=entry.local_language,
        lat=entry.lat,
        lon=entry.lon,
        population=entry.population,
        population_year=entry.population_year,
        website=entry.website,
        live=entry.state in CONFIRMING,
    )
    page.states = [new_line(entry, None)] if entry.state else []
    return page
