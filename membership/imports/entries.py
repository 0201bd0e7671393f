"""From a line of a file to what it says about an authority."""

import datetime
from dataclasses import dataclass, field

from babel.languages import get_official_languages
from django.utils import timezone
from django.utils.translation import gettext as _

from common.countries import country_name
from common.folding import fold
from membership.choices import Event, State
from membership.imports import cells
from membership.imports.columns import COLUMNS, LABELS
from membership.imports.country_names import country_of
from membership.imports.wrong import RowRefusedError
from membership.map.borders import lies_elsewhere

__all__ = ["Entry", "entry_of"]

NAME, LONGEST_CELL, LONGEST_CODE = 160, 500, 12
MOST_PEOPLE, MOST_NUMBER, FIRST_YEAR = 100_000_000, 32_767, 1900
# South-west and north-east corner of what is certainly not Europe any more.
SOUTH, NORTH, WEST, EAST = 27, 82, -32, 70
EVENTS = {
    "participant": Event.PARTICIPANT,
    "member": Event.PARTICIPANT,
    "signatory": Event.SIGNATORY,
    "interest": Event.INTEREST,
    "applied": Event.APPLIED,
    "prize": Event.PRIZE,
    "hosted": Event.HOSTED,
    "withdrawn": Event.WITHDRAWN,
    "former": Event.WITHDRAWN,
}
SCRIPTS = {"el": "GREEK", "hy": "ARMENIAN", "ka": "GEORGIAN"} | dict.fromkeys(
    ("bg", "uk", "ru", "be", "mk", "sr"), "CYRILLIC"
)


@dataclass
class Entry:
    """What one line says; empty is what it does not say."""

    line: int
    name: str
    country: str
    kind: str = ""
    local_name: str = ""
    local_language: str = ""
    lat: float | None = None
    lon: float | None = None
    state: str = ""
    date: datetime.date | None = None
    precision: str = "day"
    number: int | None = None
    population: int | None = None
    population_year: int | None = None
    website: str = ""
    source_url: str = ""
    warnings: list[str] = field(default_factory=list)


def entry_of(line, values, columns, width):
    """Return what a line says.

    Args:
        line: its number.
        values: its cells.
        columns: names of columns to positions.
        width: how many columns the file has.

    Raises:
        RowRefusedError: if the line cannot be used; names everything that is wrong with it.
    """
    if any(cell.strip() for cell in values[width:]):
        raise RowRefusedError(
            _("The line has more cells than the file has columns. Is a comma missing its quotation marks?")
        )
    raw = {name: values[columns[name]] if name in columns and columns[name] < len(values) else "" for name in COLUMNS}
    return _Reader(line, raw).entry()


class _Reader:
    """Reads the cells of one line and gathers what is wrong with them."""

    def __init__(self, line, raw):
        self.line, self.warnings, self.wrong = line, [], []
        self.cells = {name: self.text(name, text) for name, text in raw.items()}

    def entry(self):
        """Return the entry, or refuse the line with everything that is wrong."""
        if not self.cells["name"]:
            self.wrong.append(_("The name is missing."))
        entry = Entry(
            line=self.line,
            name=self.cells["name"],
            country=self.country(),
            kind=self.read(cells.kind_of, "kind") or "",
            **self.local(),
            **self.position(),
            **self.event(),
            **self.figure(),
            website=self.url("website"),
            source_url=self.url("source_url"),
            warnings=self.warnings,
        )
        if self.wrong:
            raise RowRefusedError(" ".join(self.wrong))
        if entry.local_name and not entry.local_language:
            entry.local_language = _language(entry.country, entry.local_name)
        entry.warnings += _misplaced(entry)
        return entry

    def text(self, name, text):
        """Return a cell without what must not be kept, and say so where it makes a difference."""
        label = {"column": LABELS[name], "most": NAME if name.endswith("name") else LONGEST_CELL, "length": len(text)}
        if len(text.strip()) > label["most"]:
            self.wrong.append(_("%(column)s: %(length)d characters, at most %(most)d are possible.") % label)
            return text.strip()[:20]
        kept = cells.clean(text)
        if len(kept) < len(" ".join(text.split())):
            self.warnings.append(_("%(column)s: invisible characters were left out.") % label)
        if name.endswith("name") and cells.looks_like_formula(kept):
            self.warnings.append(_("%(column)s: begins like a formula of a spreadsheet. It is kept as text.") % label)
        return kept

    def read(self, reader, name, *bounds):
        """Return what a reader makes of a cell, or None where it refuses."""
        try:
            return reader(self.cells[name], *bounds)
        except RowRefusedError as error:
            self.wrong.append(f"{LABELS[name]}: {error}")
            return None

    def country(self):
        """Return the code of the country."""
        if not self.cells["country"]:
            self.wrong.append(_("The country is missing."))
            return ""
        return self.read(country_of, "country") or ""

    def local(self):
        """Return the name in its own language, and which language that is."""
        language = self.cells["local_language"]
        good = len(language) <= LONGEST_CODE and language.replace("-", "").isalnum() and language.isascii()
        if language and not good:
            self.warnings.append(_("“%(text)s” is no code of a language.") % {"text": language[:20]})
        return {"local_name": self.cells["local_name"], "local_language": language if good else ""}

    def position(self):
        """Return latitude and longitude; both or none."""
        lat, lon = self.read(cells.coordinate, "lat", 90), self.read(cells.coordinate, "lon", 180)
        if bool(self.cells["lat"]) != bool(self.cells["lon"]):
            self.wrong.append(_("Latitude and longitude belong together: give both or none."))
        elif lat is not None and lon is not None and not (SOUTH <= lat <= NORTH and WEST <= lon <= EAST):
            self.warnings.append(
                _("The coordinates lie outside Europe. Are latitude and longitude in the right columns?")
            )
        return {"lat": lat, "lon": lon}

    def event(self):
        """Return the line of the record that the line of the file stands for."""
        text = fold(self.cells["state"])
        state = EVENTS.get(text) or next((event for event in _events() if text == fold(str(event.label))), "")
        if text and not state:
            allowed = ", ".join(map(str, dict.fromkeys(event.value for event in EVENTS.values())))
            message = _("“%(text)s” is no state. Known are: %(states)s.")
            self.wrong.append(message % {"text": text[:40], "states": allowed})
        date, precision = self.read(cells.day_of, "date") or (None, "day")
        number = self.read(cells.whole_number, "number", 1, MOST_NUMBER)
        if state == Event.WITHDRAWN and not self.cells["date"]:
            self.wrong.append(_("Give the date on which the authority left the Alliance."))
        if not text and (date or number):
            self.warnings.append(_("A date or a running number says nothing without a state: it was left out."))
        return {"state": str(state), "date": date, "precision": precision, "number": number}

    def figure(self):
        """Return the population and its year; both or none."""
        people = self.read(cells.whole_number, "population", 1, MOST_PEOPLE)
        year = self.read(cells.whole_number, "population_year", FIRST_YEAR, timezone.localdate().year)
        if people and not self.cells["population_year"]:
            self.warnings.append(_("Population: left out, since the year of the figure is missing."))
        return {"population": people, "population_year": year} if people and year else {}

    def url(self, name):
        """Return a web address; what is none is left out with a warning."""
        url = cells.url_of(self.cells[name])
        if url is None:
            label = {"column": LABELS[name], "text": self.cells[name][:60]}
            self.warnings.append(_("%(column)s: “%(text)s” is no web address and was left out.") % label)
        return url or ""


def _misplaced(entry):
    """Return a warning where the position lies in another country than the line says."""
    found = "" if entry.lat is None else lies_elsewhere(entry.lat, entry.lon, entry.country)
    if not found:
        return []
    words = {"found": country_name(found), "country": country_name(entry.country)}
    return [_("The coordinates lie in %(found)s, not in %(country)s. Which of the two is right?") % words]


def _events():
    return [*dict.fromkeys(EVENTS.values()), *(state for state in State if state.value in EVENTS)]


def _language(country, name):
    """Return the official language of a country that is written in the script of a name; “und” where several are."""
    script = cells.script_of(name)
    fits = [code for code in get_official_languages(country, de_facto=True) if SCRIPTS.get(code, "LATIN") == script]
    if len(fits) == 1:
        return fits[0]
    return "sr-Latn" if script == "LATIN" and country in ("RS", "ME") else "und"
