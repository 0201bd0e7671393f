"""The search of the editors' side, made safe for whatever is typed: choosers, page explorer, lists.

It is the search of the CMS itself; only the query is cleaned before, since SQLite would take a quotation mark for an
order, find nothing for empty quotation marks but an error, and put the worst result first where two phrases are joined.
"""

import re
from functools import cache

from django.db import connection
from modelsearch.backends.base import EmptySearchResults
from modelsearch.query import And, Or, Phrase, PlainText, SearchQuery
from wagtail.search.backends import database

__all__ = ["SearchBackend", "cleaned"]

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


def SearchBackend(params):
    """Return the backend of the database in use, with cleaned queries.

    Args:
        params: the settings of the backend.
    """
    return _class(type(database.SearchBackend(params)))(params)


@cache
def _class(backend):
    return type("CleanedBackend", (Cleaned, backend), {})


class Cleaned:
    """Cleans each query before the backend sees it."""

    def _search(self, query_compiler_class, query, model_or_queryset, **options):
        """Search with the words of a query; without any word nothing is found."""
        found = cleaned(query, flat=connection.vendor == "sqlite")
        if found is None:
            return EmptySearchResults()
        return super()._search(query_compiler_class, found, model_or_queryset, **options)


def cleaned(query, *, flat):
    """Return a query of words only, or None where it has none.

    Args:
        query: a text or a query of modelsearch.
        flat: whether phrases and what is joined become plain words, all of which must be found.
    """
    if not isinstance(query, str | SearchQuery):
        return query
    if isinstance(query, str):
        return _words(query) or None
    if isinstance(query, And | Or):
        return _joined(query, flat)
    if isinstance(query, PlainText | Phrase):
        return _leaf(query, flat)
    return query


def _leaf(query, flat):
    text = _words(query.query_string)
    if not text:
        return None
    return PlainText(text, operator=getattr(query, "operator", "and")) if flat else type(query)(text)


def _joined(query, flat):
    parts = [part for part in (cleaned(sub, flat=flat) for sub in query.subqueries) if part is not None]
    if len(parts) <= 1 or not flat or not all(isinstance(part, PlainText) for part in parts):
        return (type(query)(parts) if len(parts) > 1 else parts[0]) if parts else None
    text = " ".join(part.query_string for part in parts)
    return PlainText(text, operator="and" if isinstance(query, And) else "or")


def _words(text):
    """The words of a text in lower case, since AND, OR, NOT and NEAR in capitals would be orders."""
    return " ".join(WORD.findall(text)).lower()
