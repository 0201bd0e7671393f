"""What the search answers: a page for people, and the same as JSON."""

from django.http import JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.localization import language_name
from common.seo import PRIVATE, Place
from search.asking import BY_DATE, asked
from search.log import remember
from search.machines import feeds_of
from search.queries import found
from search.ways_on import ways_on

__all__ = ["results", "results_json"]

# Who finds less than this is shown where else to go.
FEW = 4


@require_safe
def results(request):
    """Show what was found, with all that it can be narrowed by.

    Args:
        request: ``q`` is the query; ``type``, ``theme`` and so on, ``sort`` and ``page`` choose what is shown.

    Raises:
        Http404: if the language is not open, or the list has no such page.
    """
    ask = asked(request)
    answer = found(ask, request)
    if ask.query and answer.slice.number == 1 and not ask.chosen:
        remember(ask, answer.total)
    feeds = feeds_of(ask, f"?{request.GET.urlencode()}") if answer.total and ask.query else ()
    # Searches are endless. To machines they are one page, for which the address without words stands.
    request.place = Place(_title(ask.query), _description(ask.query), feeds=feeds)
    context = {"ask": ask, "found": answer, "BY_DATE": BY_DATE, "addresses": Addresses(request)}
    if ask.query and answer.total < FEW:
        context["ways_on"] = ways_on(ask, similar=not answer.total)
    return TemplateResponse(request, "search/search.html", context)


class Addresses:
    """The addresses of the same search with one thing changed."""

    def __init__(self, request):
        """Keep what the request says."""
        self.query = request.GET

    def _with(self, **changes):
        query = self.query.copy()
        for name in ("page", *changes):
            query.pop(name, None)
        query.update({name: value for name, value in changes.items() if value})
        return f"?{query.urlencode()}"

    @property
    def exact(self):
        """Only the words as they were typed."""
        return self._with(exact="1")

    @property
    def unnarrowed(self):
        """The same words, not narrowed by anything."""
        query = self.query.copy()
        for name in [name for name in query if name not in {"q", "exact"}]:
            query.pop(name)
        return f"?{query.urlencode()}"


@require_safe
def results_json(request):
    """Return what was found as JSON; snippets are HTML in which only the found words are marked.

    Args:
        request: as for ``results``.

    Raises:
        Http404: as for ``results``.
    """
    ask = asked(request)
    answer = found(ask, request)
    return JsonResponse(
        {
            "query": ask.query.text,
            "total": answer.total,
            "results": [_plain(result) for result in answer.results],
            "facets": _plain_facets(answer),
        },
        headers={"X-Robots-Tag": PRIVATE},
    )


def _description(query):
    if not query:
        return _("Search the stories, cities and regions, terms and pages of the Alliance.")
    return _("Stories, cities and regions, terms and pages of the Alliance in which “%(words)s” is found.") % {
        "words": query.text[:60]
    }


def _title(query):
    return _("Search: %(query)s") % {"query": query.text} if query.text else _("Search")


def _plain(result):
    return {
        "title": result.title,
        "url": result.url,
        "type": result.kind,
        "date": result.date.isoformat() if result.date else "",
        "snippet": result.snippet,
    }


def _plain_facets(answer):
    found = {facet.kind: [_plain_value(value) for value in facet.values] for facet in answer.facets}
    languages = [
        {"value": one.language, "label": language_name(one.language), "count": one.total} for one in answer.languages
    ]
    return found | ({"language": languages} if languages else {})


def _plain_value(value):
    return {"value": value.value, "label": str(value.label), "count": value.count}
