"""The list of members as the filters of the address choose it."""

import datetime
import unicodedata
from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Locale

from common.collation import sort_key
from common.localization import language_of
from membership.choices import PUBLIC_STATES, State
from membership.map.pins import Overview, overview
from membership.queries import Member, members


@dataclass(frozen=True)
class Option:
    """An entry of a filter."""

    value: str
    label: str
    selected: bool


@dataclass(frozen=True)
class Listing:
    """What the list of members shows."""

    members: list[Member]
    total: int
    participants: int
    signatories: int
    countries: list[Option]
    states: list[Option]
    query: str
    filtered: bool
    map: Overview
    on: datetime.date


def listing_for(page, request):
    """Return the list that an address asks for.

    Args:
        page: the MemberIndexPage.
        request: its `q`, `country` and `state` narrow the list; a value that does not exist is passed over.
    """
    language = language_of(page)
    everyone = members(Locale(pk=page.locale_id, language_code=language))
    countries = {member.country: member.country_name for member in everyone}
    query = request.GET.get("name", "").strip()[:80]
    country = _known(request.GET.get("country", "").upper(), countries)
    state = _known(request.GET.get("state", ""), PUBLIC_STATES)
    ordered = sorted(countries.items(), key=lambda pair: sort_key(pair[1], language))
    joined = sum(member.state == State.PARTICIPANT for member in everyone)
    return Listing(
        members=[member for member in everyone if _matches(member, query, country, state)],
        total=len(everyone),
        participants=joined,
        signatories=len(everyone) - joined,
        countries=[Option(code, name, code == country) for code, name in ordered],
        states=[Option(value, State(value).label, value == state) for value in PUBLIC_STATES],
        query=query,
        filtered=bool(query or country or state),
        map=overview(everyone),
        on=timezone.localdate(),
    )


def _known(value, allowed):
    return value if value in allowed else ""


def _matches(member, query, country, state):
    if country and member.country != country:
        return False
    if state and member.state != state:
        return False
    return plain(query) in plain(f"{member.name} {member.local_name}")


def plain(text):
    """Return a text without accents and capitals, so that “sisli” finds “Şişli”.

    Args:
        text: any text.
    """
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return bare.casefold().replace("ı", "i").replace("ł", "l").replace("đ", "d")
