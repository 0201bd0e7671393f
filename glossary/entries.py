"""The glossary as readers walk through it: terms under their letters, searched and filtered."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings

from common.collation import by_letter, in_order
from common.folding import fold, words_of
from common.localization import language_of
from common.stamp import kept
from glossary.choices import AVOIDED, FormKind, Group, Status
from glossary.queries import forms_of
from glossary.records import concepts

# A glossary that is longer shows one letter at a time.
ON_ONE_PAGE = 300
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class ShortForm:
    """A form of a term in a list."""

    form: str
    language: str
    avoided: str
    """In words, why it is better not used; empty for the others."""


@dataclass(frozen=True)
class Entry:
    """A term in a list."""

    title: str
    url: str
    definition: str
    language: str
    under_review: bool
    key: str = ""
    group: str = ""
    forms: tuple[ShortForm, ...] = ()
    kinds: frozenset[str] = frozenset()
    folded: str = ""

    @property
    def anchor(self):
        """Where the term stands in the list, whatever it is called."""
        return f"term-{self.key[:13]}" if self.key else ""


@dataclass(frozen=True)
class Letter:
    """A letter of the alphabet and the terms under it."""

    letter: str
    anchor: str
    url: str
    entries: list[Entry]


@dataclass(frozen=True)
class Choice:
    """A value of a filter."""

    value: str
    label: str
    selected: bool


@dataclass(frozen=True)
class Glossary:
    """What is shown of the terms: those of the page's language by letter, then those that are not translated."""

    letters: list[Letter]
    alphabet: list[Letter]
    untranslated: list[Entry]
    total: int
    shown: int
    words: str
    filtered: bool
    groups: list[Choice]
    kinds: list[Choice]


def glossary_of(page, given):
    """Return the terms of a glossary that a reader asks for; without a query when they are at hand.

    Args:
        page: a GlossaryPage.
        given: the parameters of the address: `words` (or `q`), `group`, `kind`, `letter`.

    Returns:
        A Glossary, in the alphabet of the page's language.
    """
    language = language_of(page)
    entries = listed(language)
    words = (given.get("words") or given.get("q", ""))[:LONGEST_SEARCH].replace("\x00", "").strip()
    group, kind = _one_of(Group, given.get("group")), _one_of(FormKind, given.get("kind"))
    found = [entry for entry in entries if _fits(entry, words, group, kind)]
    own = [entry for entry in found if entry.language == language]
    lines = [
        Letter(letter, _anchor(letter), f"?{urlencode({'letter': letter})}", under)
        for letter, under in by_letter(own, lambda entry: entry.title, language)
    ]
    return Glossary(
        letters=_chosen(lines, given.get("letter", "")) if len(own) > ON_ONE_PAGE else lines,
        alphabet=lines,
        untranslated=[entry for entry in found if entry.language != language][:ON_ONE_PAGE],
        total=len(entries),
        shown=len(found),
        words=words,
        filtered=bool(words or group or kind),
        groups=[Choice(value, label, value == group) for value, label in Group.choices],
        kinds=[Choice(value, label, value == kind) for value, label in FormKind.choices],
    )


def listed(language):
    """Return all terms in a language, and those that are only in the language of the site, in alphabetical order.

    Args:
        language: a language code; words come in the active language.

    Returns:
        A list of Entry.
    """
    return kept(f"glossary.listed.{language}", lambda: _listed(language))


def _listed(language):
    found = []
    for pages in concepts().values():
        record = pages.get(language) or pages.get(settings.LANGUAGE_CODE)
        if record:
            found.append(_entry(pages, record, language))
    return in_order(found, lambda entry: entry.title, language)


def _entry(pages, record, language):
    codes = dict.fromkeys([language, *pages, *(row.language for page in pages.values() for row in page.rows)])
    forms = [form for code in codes for form in forms_of(pages, code)]
    return Entry(
        title=record.title,
        url=record.url,
        definition=record.definition,
        language=record.language,
        under_review=record.status == Status.UNDER_REVIEW,
        key=record.key,
        group=record.group,
        forms=tuple(_short(form) for form in forms if (form.form, form.language) != (record.title, record.language)),
        kinds=frozenset(form.kind for form in forms),
        folded=fold(" ".join([record.title, record.definition, *(form.form for form in forms)])),
    )


def _short(form):
    return ShortForm(form.form, form.language, str(FormKind(form.kind).label) if form.kind in AVOIDED else "")


def _one_of(choices, value):
    return value if value in choices.values else ""


def _fits(entry, words, group, kind):
    return (
        (not group or entry.group == group)
        and (not kind or kind in entry.kinds)
        and all(fold(word) in entry.folded for word in words_of(words))
    )


def _chosen(lines, letter):
    return [line for line in lines if line.letter == letter] or lines[:1]


def _anchor(letter):
    return "letter-other" if letter == "#" else f"letter-{letter.lower()}"
