"""Approved terms and discouraged words. The glossary stands on the same floor, so the settings name who knows them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from translations.quality.finding import Finding
from translations.words import plain

STEM = 4


@dataclass(frozen=True)
class Term:
    """An approved term: how the source language says it, and how the target language shall.

    Attributes:
        source: The term in the source language.
        target: The approved term in the target language.
        source_forms: Further forms by which the term is recognised.
        target_forms: Further forms that count as the approved term.
        note: When to use it.
    """

    source: str
    target: str
    source_forms: tuple[str, ...] = ()
    target_forms: tuple[str, ...] = ()
    note: str = ""


def approved_terms(source_language: str, target_language: str) -> list[Term]:
    """The approved terms of a pair of languages; none where no glossary is set up.

    Args:
        source_language: Code of the source language.
        target_language: Code of the target language.
    """
    name = getattr(settings, "TRANSLATION_TERMS", "")
    return [as_term(term) for term in import_string(name)(source_language, target_language)] if name else []


def as_term(given) -> Term:
    """A term as the glossary tells it.

    Args:
        given: An object or a mapping with `source` and `target`, each one form or several, the preferred one first,
            and perhaps `source_forms`, `target_forms` and `usage_note`.
    """
    if isinstance(given, Term):
        return given
    read = given.get if isinstance(given, dict) else lambda name: getattr(given, name, None)
    source, target = _forms(read("source"), read("source_forms")), _forms(read("target"), read("target_forms"))
    return Term(source[0], target[0], source[1:], target[1:], read("usage_note") or "")


def _forms(preferred, others) -> tuple[str, ...]:
    own = (preferred,) if isinstance(preferred, str) else tuple(preferred)
    return tuple(dict.fromkeys((*own, *(others or ()))))


@lru_cache(maxsize=8192)
def _pattern(forms: tuple[str, ...]) -> re.Pattern:
    alternatives = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def terms_in(text: str, terms: list[Term]) -> list[Term]:
    """The terms that a source text uses, in the order in which they first appear.

    Args:
        text: A segment of the source.
        terms: Approved terms of the pair of languages.
    """
    words = plain(text)
    found = [
        (match.start(), term) for term in terms if (match := _pattern((term.source, *term.source_forms)).search(words))
    ]
    return [term for _place, term in sorted(found, key=lambda one: one[0])]


def places_of(text: str, terms: list[Term]) -> list[tuple[int, int, Term]]:
    """Where a plain text uses terms; of terms that overlap the longest counts.

    Args:
        text: A plain text.
        terms: Approved terms of the pair of languages.

    Returns:
        Start, end and term, from the front to the back.
    """
    found = [
        (*match.span(), term) for term in terms for match in _pattern((term.source, *term.source_forms)).finditer(text)
    ]
    kept: list[tuple[int, int, Term]] = []
    for start, end, term in sorted(found, key=lambda one: (one[0], -one[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, term))
    return kept


def uses(text: str, term: Term) -> bool:
    """Whether a translation uses an approved term: as it is, with other endings, or with an article between its words.

    Args:
        text: A segment of the translation.
        term: The approved term.
    """
    words = plain(text).lower()
    return any(_loosely(form.lower()).search(words) for form in (term.target, *term.target_forms))


@lru_cache(maxsize=8192)
def _loosely(form: str) -> re.Pattern:
    """A form with other endings, and up to two short words between its words: “Roms et les Gens du voyage”."""
    parts = [rf"{re.escape(part[:-2])}\w*" if len(part) > STEM + 2 else re.escape(part) for part in form.split()]
    return re.compile(r"\W+(?:\w{1,3}\W+){0,2}".join(parts))


def check_terms(pair) -> list[Finding]:
    """Where the source uses a term, the translation uses the approved one."""
    message = _("The approved term for “%(source)s” is “%(target)s”.")
    return [
        Finding("terms", message % {"source": term.source, "target": term.target})
        for term in terms_in(pair.source, _terms_of(pair))
        if not uses(pair.target, term)
    ]


def check_discouraged(pair) -> list[Finding]:
    """No word that the house discourages; the settings name who finds such words, and who knows those of a language.

    A word that is part of an approved term, where the source has that term, is what the house wants.
    """
    names = getattr(settings, "TRANSLATION_GUARD", ())
    if not names:
        return []
    find, words_of = map(import_string, names)
    found = find(plain(pair.target), words_of(pair.target_language))
    wanted = [term.target.lower() for term in terms_in(pair.source, _terms_of(pair))] if found else []
    return [_discouraged(one) for one in found if not any(_pattern((one.words,)).search(term) for term in wanted)]


def _terms_of(pair) -> list[Term]:
    return approved_terms(pair.source_language, pair.target_language) if pair.terms is None else pair.terms


def _discouraged(found) -> Finding:
    words = {"form": found.words, "preferred": found.form.preferred}
    if found.form.preferred:
        return Finding("discouraged", _("“%(form)s” is discouraged; better: %(preferred)s.") % words)
    return Finding("discouraged", _("“%(form)s” is discouraged.") % words)
