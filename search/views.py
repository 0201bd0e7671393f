"""What the search answers: a page for people, the same as JSON, and suggestions while they type."""

from django.http import Http404, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.localization import homes, locale_of
from common.seo import PRIVATE, Place
from search.queries import found, suggestions
from search.query import SearchQuery

__all__ = ["results", "results_json", "suggest"]


def _asked(request):
    """Return what a request asks for: the query, the kinds of page and the language.

    Raises:
        Http404: if the language is not open to readers.
    """
    if get_language() not in homes():
        raise Http404(_("This language is not open yet."))
    kinds = [kind for kind in request.GET.getlist("type") if kind]
    return SearchQuery.read(request.GET.get("q", "")), kinds, locale_of(request)


@require_safe
def results(request):
    """Show what was found, with the number of pages of each kind.

    Args:
        request: ``q`` is the query; ``type`` and ``page`` narrow the list.

    Raises:
        Http404: if the language is not open, or the list has no such page.
    """
    query, kinds, locale = _asked(request)
    answer = found(query, kinds, locale, request)
    request.place = Place(title=_title(query), description=_description(query))
    return TemplateResponse(request, "search/search.html", {"query": query, "found": answer, "filtered": bool(kinds)})


@require_safe
def results_json(request):
    """Return what was found as JSON; snippets are HTML in which only the found words are marked.

    Args:
        request: as for ``results``.

    Raises:
        Http404: as for ``results``.
    """
    query, kinds, locale = _asked(request)
    answer = found(query, kinds, locale, request)
    return JsonResponse(
        {
            "query": query.text,
            "total": answer.total,
            "results": [_plain(result) for result in answer.results],
            "facets": {"type": [_plain_facet(facet) for facet in answer.types]},
        },
        headers={"X-Robots-Tag": PRIVATE},
    )


@require_safe
def suggest(request):
    """Return pages whose titles begin with what was typed.

    Args:
        request: ``q`` is what was typed so far.

    Raises:
        Http404: if the language is not open.
    """
    query, _kinds, locale = _asked(request)
    rows = suggestions(query, locale, request)
    return JsonResponse(
        {"suggestions": [{"text": title, "url": url, "type": kind} for title, url, kind in rows]},
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


def _plain_facet(facet):
    return {"value": facet.value, "label": str(facet.label), "count": facet.count}
