"""The glossary as open data: /<lang>/data/glossary.json, .csv and .tbx."""

import json

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from common.addresses import absolute
from common.stamp import kept
from glossary.exchange import tables, tbx_writing
from glossary.exchange.sheets import public_sheets
from glossary.queries import forms_of
from glossary.records import concepts

TYPES = {
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "tbx": "application/x-tbx+xml; charset=utf-8",
}


@require_safe
def glossary_data(request, suffix):
    """Answer with the published terms as a file.

    Args:
        request: a reader's request; its language decides which texts a JSON file has.
        suffix: json, csv or tbx.

    Raises:
        Http404: for any other.
    """
    if suffix not in TYPES:
        raise Http404
    language = get_language()
    data = kept(f"glossary.data.{suffix}.{language}", lambda: exported(suffix, language))
    response = HttpResponse(data, content_type=TYPES[suffix])
    response["Content-Disposition"] = f'inline; filename="glossary-{language}.{suffix}"'
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def exported(suffix, language):
    """Return the published terms as the bytes of a file.

    Args:
        suffix: json, csv or tbx. CSV and TBX hold all languages, so that nothing is lost on the way back.
        language: the language of the texts in JSON, and of the header of TBX.
    """
    if suffix == "json":
        return json.dumps(_described(language), ensure_ascii=False, indent=1).encode()
    sheets = public_sheets()
    return tables.written(sheets) if suffix == "csv" else tbx_writing.written(sheets, language)


def _described(language):
    terms = [_term(pages, pages.get(language) or next(iter(pages.values()))) for pages in concepts().values()]
    return {"language": language, "count": len(terms), "terms": sorted(terms, key=lambda term: term["title"])}


def _term(pages, record):
    codes = dict.fromkeys([*pages, *(row.language for page in pages.values() for row in page.rows)])
    names = ("key", "language", "title", "grammar", "definition", "usage_note", "where_used", "group", "status")
    return {
        **{name: getattr(record, name) for name in names},
        "url": absolute(record.url),
        "interchangeable": record.interchangeable,
        "forms": [_form(form) for code in codes for form in forms_of(pages, code)],
    }


def _form(form):
    names = ("form", "language", "variety", "kind", "severity", "preferred", "note", "note_language", "where_used")
    return {name: getattr(form, name) for name in names} | {"under_review": form.under_review}
