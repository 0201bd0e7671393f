"""What a request asks the search for: words, a language, what to narrow by, the order."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.http import Http404, QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.localization import homes
from search.models import FacetKind, SearchFacet
from search.query import SearchQuery, clean

__all__ = ["BY_DATE", "Ask", "asked"]

BY_DATE = "date"
MOST_VALUES = 20


@dataclass(frozen=True)
class Ask:
    """A request for results."""

    query: SearchQuery
    language: str
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_date: bool = False
    exact: bool = False
    elsewhere: bool = False

    @classmethod
    def read(cls, parameters: QueryDict, language: str) -> "Ask":
        """Read the address of a request; anything is allowed.

        Args:
            parameters: Its query.
            language: The language of the address, in which pages are looked for unless another open one is named.
        """
        named = parameters.get("language", "")
        wanted = named if named in homes() else language
        chosen = {kind: _values(parameters, kind) for kind in FacetKind.values}
        return cls(
            query=SearchQuery.read(parameters.get("q", "")),
            language=wanted,
            chosen={kind: values for kind, values in chosen.items() if values},
            by_date=parameters.get("sort") == BY_DATE,
            exact=parameters.get("exact") == "1",
            elsewhere=wanted != language,
        )

    def filters(self) -> dict[str, list[int]]:
        """What the request narrows by, as kind to primary keys of facets, in one query; an unknown value matches none.

        Returns:
            Only the kinds that the request names.
        """
        if not self.chosen:
            return {}
        named = Q()
        for kind, values in self.chosen.items():
            named |= Q(kind=kind) & (Q(slug__in=values) | Q(key__in=values))
        found = {kind: [] for kind in self.chosen}
        for pk, kind in SearchFacet.objects.filter(named, language=self.language).values_list("pk", "kind"):
            found[kind].append(pk)
        return found


def asked(request):
    """Return what a request asks for.

    Args:
        request: a request in any language.

    Raises:
        Http404: if the language is not open to readers.
    """
    if get_language() not in homes():
        raise Http404(_("This language is not open yet."))
    return Ask.read(request.GET, get_language())


def _values(parameters, kind):
    values = [clean(value)[:255] for value in parameters.getlist(kind)[:MOST_VALUES]]
    lowered = (value.lower() if kind == FacetKind.COUNTRY else value for value in values)
    return tuple(dict.fromkeys(value for value in lowered if value))
