"""A term in one language as it stands in a file: the same for every format."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings

from common.localization import everyones
from glossary.choices import FormKind
from glossary.models import RelatedTerm, TermPage
from glossary.records import Row, rows_of

# Fields of TermPage as text. Who reviewed a term stays inside.
FIELDS = (
    "title", "summary", "grammar", "definition", "usage_note", "text", "where_used", "group", "interchangeable",
    "status", "reviewed_on", "sources",
)  # fmt: skip
RICH = ("usage_note", "text")
ROW_FIELDS = Row.__slots__
YES, NO = "yes", "no"


@dataclass
class Sheet:
    """A term in one language.

    Attributes:
        key: translation key, or whatever names the term in a file from elsewhere.
        language: language of the page.
        fields: texts by name of FIELDS; what a file does not speak of is left out.
        rows: forms; None where a file does not speak of them.
        related: pairs of (relation, key of the other term); None where a file does not speak of them.
        place: where the term begins in the file, for messages.
    """

    key: str
    language: str
    fields: dict[str, str] = field(default_factory=dict)
    rows: list[Row] | None = None
    related: list[tuple[str, str]] | None = None
    place: str = ""


def public_sheets():
    """Return every term that readers may see, in three queries: terms by key, the language of the site first."""
    pages = everyones(TermPage.objects.filter(alias_of=None)).select_related("locale")
    ordered = sorted(
        pages.order_by("translation_key", "pk"),
        key=lambda page: (str(page.translation_key), page.locale.language_code != settings.LANGUAGE_CODE),
    )
    numbers = [page.pk for page in ordered]
    rows, related = rows_of(numbers), _related()
    return [sheet_of(page, rows[page.pk], related[page.pk]) for page in ordered]


def _related():
    found = defaultdict(list)
    for page, relation, key in RelatedTerm.objects.order_by("page_id", "sort_order", "pk").values_list(
        "page_id", "relation", "term__translation_key"
    ):
        found[page].append((relation, str(key)))
    return found


def sheet_of(page, rows, related):
    """Return a page as a Sheet.

    Args:
        page: a TermPage with its locale.
        rows: its forms, a list of Row.
        related: pairs of (relation, key).
    """
    return Sheet(str(page.translation_key), page.locale.language_code, texts_of(page), list(rows), list(related))


def texts_of(page):
    """Return the fields of a page as texts."""
    texts = {name: str(getattr(page, name) or "") for name in FIELDS}
    return texts | {"interchangeable": YES if page.interchangeable else NO}


def row_from(values):
    """Return a Row from texts by name; what is missing is empty, the kind a synonym, the status approved."""
    given = {name: values.get(name) or "" for name in ROW_FIELDS}
    defaults = {"kind": FormKind.SYNONYM.value, "status": "approved"}
    return Row(**{name: value or defaults.get(name, "") for name, value in given.items()})
