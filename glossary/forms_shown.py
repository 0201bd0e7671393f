"""The forms of a term in all languages, as its page shows them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from blocks.languages import language_in
from common.collation import sort_key
from common.localization import language_of
from glossary.choices import AVOIDED, ROMANI, FormKind, Status, variety_choices
from glossary.queries import folded, forms_of
from glossary.records import Row, concepts, record_of


@dataclass(frozen=True)
class Form:
    """A form of a term in some language."""

    form: str
    language: str
    language_name: str
    variety: str
    kind: str
    kind_label: str
    note: str
    note_language: str
    where_used: str
    avoided: bool
    under_review: bool


def forms_shown(page, *, preview=False):
    """Return the forms of a term in all languages: first those of the page's language, then by name of language.

    Args:
        page: a TermPage, saved or as an editor previews it.
        preview: whether the forms are those of a form that is not saved.

    Returns:
        A list of Form, without the title of the page itself. A note in the language of the page goes before any other.
    """
    language = language_of(page)
    key = str(page.translation_key)
    pages = concepts([key]).get(key, {})
    if preview or language not in pages:
        pages |= {language: record_of(page, _rows(page))}
    rows = pages[language].rows
    notes = {_place(row): row.note for row in rows if row.note}
    codes = dict.fromkeys([*pages, *(row.language for record in pages.values() for row in record.rows)])
    found = [form for code in codes for form in forms_of(pages, code)]
    waiting = _waiting(pages)
    shown = [
        _form(form, notes.get(_place(form)), _place(form) in waiting, language)
        for form in found
        if (form.language, form.form, form.severity) != (language, page.title, "")
    ]
    return sorted(shown, key=lambda form: (form.language != language, sort_key(form.language_name, language)))


def name_of_language(code, language):
    """Return the name of a language in another one.

    Args:
        code: the language to name, such as "sr-Cyrl".
        language: the language to name it in.
    """
    name = _("Romani") if code == ROMANI else language_in(code.split("-")[0], language)
    return name[:1].upper() + name[1:]


def _rows(page):
    return tuple(Row(*(getattr(variant, name) for name in Row.__slots__)) for variant in page.variants.all())


def _place(form):
    return (form.language, folded(form.form))


def _waiting(pages):
    rows = [row for record in pages.values() for row in record.rows]
    return {_place(row) for row in rows if row.status == Status.UNDER_REVIEW}


def _form(form, own, waits, language):
    return Form(
        form=form.form,
        language=form.language,
        language_name=name_of_language(form.language, language),
        variety=str(dict(variety_choices()).get(form.variety, "")),
        kind=form.kind,
        kind_label=FormKind(form.kind).label,
        note=own or form.note,
        note_language=language if own else form.note_language,
        where_used=form.where_used,
        avoided=form.kind in AVOIDED,
        under_review=waits,
    )
