"""The columns of a list of authorities, and under which headings people write them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.folding import fold
from membership.imports.wrong import FileRefusedError

__all__ = ["COLUMNS", "LABELS", "REQUIRED", "check_columns", "guess"]

LABELS = {
    "name": gettext_lazy("Name"),
    "local_name": gettext_lazy("Name in its own language"),
    "country": gettext_lazy("Country"),
    "kind": gettext_lazy("Kind of authority"),
    "lat": gettext_lazy("Latitude"),
    "lon": gettext_lazy("Longitude"),
    "state": gettext_lazy("State"),
    "date": gettext_lazy("Date"),
    "number": gettext_lazy("Running number"),
    "population": gettext_lazy("Population"),
    "population_year": gettext_lazy("Year of the population figure"),
    "website": gettext_lazy("Website"),
    "source_url": gettext_lazy("Source"),
    "local_language": gettext_lazy("Language of that name"),
}
COLUMNS = tuple(LABELS)
REQUIRED = ("name", "country")
ALIASES = {
    "name": "title city municipality authority nom ville collectivite",
    "local_name": "localname nom_local nom_officiel official_name",
    "country": "country_iso2 country_code iso pays code_pays",
    "kind": "type nature",
    "lat": "latitude y",
    "lon": "lng long longitude x",
    "state": "status statut etat",
    "date": "since joined depuis",
    "number": "no nr numero running_number",
    "population": "inhabitants habitants",
    "population_year": "year annee annee_population",
    "website": "web url site site_web",
    "source_url": "source",
    "local_language": "language langue",
}


def guess(headers):
    """Return which column of a file holds what, as far as its headings tell.

    Args:
        headers: the first line of the file.

    Returns:
        Names of `COLUMNS` to positions in the line.
    """
    found = {}
    for position, header in enumerate(headers):
        name = _named(_plain(header))
        if name and name not in found:
            found[name] = position
    return found


def _plain(header):
    return fold(header).strip(" \ufeff\"'").replace(" ", "_").replace("-", "_")


def _named(plain):
    if plain in LABELS:
        return plain
    translated = {_plain(str(label)): name for name, label in LABELS.items()}
    return translated.get(plain) or next((name for name, words in ALIASES.items() if plain in words.split()), "")


def check_columns(columns, headers):
    """Refuse a file without the columns that nothing can be done without, or with one of them twice.

    Args:
        columns: as `guess` or a person gave them.
        headers: the first line of the file.

    Raises:
        FileRefusedError: says what is missing.
    """
    missing = [name for name in REQUIRED if name not in columns]
    shown = ", ".join(header or "–" for header in headers[:20])[:300]
    if missing:
        message = _("There is no column “%(column)s”. The columns of the file are: %(columns)s")
        raise FileRefusedError(message % {"column": missing[0], "columns": shown})
    plain = [_plain(header) for header in headers]
    twice = next((name for name in COLUMNS if plain.count(name) > 1), "")
    if twice:
        raise FileRefusedError(_("Two columns are called “%(column)s”.") % {"column": twice})
