"""What the pages of the glossary show, put together once and in the language of the page."""

from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail.rich_text import RichText

from blocks.links import expanded, linked_ids, page_links
from common.collation import by_letter, in_order
from common.localization import everyones, language_of
from glossary.forms_shown import Form, forms_shown
from glossary.sources import Source, named


@dataclass(frozen=True)
class Entry:
    """A term in a list."""

    title: str
    url: str
    definition: str
    language: str
    under_review: bool


@dataclass(frozen=True)
class Letter:
    """A letter of the alphabet and the terms under it."""

    letter: str
    anchor: str
    entries: list[Entry]


@dataclass(frozen=True)
class Glossary:
    """All terms: those of the page's language by letter, then those that wait for their translation."""

    letters: list[Letter]
    untranslated: list[Entry]
    total: int


@dataclass(frozen=True)
class Term:
    """Everything shown about a term, besides its own fields."""

    usage: RichText | None
    facts: list[tuple]
    forms: list[Form]
    related: list[Entry]
    sources: list[Source]
    forms_under_review: list[Form]


def glossary_of(page):
    """Return the terms of a glossary, in one query.

    Args:
        page: a GlossaryPage.

    Returns:
        A Glossary, in the alphabet of the page's language.
    """
    language = language_of(page)
    rows = _terms().filter(locale__language_code__in={language, settings.LANGUAGE_CODE})
    own = {term.translation_key: term for term in rows if term.locale_id == page.locale_id}
    others = [_entry(term) for term in rows if term.translation_key not in own]
    lines = by_letter([_entry(term) for term in own.values()], lambda entry: entry.title, language)
    return Glossary(
        letters=[Letter(letter, _anchor(letter), entries) for letter, entries in lines],
        untranslated=in_order(others, lambda entry: entry.title, settings.LANGUAGE_CODE),
        total=len(own) + len(others),
    )


def term_of(page):
    """Return what the page of a term shows besides its own fields.

    Args:
        page: a TermPage, saved or as an editor previews it.

    Returns:
        A Term. Four queries: its forms, its pages in other languages and theirs, and the related terms in the language
        of the page; one more when its text has links.
    """
    forms = forms_shown(page)
    return Term(
        usage=_usage(page),
        facts=[
            (_("Grammar"), page.grammar),
            (_("Used in"), page.where_used),
            (_("Group"), page.get_group_display()),
            (_("State"), page.get_status_display()),
        ],
        forms=forms,
        related=_related(page),
        sources=named(page.sources),
        forms_under_review=[form for form in forms if form.under_review],
    )


def _usage(page):
    if not page.usage_note:
        return None
    links = page_links(linked_ids(page.usage_note, "page"), Locale(pk=page.locale_id, language_code=language_of(page)))
    return expanded(page.usage_note, {"page_links": links})


def _terms():
    pages = everyones(apps.get_model("glossary", "TermPage").objects.all())
    return pages.select_related("locale").defer("usage_note", "text", "sources")


def _related(page):
    # A saved page gives a query here that joins the next one; a preview gives the list that stands in the form.
    wanted = page.related_terms.values_list("term_id", flat=True)
    source = apps.get_model("glossary", "TermPage").objects.filter(pk__in=wanted)
    rows = _terms().filter(locale=page.locale_id, translation_key__in=source.values("translation_key"))
    return in_order(map(_entry, rows), lambda entry: entry.title, language_of(page))


def _entry(term):
    return Entry(term.title, term.get_url() or "", term.definition, term.locale.language_code, term.under_review)


def _anchor(letter):
    return "letter-other" if letter == "#" else f"letter-{letter.lower()}"
