"""Numbers that texts state, set beside those of the record: an old text never contradicts it in silence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models

from common.plain import words
from membership.counting import Counts, counts, counts_on

__all__ = ["Finding", "Statement", "findings", "statements"]

NUMBER = r"(?<![\d.,:/-])(?P<number>\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d{1,6})(?!\d)"
SPACE = r"[\s\u00a0\u202f]+(?:[\w’'-]+[\s\u00a0\u202f]+){0,2}?"
# What is counted, in the languages of the site.
PARTICIPANTS = (
    r"(?:cities\s+and\s+regions|participants?|participating\s+\w+|local\s+and\s+regional\s+authorities|members"
    r"|villes\s+et\s+(?:de\s+)?régions|collectivités|membres|Städten?\s+und\s+Regionen|Teilnehmer\w*|Mitglieder\w*"
    r"|participantur\w*)"
)
SIGNATORIES = r"(?:signator(?:y|ies)|signataires?|Unterzeichner\w*|Unterzeichnende\w*)"
COUNTRIES = r"(?:countries|pays|Ländern?|thema\w*)"
WITHIN = r"[^.!?]{0,60}?"
PATTERNS = (
    ("participants", re.compile(f"{NUMBER}{SPACE}{PARTICIPANTS}\\b", re.IGNORECASE)),
    ("signatories", re.compile(f"{NUMBER}{SPACE}{SIGNATORIES}\\b", re.IGNORECASE)),
    ("countries", re.compile(f"{PARTICIPANTS}\\b{WITHIN}{NUMBER}{SPACE}{COUNTRIES}\\b", re.IGNORECASE)),
    ("signatory_countries", re.compile(f"{SIGNATORIES}\\b{WITHIN}{NUMBER}{SPACE}{COUNTRIES}\\b", re.IGNORECASE)),
)
# Each text that states a number holds one of these; they spare the reading of all others.
STEMS = ("particip", "signator", "signatair", "unterzeichn", "teilnehm", "mitglied", "regions", "regionen", "authorit",
         "collectivit", "membres", "members", "gions")  # fmt: skip
YEARS = range(1900, 2101)
AROUND, AT_MOST = 60, 500


@dataclass(frozen=True)
class Statement:
    """A number in a text."""

    figure: str
    number: int
    excerpt: str


@dataclass(frozen=True)
class Finding:
    """A page whose text states another number than the record has today."""

    page: Page
    statement: Statement
    today: int
    then: int | None


def statements(text: str) -> list[Statement]:
    """The numbers of participants, signatories and their countries that a text states.

    Args:
        text: Plain text in any language of the site.

    Returns:
        Statements in the order of the text; years, and ordinals such as 122nd, are none.
    """
    found = []
    for figure, pattern in PATTERNS:
        for match in pattern.finditer(text):
            number = int(re.sub(r"\D", "", match["number"]))
            if number not in YEARS:
                found.append((match.start("number"), Statement(figure, number, _excerpt(text, match))))
    return [statement for _place, statement in sorted(found, key=lambda pair: pair[0])]


def _excerpt(text, match):
    start, end = max(0, match.start() - AROUND), min(len(text), match.end() + AROUND)
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"


def findings(pages) -> list[Finding]:
    """The pages whose texts state another number than the record has today.

    Args:
        pages: The pages to look at, as a query set.

    Returns:
        At most 500, in the order of the page types and titles.
    """
    today, found = counts(), []
    for page in _candidates(pages):
        for statement in statements(_text_of(page)):
            if statement.number != getattr(today, statement.figure):
                found.append(Finding(page, statement, getattr(today, statement.figure), _then(page, statement)))
        if len(found) >= AT_MOST:
            break
    return found[:AT_MOST]


def _then(page, statement) -> int | None:
    """What the record has for the day of a story; None where a page has no day."""
    day = getattr(page, "date", None)
    count: Counts | None = counts_on(day) if day else None
    return getattr(count, statement.figure) if count else None


def _candidates(pages) -> Iterator[Page]:
    for model in sorted(get_page_models(), key=lambda model: model._meta.label):
        wanted = Q()
        for field in _fields(model):
            for stem in STEMS:
                wanted |= Q(**{f"words_{field.name}__icontains": stem})
        if wanted:
            casts = {f"words_{field.name}": Cast(field.name, TextField()) for field in _fields(model)}
            chosen = model._default_manager.filter(pk__in=pages.order_by().values("pk"), live=True)
            yield from chosen.alias(**casts).filter(wanted).select_related("locale").order_by("title").iterator(200)


def _fields(model):
    """The fields of a page type that hold words for readers."""
    own = [field for field in model._meta.local_fields if isinstance(field, models.TextField | StreamField)]
    return [field for field in own if not getattr(field, "choices", None) and not field.is_relation]


def _text_of(page) -> str:
    return " ¶ ".join(text for field in _fields(type(page)) for text in _texts(page, field))


def _texts(page, field):
    value = getattr(page, field.name)
    if isinstance(field, StreamField):
        return [words(" ".join(map(str, each.block.get_searchable_content(each.value)))) for each in value]
    return [words(value)] if isinstance(field, RichTextField) or value else []
