"""Generated cities and regions, written in bulk: as many as a measurement needs, spread over Europe."""

import datetime
import uuid

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.sql import InsertQuery
from django.utils import timezone
from wagtail.models import Page

from common.stamp import renew
from membership.choices import Kind
from membership.models import MemberIndexPage, MemberPage, MemberState
from membership.publishing import rebuild

__all__ = ["plant"]

COUNTRIES = (
    "AL", "AT", "BE", "BG", "BA", "HR", "CZ", "DE", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IT", "LT", "LV", "MD",
    "ME", "MK", "NL", "PL", "PT", "RO", "RS", "SE", "SK", "UA",
)  # fmt: skip
SYLLABLES = ("ka", "ros", "vel", "mi", "tor", "žan", "be", "lo", "gra", "şi", "nu", "per")
FIRST = datetime.date(2013, 3, 20)
BATCH = 500


def plant(number):
    """Write members below the English list, then the index; the same members for the same number.

    Args:
        number: how many.
    """
    index = MemberIndexPage.objects.get(locale__language_code="en")
    with transaction.atomic():
        for start in range(0, number, BATCH):
            _plant(index, range(start, min(start + BATCH, number)))
        MemberIndexPage.objects.filter(pk=index.pk).update(numchild=number)
        rebuild()
        renew()


def _plant(index, places):
    members = [_member(index, place) for place in places]
    pages = Page.objects.bulk_create(_page_of(member) for member in members)
    for member, page in zip(members, pages, strict=True):
        member.page_ptr_id = page.pk
    for start in range(0, len(members), 20):
        query = InsertQuery(MemberPage)
        query.insert_values(MemberPage._meta.local_concrete_fields, members[start : start + 20], raw=False)
        query.get_compiler("default").execute_sql()
    MemberState.objects.bulk_create(_state(index, place, page.pk) for place, page in zip(places, pages, strict=True))


def _state(index, place, pk):
    return MemberState(
        page_id=pk,
        kind=("participant", "signatory")[place % 2],
        date=FIRST + datetime.timedelta(days=place),
        locale_id=index.locale_id,
        translation_key=uuid.uuid4(),
        sort_order=0,
    )


def _name(place):
    parts = [SYLLABLES[place // len(SYLLABLES) ** power % len(SYLLABLES)] for power in range(3)]
    return f"{''.join(parts).capitalize()} {place}"


def _member(index, place):
    return MemberPage(
        title=_name(place),
        slug=f"place-{place}",
        path=Page._get_path(index.path, index.depth + 1, place + 1),
        depth=index.depth + 1,
        url_path=f"{index.url_path}place-{place}/",
        locale_id=index.locale_id,
        translation_key=uuid.uuid4(),
        content_type=ContentType.objects.get_for_model(MemberPage),
        live=True,
        first_published_at=timezone.now(),
        last_published_at=timezone.now(),
        summary="It takes in its citizens as equals.",
        country=COUNTRIES[place % len(COUNTRIES)],
        kind=Kind.values[place % 5],
        # Steps that share no factor spread the places evenly over the drawing.
        lat=36 + place * 7.31 % 30,
        lon=-9 + place * 11.17 % 45,
        population=1_000 + place * 377 % 900_000,
        population_year=2020,
        body="[]",
    )


def _page_of(member):
    names = [field.attname for field in Page._meta.concrete_fields if field.attname != "id"]
    return Page(**{name: getattr(member, name) for name in names})
