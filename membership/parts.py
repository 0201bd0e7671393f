"""What belongs to a member beside its fields: the same in every language, so it is read from the source."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.apps import apps
from django.conf import settings
from django.db.models import CharField, IntegerField, Value
from django.db.models.functions import Cast

from common.localization import language_of
from membership.choices import SILENT
from membership.panels import SAME_EVERYWHERE

__all__ = ["Parts", "own_parts", "record_of", "shared_parts"]


@dataclass(frozen=True)
class Parts:
    """Names, leaders, and codes of the languages of the administration, in the order of the editor."""

    names: list
    leaders: list
    languages: list[str]


def own_parts(page):
    """Return the parts of a page as it stands in the editor's form.

    Args:
        page: a MemberPage.
    """
    return Parts(list(page.names.all()), list(page.leaders.all()), [each.language for each in page.languages.all()])


def shared_parts(page):
    """Return the parts of a member as the source has them, the words of an office in the language of the page.

    Args:
        page: a MemberPage.

    Returns:
        Parts. One query.
    """
    queries = [
        _rows(page, "membername", "name", "language", "use", None),
        _rows(page, "memberleader", "office", None, None, "person_id"),
        _rows(page, "memberlanguage", "language", None, None, None),
    ]
    found = {"membername": [], "memberleader": [], "memberlanguage": []}
    for row in sorted(queries[0].union(*queries[1:], all=True), key=lambda row: row[3] or 0):
        found[row[0]].append(row)
    return Parts(
        names=[
            SimpleNamespace(name=row[4], language=row[5], use=row[6]) for row in _of_source(found["membername"], page)
        ],
        leaders=[SimpleNamespace(office=row[4], person_id=row[7]) for row in _of_source(found["memberleader"], page)],
        languages=[row[4] for row in _of_source(found["memberlanguage"], page)],
    )


def _rows(page, model, *columns):
    words = [_text(column or Value("")) for column in columns[:3]]
    number = Cast(columns[3] or Value(0), IntegerField())
    rows = apps.get_model("membership", model).objects.filter(
        page__translation_key=page.translation_key,
        page__locale__language_code__in={settings.LANGUAGE_CODE, language_of(page)},
        page__alias_of=None,
    )
    key, code = _text("translation_key"), _text("page__locale__language_code")
    return rows.order_by().values_list(_text(Value(model)), key, code, "sort_order", *words, number)


def _text(value):
    return Cast(value, CharField(max_length=200))


def _of_source(rows, page):
    source = [row for row in rows if row[2] == settings.LANGUAGE_CODE] or rows
    own = {row[1]: row for row in rows if row[2] == language_of(page)}
    return [own.get(row[1], row) for row in source]


def record_of(page):
    """Return the record of a member, and give the page the facts of the source: one query.

    Args:
        page: a MemberPage; whatever is the same in every language is set on it as the page of the source has it.

    Returns:
        The lines that readers see, in the order of the editor, with notes in the language of the page.
    """
    language = language_of(page)
    lines = apps.get_model("membership", "MemberState").objects.filter(
        page__translation_key=page.translation_key,
        page__locale__language_code__in={settings.LANGUAGE_CODE, language},
        page__alias_of=None,
    )
    rows = lines.exclude(kind__in=SILENT).select_related("page__locale").order_by("sort_order")
    rows = list(rows.defer("page__body", "page__practices", "page__documents"))
    own = {row.translation_key: row for row in rows if row.page.locale_id == page.locale_id}
    source = [row for row in rows if row.page.locale.language_code == settings.LANGUAGE_CODE and row.page.live]
    if not source or source[0].page_id == page.pk:
        return list(own.values())
    for name in SAME_EVERYWHERE:
        field = page._meta.get_field(name)
        setattr(page, field.attname, getattr(source[0].page, field.attname))
    for row in source:
        row.note = own[row.translation_key].note if row.translation_key in own else ""
    return source
