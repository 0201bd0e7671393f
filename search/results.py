"""Results as pages show them: plain values, with the words looked for marked."""

import datetime
from dataclasses import dataclass, field

from django.utils.functional import Promise

from common.countries import country_name
from search.kinds import KINDS
from search.models import FacetKind
from search.snippets import marked, marks_of, snippet, spans

__all__ = ["COLUMNS", "Facet", "Result", "Value", "facets_of", "result_of"]

COLUMNS = (
    "language", "translation_key", "kind", "url", "title", "summary", "body", "keywords", "date", "precision",
    "country", "place",
)  # fmt: skip
SHOWN, MOST = 6, 40
COUNTED = {FacetKind.YEAR}


@dataclass(frozen=True)
class Result:
    """One page that was found; ``heading`` and ``snippet`` are safe HTML with the words marked."""

    title: str
    heading: str
    url: str
    kind: str
    kind_label: Promise
    date: datetime.date | None
    precision: str
    country: str
    place: str
    snippet: str
    language: str


@dataclass(frozen=True)
class Value:
    """One value of a facet, with how many of its pages were found."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """What results are narrowed by; the most frequent values first, the others folded away."""

    kind: str
    label: Promise
    values: list[Value] = field(default_factory=list)

    @property
    def first(self):
        """The values that are shown at once."""
        return self.values[:SHOWN]

    @property
    def rest(self):
        """The values that are folded away."""
        return self.values[SHOWN:]

    @property
    def is_open(self):
        """Whether a reader has narrowed by it, or it is one of those that most readers use."""
        return self.kind in {FacetKind.TYPE, FacetKind.THEME} or any(value.selected for value in self.values)

    @property
    def folds_nothing_chosen(self):
        """Whether all that is folded away is unchosen."""
        return not any(value.selected for value in self.rest)


def result_of(doc, plan, marks=None):
    """Return a document as a result.

    Args:
        doc: a SearchDoc.
        plan: the plan that it answers.
        marks: what is marked, where it is at hand.
    """
    marks = marks or marks_of(plan)
    return Result(
        title=doc.title,
        heading=marked(doc.title, marks, doc.language),
        url=doc.url,
        kind=doc.kind,
        kind_label=KINDS[doc.kind].label if doc.kind in KINDS else KINDS["page"].label,
        date=doc.date,
        precision=doc.precision,
        country=doc.country if doc.country and country_name(doc.country) not in doc.place else "",
        place=doc.place,
        snippet=_passage(doc, marks),
        language=doc.language,
    )


def _passage(doc, marks):
    """The passage of the text; of the names beside it only where neither title nor text has what was looked for."""
    passage = snippet((doc.summary, doc.body), marks, doc.language)
    if "<mark>" in passage or (passage and spans(doc.title, marks, doc.language)):
        return passage
    named = snippet((doc.keywords,), marks, doc.language)
    return named if "<mark>" in named else passage or named


def facets_of(counted, chosen):
    """Return what results can be narrowed by, in the words of the active language.

    Args:
        counted: a Counted.
        chosen: kind to the values that the reader named; one that no page has is shown as well, to be taken back.
    """
    found = []
    for kind in FacetKind:
        values = [_value(*row[1:]) for row in counted.values if row[0] == kind]
        values = [value for value in values if value.count or value.selected]
        known = {value.value for value in values}
        gone = [Value(slug, slug, 0, True) for slug in chosen.get(kind, ()) if slug not in known]
        ordered = sorted(values, key=_year_first if kind in COUNTED else _most_first)
        first = sorted(ordered[:MOST], key=lambda value: not value.selected) if kind not in COUNTED else ordered[:MOST]
        if first or gone:
            found.append(Facet(kind.value, kind.label, [*gone, *first]))
    return found


def _most_first(value):
    return -value.count, value.label


def _year_first(value):
    return [-ord(letter) for letter in value.value]


def _value(slug, label, count, key, selected):
    if label in KINDS and slug == label:
        return Value(slug, str(KINDS[label].label), count, selected)
    if slug == key.lower() and len(key) == len("XK") and key.isalpha():
        return Value(slug, country_name(key), count, selected)
    return Value(slug, label, count, selected)
