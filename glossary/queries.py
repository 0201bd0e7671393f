"""The words of the glossary for other rooms: for the terminology guard, search, translators and machines.

A form of a language stands on the page of that language; where the term has no page in it, on another one. The pages of
a term are read together, and the page of the language decides where two pages name the same form.
"""

from dataclasses import dataclass

from common.stamp import kept
from glossary.choices import AVOIDED, SEVERITIES, FormKind, Status
from glossary.records import concepts


@dataclass(frozen=True, slots=True)
class TermForm:
    """A form that may occur in a text, with what to say about it."""

    term_key: str
    """Translation key of the term."""
    language: str
    variety: str
    """ISO 639-3 of a variety of Romani, or empty."""
    form: str
    kind: str
    """A value of `glossary.choices.FormKind`; the title of a page is "preferred"."""
    preferred: str
    """What to write instead of a form to avoid, otherwise the preferred form; empty where nothing is known."""
    severity: str
    """"" for nothing, "warn", or "block"."""
    interchangeable: bool
    note: str
    """Why, in a few words, in `note_language`."""
    usage_note: str
    """The note on use of the term as plain text, in `note_language`."""
    note_language: str
    where_used: str
    under_review: bool
    page_url: str
    title: str
    """The title of the page at `page_url`."""


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """Forms that lead to the same texts."""

    term_key: str
    title: str
    page_url: str
    forms: tuple[tuple[str, str], ...]
    """Pairs of (form, language), those of the language asked for first."""


@dataclass(frozen=True, slots=True)
class TermPair:
    """A term that readers of both languages have approved."""

    term_key: str
    source: tuple[str, ...]
    """Forms of the source language, the preferred one first."""
    target: str
    """The preferred form of the target language."""
    target_forms: tuple[str, ...]
    avoid: tuple[str, ...]
    """Forms of the target language not to be used."""
    definition: str
    usage_note: str
    page_url: str


def term_forms(language):
    """Return every form of a language that the glossary knows; one or no query when it is at hand.

    Args:
        language: a language code.

    Returns:
        A list of TermForm: neutral forms too, so that a long neutral form shields a short one within it.
    """
    return kept(f"glossary.forms.{language}", lambda: _all_forms(_concepts(), language))


def search_groups(language):
    """Return the terms whose forms are interchangeable in search, with all forms of all languages.

    Args:
        language: the language whose forms come first, and of the page that is named.

    Returns:
        A list of SearchGroup.
    """
    return kept(f"glossary.groups.{language}", lambda: _groups(language))


def approved_terms(source_language, target_language):
    """Return the terms that are approved in two languages.

    Args:
        source_language: the language that is translated from.
        target_language: the language that is translated into.

    Returns:
        A list of TermPair; notes are those of the target language.
    """
    name = f"glossary.pairs.{source_language}.{target_language}"
    return kept(name, lambda: _pairs(source_language, target_language))


def forms_of(pages, language):
    """Return the forms of one term in one language.

    Args:
        pages: {language code: Record} of the term.
        language: a language code.

    Returns:
        A list of TermForm, preferred ones first.
    """
    own = pages.get(language)
    shown = own or next(iter(pages.values()))
    rows = _rows(pages, language)
    preferred = _preferred(own, rows)
    found = [_form(row, holder, preferred, shown) for row, holder in rows.values()]
    if own and not _is_renamed(own) and folded(own.title) not in rows:
        found.insert(0, _title(own))
    return sorted(found, key=lambda form: form.kind != FormKind.PREFERRED)


def _all_forms(terms, language):
    return [form for pages in terms.values() for form in forms_of(pages, language)]


def folded(form):
    """Return a form as it is compared with others."""
    return " ".join(form.casefold().split())


def _rows(pages, language):
    """Return {folded form: (row, record it stands on)}; the page of the language comes first."""
    rows = {}
    for record in sorted(pages.values(), key=lambda record: record.language != language):
        for row in record.rows:
            if row.language == language:
                rows.setdefault(folded(row.form), (row, record))
    return rows


def _preferred(own, rows):
    chosen = next((row.form for row, _holder in rows.values() if row.kind == FormKind.PREFERRED), "")
    return chosen or (own.title if own else "")


def _is_renamed(record):
    return any(row.kind == FormKind.PREFERRED and row.language == record.language for row in record.rows)


def _form(row, holder, preferred, shown):
    instead = row.instead or (preferred if folded(preferred) != folded(row.form) else "")
    return TermForm(
        term_key=holder.key,
        language=row.language,
        variety=row.variety,
        form=row.form,
        kind=row.kind,
        preferred=instead if row.kind in SEVERITIES else preferred,
        severity=SEVERITIES.get(row.kind, ""),
        interchangeable=shown.interchangeable,
        note=row.note,
        usage_note=holder.usage_note,
        note_language=holder.language,
        where_used=row.where_used or holder.where_used,
        under_review=Status.UNDER_REVIEW in (row.status, holder.status),
        page_url=shown.url,
        title=shown.title,
    )


def _title(record):
    return TermForm(
        term_key=record.key,
        language=record.language,
        variety="",
        form=record.title,
        kind=FormKind.PREFERRED.value,
        preferred=record.title,
        severity="",
        interchangeable=record.interchangeable,
        note="",
        usage_note=record.usage_note,
        note_language=record.language,
        where_used=record.where_used,
        under_review=record.status == Status.UNDER_REVIEW,
        page_url=record.url,
        title=record.title,
    )


def _concepts():
    """The whole glossary, read once for whatever is made of it in all languages."""
    return kept("glossary.concepts", concepts)


def _languages(pages):
    codes = dict.fromkeys(pages)
    return list(codes | dict.fromkeys(row.language for record in pages.values() for row in record.rows))


def _groups(language):
    found = []
    for key, pages in _concepts().items():
        shown = pages.get(language) or next(iter(pages.values()))
        if shown.interchangeable:
            codes = sorted(_languages(pages), key=lambda code: code != language)
            forms = [(form.form, code) for code in codes for form in forms_of(pages, code)]
            found.append(SearchGroup(key, shown.title, shown.url, tuple(forms)))
    return found


def _pairs(source, target):
    approved = [
        pages
        for pages in _concepts().values()
        if all(code in pages and pages[code].status == Status.APPROVED for code in (source, target))
    ]
    return [_pair(pages, source, target) for pages in approved]


def _pair(pages, source, target):
    forms = forms_of(pages, target)
    used = [form.form for form in forms if form.kind not in AVOIDED]
    record = pages[target]
    return TermPair(
        term_key=record.key,
        source=tuple(form.form for form in forms_of(pages, source)),
        target=next((form.preferred for form in forms if form.preferred), record.title),
        target_forms=tuple(used),
        avoid=tuple(form.form for form in forms if form.kind in AVOIDED),
        definition=record.definition,
        usage_note=record.usage_note,
        page_url=record.url,
    )
