"""Writes the index of members; ``everyones`` alone decides which pages are in it.

Facts come from the page in the language of the source, words from the page in the reader's language.
"""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Locale

from common.countries import country_name
from common.localization import everyones
from common.stamp import renew
from membership.cards.shelf import discard
from membership.cards.wording import name_of
from membership.choices import PUBLIC_STATES
from membership.gazetteer.foreign import city_called, plain_forms
from membership.map.projection import project
from membership.naming import written_words
from membership.ordering import digits_of
from membership.rows import MemberRow, MemberTheme, band_of
from membership.states import deciding, has_signed, state_of

__all__ = ["held", "rebuild", "refresh"]

BATCH = 200
_held: ContextVar[set | None] = ContextVar("membership.held", default=None)


@contextmanager
def held():
    """Write the rows of everything that changes inside the block at its end, each member once."""
    if _held.get() is not None:
        yield
        return
    keys = set()
    token = _held.set(keys)
    try:
        yield
    finally:
        _held.reset(token)
        refresh(keys)


def refresh(keys: Iterable) -> None:
    """Bring the index in line with members, whatever happened to them.

    Args:
        keys: translation keys; members that readers may not see leave the index.
    """
    waiting = _held.get()
    if waiting is not None:
        waiting.update(keys)
        return
    wanted, locales = sorted(set(keys)), _locales()
    for start in range(0, len(wanted), BATCH):
        with transaction.atomic():
            _write(wanted[start : start + BATCH], locales)
    if wanted:
        renew()


def rebuild() -> int:
    """Write the whole index anew.

    Returns:
        How many members are in it.
    """
    keys = set(_pages().order_by().values_list("translation_key", flat=True))
    refresh(keys | set(MemberRow.objects.order_by().values_list("key", flat=True)))
    renew()
    return MemberRow.objects.values("key").distinct().count()


def _pages():
    return apps.get_model("membership", "MemberPage").objects


def _locales():
    return list(Locale.objects.filter(language_code__in=dict(settings.LANGUAGES)).order_by("pk"))


def _write(keys, locales):
    before = _cards(keys)
    MemberRow.objects.filter(key__in=keys).delete()
    pages = everyones(_pages().filter(translation_key__in=keys, alias_of=None)).select_related("locale").order_by("pk")
    families = defaultdict(list)
    for page in pages.defer("body", "documents"):
        families[page.translation_key].append(page)
    records, names = _records(families), _names(families)
    rows, themes = [], []
    for key, family in families.items():
        source = _source(family)
        facts = _facts(source, records[source.pk], [*names[key], *_titles(family)])
        if facts["state"] not in PUBLIC_STATES:
            continue
        own = [_with_card(_row(family, source, locale, facts), locale, before) for locale in locales]
        rows += own
        themes += [(row, theme) for row in own for theme in _themes(source)]
    MemberRow.objects.bulk_create(rows, batch_size=500)
    if gone := before - {row.card for row in rows}:
        transaction.on_commit(partial(discard, gone), robust=True)
    MemberTheme.objects.bulk_create((MemberTheme(row=row, theme=theme) for row, theme in themes), batch_size=500)


def _cards(keys):
    """The names of the cards that were drawn."""
    drawn = MemberRow.objects.filter(key__in=keys, drawn=True).order_by()
    return set(drawn.values_list("card", flat=True))


def _with_card(row, locale, before):
    """A row that leads to a page of its language has a card; one that shows the same as before is drawn already."""
    row.card = name_of(row, locale.language_code) if row.page_locale_id == locale.pk else ""
    row.drawn = row.card in before
    return row


def _source(family):
    return next((page for page in family if page.locale.language_code == settings.LANGUAGE_CODE), family[0])


def _titles(family):
    return [name for page in family for name in (page.title, page.local_name) if name]


def _records(families):
    """Primary key of the page of the source to the lines of its record."""
    found = defaultdict(list)
    ids = [_source(family).pk for family in families.values()]
    for line in apps.get_model("membership", "MemberState").objects.filter(page_id__in=ids):
        found[line.page_id].append(line)
    return found


def _names(families):
    found = defaultdict(list)
    names = apps.get_model("membership", "MemberName").objects.filter(page__translation_key__in=list(families))
    for key, name in names.order_by().values_list("page__translation_key", "name"):
        found[key].append(name)
    return found


def _themes(page):
    values = (each.get("value") or {} for each in page.practices.raw_data)
    return sorted({str(value["theme"]) for value in values if value.get("theme")})


def _foreign(page, names):
    """What other languages call a large city, each word between spaces: these count as whole words only."""
    city = city_called(plain_forms(*names), page.country, page)
    words = {word for form in city.forms for word in form.split()} if city else ()
    return f" {' '.join(sorted(words))} " if words else ""


def _facts(page, lines, names):
    line, placed = deciding(lines), page.lat is not None and page.lon is not None
    x, y = project(page.lat, page.lon) if placed else (None, None)
    return {
        "key": page.translation_key,
        "local_name": page.local_name,
        "local_language": page.local_language,
        "country": page.country,
        "kind": page.kind,
        "state": state_of(lines),
        "signed": has_signed(lines),
        "since": line.date if line else None,
        "precision": line.precision if line else "day",
        "number": line.number if line else None,
        "population": page.population,
        "band": band_of(page.population),
        "lat": page.lat,
        "lon": page.lon,
        "x": x,
        "y": y,
        "words": written_words(names),
        "foreign": _foreign(page, names),
    }


def _row(family, source, locale, facts):
    page = next((page for page in family if page.locale_id == locale.pk), source)
    code = locale.language_code
    by_name = digits_of(page.title, code)
    country = digits_of(country_name(facts["country"], code), code)[:250]
    return MemberRow(
        locale=locale,
        page_id=page.pk,
        page_locale_id=page.locale_id,
        url_path=page.url_path,
        name=page.title,
        summary=page.summary,
        by_name=by_name,
        by_country=country + by_name,
        **facts,
    )
