"""What readers are told about the terms that a page marks: all of them in one look-up that is kept."""

import hashlib
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext as _

from common.addresses import path_of
from common.localization import everyones
from common.plain import words
from common.stamp import kept

# Terms in two languages whose explanations are kept together, some 100 kB; a larger glossary is asked page by page.
FEW = 300
MANY = "many"


@dataclass(frozen=True, slots=True)
class Note:
    """The explanation of a term."""

    key: str
    title: str
    url: str
    language: str
    definition: str
    usage: str


def notes_on(keys, language):
    """Return the explanations of terms; one query, or none when they are at hand.

    Args:
        keys: translation keys, each well formed.
        language: the language of the page.

    Returns:
        Translation key to Note. A term that readers cannot see is left out; one that is not translated is explained in
        the language of the site.
    """
    wanted = sorted(set(keys))
    known = kept(f"glossary.notes.{language}", lambda: _of_a_small_glossary(language))
    if known != MANY:
        return {key: known[key] for key in wanted if key in known}
    digest = hashlib.sha256(" ".join(wanted).encode()).hexdigest()[:32]
    return kept(f"glossary.notes.{language}.{digest}", lambda: _found(wanted, language))


def _of_a_small_glossary(language):
    """All explanations, which every page can share; MANY where they would be too much to fetch for each."""
    pages = list(_pages(language)[: FEW + 1])
    return MANY if len(pages) > FEW else _notes(pages, language)


def _found(keys, language):
    return _notes(_pages(language).filter(translation_key__in=keys), language)


def _pages(language):
    codes = {language, settings.LANGUAGE_CODE}
    pages = everyones(apps.get_model("glossary", "TermPage").objects.filter(alias_of=None))
    return pages.filter(locale__language_code__in=codes).select_related("locale").defer("text", "sources")


def _notes(pages, language):
    # The reader's own language comes last and stays.
    ordered = sorted(pages, key=lambda page: page.locale.language_code == language)
    return {str(page.translation_key): _note(page) for page in ordered if path_of(page)}


def _note(page):
    usage = words(page.usage_note)
    if page.under_review:
        usage = " ".join([usage, _("This entry is under review.")]).strip()
    code = page.locale.language_code
    return Note(str(page.translation_key), page.title, path_of(page), code, page.definition, usage)
