"""The forms that the glossary keeps, as the guard takes them."""

from glossary.choices import FormKind
from glossary.guard.forms import ADMINISTRATIVE, DISCOURAGED, OFFENSIVE, OUTDATED, Form
from glossary.guard.lexicon import Lexicon, lexicon
from glossary.queries import term_forms

__all__ = ["lexicon_of"]

SEVERITY_OF = {
    FormKind.OFFENSIVE.value: OFFENSIVE,
    FormKind.DISCOURAGED.value: DISCOURAGED,
    FormKind.FORMER_OFFICIAL.value: OUTDATED,
    FormKind.ADMINISTRATIVE.value: ADMINISTRATIVE,
}


def lexicon_of(language: str) -> Lexicon:
    """Return the forms of a language as the glossary has them now; no query when they are at hand.

    Args:
        language: a language code.
    """
    return lexicon(language, tuple(_form(term) for term in term_forms(language)))


def _form(term):
    severity = SEVERITY_OF.get(term.kind, "")
    return Form(
        form=term.form,
        severity=severity,
        preferred=term.preferred if severity else "",
        reason=(term.note or term.usage_note) if severity else "",
        reason_language=term.note_language,
        term=term.term_key,
        url=term.page_url,
    )
