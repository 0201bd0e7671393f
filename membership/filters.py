"""What a reader may narrow the directory by, taken from the address; a value that does not exist is said to be none."""

from dataclasses import dataclass, field, fields, replace
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from membership.choices import PUBLIC_STATES, Kind, State
from membership.map.window import Window
from membership.naming import LONGEST, searched_words
from membership.rows import BANDS, MemberTheme

__all__ = ["SORTS", "VIEWS", "Filters"]

VIEWS = ("map", "table", "cards", "list")
SORTS = ("name", "country", "newest", "size")
SIZES = tuple(str(number) for number in range(len(BANDS) + 2))
SHOWN = 40


@dataclass(frozen=True)
class Filters:
    """What the reader asked for, and what of it does not exist."""

    name: str = ""
    country: str = ""
    kind: str = ""
    state: str = ""
    theme: str = ""
    size: str = ""
    at: Window | None = None
    sort: str = "name"
    view: str = "map"
    unknown: tuple = field(default=(), compare=False)

    @classmethod
    def read(cls, query, countries, themes):
        """Read the filters of an address.

        Args:
            query: the ``GET`` of a request.
            countries: codes of the countries that have members.
            themes: keys of the themes that have practices.

        Returns:
            Filters; `unknown` has a pair of (words for the filter, what was typed) for each value that was passed over.
        """
        allowed = {
            "country": (_("Country"), {code: code for code in countries} | {code.lower(): code for code in countries}),
            "kind": (_("Kind"), _same(Kind.values)),
            "state": (_("State"), _same(map(str, PUBLIC_STATES))),
            "theme": (_("Theme of good practices"), _same(themes)),
            "size": (_("Size"), _same(SIZES)),
            "sort": (_("Order"), _same(SORTS)),
            "view": (_("View"), _same(VIEWS)),
        }
        given = {name: _clean(query.get(name, "")) for name in (*allowed, "at")}
        known = {name: found[given[name]] for name, (_words, found) in allowed.items() if given[name] in found}
        window = Window.read(given["at"]) if given["at"] else None
        unknown = [
            (words, given[name]) for name, (words, _found) in allowed.items() if given[name] and name not in known
        ]
        unknown += [(_("Part of the map"), given["at"])] if given["at"] and window is None else []
        return cls(name=_clean(query.get("name", ""), LONGEST), at=window, unknown=tuple(unknown), **known)

    @property
    def narrowed(self):
        """Whether the reader narrowed the directory at all."""
        return bool(self.name or self.country or self.kind or self.state or self.theme or self.size or self.at)

    def query(self, **changes):
        """Return an address of the directory, without its path: a question mark and the filters, or nothing.

        Args:
            changes: other values of filters.
        """
        other = replace(self, **changes)
        values = {each.name: getattr(other, each.name) for each in fields(other) if each.name != "unknown"}
        plain = {"sort": "name", "view": "map"}
        given = {name: value for name, value in values.items() if value and value != plain.get(name)}
        if other.at:
            given["at"] = other.at.text
        return f"?{urlencode(given)}" if given else ""

    def apply(self, rows):
        """Narrow rows of the index to what the reader asked for.

        Args:
            rows: a query set of rows of one language.
        """
        same = {name: getattr(self, name) for name in ("country", "kind") if getattr(self, name)}
        rows = rows.filter(self._state(), **same) if self.state else rows.filter(**same)
        if self.size:
            rows = rows.filter(band=int(self.size))
        if self.theme:
            rows = rows.filter(Exists(MemberTheme.objects.filter(row=OuterRef("pk"), theme=self.theme)))
        if self.at:
            left, top, width, height = self.at.box
            rows = rows.filter(x__gte=left, x__lte=left + width, y__gte=top, y__lte=top + height)
        return self._named(rows) if self.name else rows

    def _state(self):
        # Whoever takes part and signed the Declaration is both.
        return Q(signed=True) if self.state == State.SIGNATORY else Q(state=self.state)

    def _named(self, rows):
        words = searched_words(self.name)
        if not words:
            return rows.none()
        for forms in words:
            wanted = Q()
            for form in forms:
                wanted |= Q(words__contains=form) | Q(foreign__contains=f" {form} ")
            rows = rows.filter(wanted)
        return rows


def _same(values):
    return {value: value for value in values}


def _clean(text, longest=SHOWN):
    return "".join(char for char in text if char.isprintable()).strip()[:longest]
