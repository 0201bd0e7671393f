"""The glossary as plain rows, in every language: what queries, exchange and suggestions are made from."""

from collections import defaultdict
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings

from common.addresses import path_of
from common.localization import everyones
from common.plain import words
from common.stamp import kept


@dataclass(frozen=True, slots=True)
class Row:
    """A form as it stands on a page, in the words of TermVariant."""

    form: str
    kind: str
    language: str
    variety: str
    note: str
    instead: str
    where_used: str
    status: str


@dataclass(frozen=True, slots=True)
class Record:
    """A term in one language."""

    key: str
    language: str
    title: str
    url: str
    grammar: str
    definition: str
    usage_note: str
    where_used: str
    group: str
    interchangeable: bool
    status: str
    rows: tuple[Row, ...]


def concepts(keys=None):
    """Return the terms that every reader may see, in two queries.

    Args:
        keys: translation keys; None means all.

    Returns:
        Translation key (a str) to {language code: Record}, the language of the site first.
    """
    pages = everyones(apps.get_model("glossary", "TermPage").objects.filter(alias_of=None))
    pages = list((pages.filter(translation_key__in=keys) if keys is not None else pages).select_related("locale"))
    rows = rows_of([page.pk for page in pages])
    found = defaultdict(dict)
    for page in sorted(pages, key=lambda page: page.locale.language_code != settings.LANGUAGE_CODE):
        found[str(page.translation_key)][page.locale.language_code] = record_of(page, tuple(rows[page.pk]))
    return dict(found)


def rows_of(pages):
    """Return the forms on some pages, in one query.

    Args:
        pages: primary keys.

    Returns:
        Primary key to a list of Row; a page without any gives an empty list.
    """
    found = defaultdict(list)
    variants = apps.get_model("glossary", "TermVariant").objects.order_by("page_id", "sort_order", "pk")
    if pages:
        # A range instead of a list of numbers, which SQLite limits.
        variants = variants.filter(page_id__gte=min(pages), page_id__lte=max(pages))
    for page_id, *values in variants.values_list("page_id", *Row.__slots__):
        found[page_id].append(Row(*values))
    return found


def record_of(page, rows):
    """Return a page of a term as a Record.

    Args:
        page: a TermPage with its locale.
        rows: its forms, a tuple of Row.
    """
    plain = {name: getattr(page, name) for name in ("title", "grammar", "definition", "where_used", "group", "status")}
    return Record(
        key=str(page.translation_key),
        language=page.locale.language_code,
        url=path_of(page),
        usage_note=words(page.usage_note),
        interchangeable=page.interchangeable,
        rows=rows,
        **plain,
    )


def titles():
    """Return the titles of all published terms, for editors.

    Returns:
        Translation key (a str) to title, in the language of the site where there is one.
    """
    return kept("glossary.titles", _titles)


def _titles():
    pages = apps.get_model("glossary", "TermPage").objects.live().order_by()
    rows = pages.values_list("translation_key", "title", "locale__language_code")
    ordered = sorted(rows, key=lambda row: row[2] == settings.LANGUAGE_CODE)
    return {str(key): title for key, title, _code in ordered}
