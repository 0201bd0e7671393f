"""Persons and quotations, chosen by language once for a whole page."""

from collections import defaultdict
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import get_language
from wagtail.models import Page, ReferenceIndex

from common.localization import everyones, homes
from common.stamp import memory
from people.lines import line_of
from people.offices import Known, Office

__all__ = [
    "Reading",
    "expect_persons",
    "known_persons",
    "known_public",
    "person_lines",
    "quotations_by",
    "quotations_of",
    "stories_of",
    "with_readings",
]

SHOWN_STORIES = 24
OFFICE = ("office", "body", "country", "group", "start", "end", "precision", "attested")
PERSON = ("pk", "translation_key", "locale__language_code", "title", "url_path", "country", "sort_name", "is_public")


@dataclass(frozen=True)
class Reading:
    """A quotation as readers of a language see it: the row with their translation, and its speaker."""

    row: object
    known: Known
    language: str


def expect_persons(keys):
    """Say whom the request will ask for later: they are found in the same query as those who are asked for first.

    Args:
        keys: primary keys of PersonPages, as a query set of one column.
    """
    memory().setdefault("people.expected", []).append(keys)


def known_persons(ids, language):
    """Return what is known of many persons in a language, in one query; a request asks for each of them only once.

    Args:
        ids: primary keys of PersonPages, in any language.
        language: a language code; persons without a page in it are known in their own language.

    Returns:
        Primary key to Known. Only a page that every reader may see has an address.
    """
    ids = set(ids)
    found = memory().setdefault(f"people.known.{language}", {})
    if missing := ids - set(found):
        found |= _find_persons(missing, language)
    return {pk: known for pk, known in found.items() if pk in ids}


def _find_persons(ids, language):
    sought = Q(pk__in=ids)
    for keys in memory().pop("people.expected", []):
        sought |= Q(pk__in=keys)
    keys = _persons().filter(sought).order_by().values("translation_key")
    wanted = sought | Q(translation_key__in=keys, locale__language_code=language, alias_of=None)
    rows = _known(_persons().filter(wanted))
    own = {known.key: known for _pk, known in rows if known.language == language}
    return {pk: own.get(known.key, known) for pk, known in rows}


def known_public(language):
    """Return everyone with a page that every reader may see, in one query.

    Args:
        language: a language code; who has no page in it is known in the language of the source.
    """
    codes = {language, settings.LANGUAGE_CODE}
    rows = [known for _pk, known in _known(everyones(_persons().filter(locale__language_code__in=codes)))]
    own = {known.key for known in rows if known.language == language}
    return [known for known in rows if known.language == language or known.key not in own]


def person_lines(pairs, language=None):
    """Return how many persons are named, each on a date of its own, in one query.

    Args:
        pairs: (PersonPage or its primary key, date, precision).
        language: a language code; None means the active language.

    Returns:
        PersonLines in the order of the pairs; who does not exist any more is left out.
    """
    language = language or get_language()
    asked = [(getattr(person, "pk", person), date, precision) for person, date, precision in pairs]
    known = known_persons([pk for pk, _date, _precision in asked], language)
    return [line_of(known[pk], date, language, precision) for pk, date, precision in asked if pk in known]


def with_readings(keys, language=None):
    """Return quotations, each with its `reading` in a language, in two queries however many they are.

    Args:
        keys: primary keys of rows in any language.
        language: a language code; None means the active language.

    Returns:
        Primary key to Quotation. The row stays the one that was chosen; `reading` has the words for readers.
    """
    language, keys = language or get_language(), set(keys)
    chosen = _quotations().filter(pk__in=keys)
    wanted = Q(pk__in=keys) | Q(
        locale__language_code=language, translation_key__in=chosen.order_by().values("translation_key")
    )
    rows = list(_quotations().filter(wanted).select_related("locale")) if keys else []
    return {row.pk: row for row in _read(rows, language) if row.pk in keys}


def quotations_of(page, language):
    """Return the quotations of a person that readers may know, newest first, each with its `reading`.

    What was written into the library for a story that is not public yet waits for that story.

    Args:
        page: a PersonPage as it is stored or previewed.
        language: its language.

    Returns:
        Quotations, in one query; two more where some of them wait for a story.
    """
    return quotations_by([page.translation_key], language)


def quotations_by(keys, language):
    """Return the quotations of several persons, newest first, each with its `person_key`, in one query.

    Args:
        keys: translation keys of PersonPages.
        language: a language code; a quotation without a row in it comes in the language of the source.
    """
    codes = {language, settings.LANGUAGE_CODE}
    rows = _quotations().filter(person__translation_key__in=list(keys), locale__language_code__in=codes)
    rows = rows.select_related("locale").annotate(person_key=F("person__translation_key"))
    return _chosen(_shown(list(rows)), language)


def stories_of(page):
    """Return the newest stories in which a person stands, in the language of its page, in one query.

    Args:
        page: a PersonPage.
    """
    stories = apps.get_model("news", "NewsPage").objects
    links = stories.filter(locale_id=page.locale_id, story_persons__person__translation_key=page.translation_key)
    found = everyones(stories.filter(pk__in=links.order_by().values("pk")))
    return list(found.select_related("locale").defer("body").order_by("-date", "-pk")[:SHOWN_STORIES])


def _shown(rows):
    waiting = {row.translation_key for row in rows if not row.listed}
    if not waiting:
        return rows
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(_quotations().model),
        to_object_id__in=[str(row.pk) for row in rows if row.translation_key in waiting],
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    uses = list(references.values_list("to_object_id", "object_id"))
    public = set(everyones(Page.objects.filter(pk__in={int(pk) for _to, pk in uses})).values_list("pk", flat=True))
    quoted = {int(to) for to, pk in uses if int(pk) in public}
    waiting -= {row.translation_key for row in rows if row.pk in quoted}
    return [row for row in rows if row.translation_key not in waiting]


def _persons():
    return apps.get_model("people", "PersonPage").objects


def _quotations():
    return apps.get_model("people", "Quotation").objects


def _known(pages):
    public = Exists(everyones(_persons().filter(pk=OuterRef("pk"))))
    columns = [*PERSON, *(f"roles__{name}" for name in OFFICE)]
    rows = pages.annotate(is_public=public).order_by("pk", "roles__sort_order", "roles__pk").values_list(*columns)
    persons, offices = {}, defaultdict(list)
    for row in rows:
        persons[row[0]] = row[: len(PERSON)]
        if row[len(PERSON)] is not None:
            offices[row[0]].append(Office(*row[len(PERSON) :]))
    return [(pk, _person(person, offices[pk])) for pk, person in persons.items()]


def _person(row, offices):
    _pk, key, language, name, url_path, country, sort_name, is_public = row
    home = homes().get(language)
    url = home.url + url_path.lstrip("/").partition("/")[2] if home and is_public else ""
    return Known(key, name, url, country, language, tuple(offices), sort_name)


def _read(rows, language):
    known = known_persons([row.person_id for row in rows], language)
    own = {row.translation_key: row for row in rows if row.locale.language_code == language}
    for row in rows:
        row.reading = Reading(own.get(row.translation_key, row), known[row.person_id], language)
    return rows


def _chosen(rows, language):
    own = {row.translation_key for row in rows if row.locale.language_code == language}
    return [row for row in rows if row.locale.language_code == language or row.translation_key not in own]
