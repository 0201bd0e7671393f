"""The pages of countries below the directory: introduction, figures, map and members of one country."""

from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.models import Locale

from common.addresses import absolute, path_at, path_of
from common.countries import EUROPE, country_name
from common.localization import everyones, homes, language_of, surroundings
from common.plain import extract
from common.seo import Place
from common.sitemap import adds_to_sitemap
from common.stamp import kept
from common.structured import Crumb
from membership.choices import State
from membership.country_words import CountryIntroduction
from membership.filters import Filters
from membership.map.outline import extent
from membership.map.pins import Overview, overview
from membership.map.window import Window
from membership.queries import Member, members
from membership.tallies import tallies

__all__ = ["PART", "Country", "country_path", "families", "find", "respond"]

PART = "country"
PARTS = 2
DESCRIPTION = 300


@dataclass(frozen=True)
class Country:
    """What the page of a country shows."""

    code: str
    name: str
    introduction: str
    introduction_language: str
    members: list[Member]
    participants: int
    signatories: int
    inhabitants: int
    counted: int
    map: Overview | None
    index_url: str
    filtered_url: str
    on: object


def find(parts):
    """Return the country that an address below the directory names, or None where it names none.

    Args:
        parts: the parts of the path below the directory.
    """
    known = len(parts) == PARTS and parts[0] == PART and parts[1].islower() and parts[1].upper() in EUROPE
    return parts[1].upper() if known else None


def country_path(page):
    """Return the path of the page of a member's country, without a query.

    Args:
        page: a MemberPage.
    """
    above = path_at(f"{page.url_path.rstrip('/').rpartition('/')[0]}/", page.locale_id)
    return f"{above}{PART}/{page.country.lower()}/" if above else ""


def respond(index, request, code):
    """Answer with the page of a country.

    Args:
        index: the MemberIndexPage.
        request: the request being answered.
        code: what ``find`` gave.

    Raises:
        Http404: if the country has neither members nor an introduction.
    """
    request.page = index
    country = _country(index, code)
    if not country.members and not country.introduction:
        raise Http404
    above = [*surroundings(index, request).ancestors, index]
    request.place = Place(
        title=f"{country.name} – {index.title}",
        description=extract(country.introduction or index.summary, DESCRIPTION),
        urls={code_: f"{path_of(page)}{PART}/{code.lower()}/" for code_, page in _lists(index, request).items()},
        crumbs=(*(Crumb(page.title, path_of(page)) for page in above), Crumb(country.name)),
    )
    return TemplateResponse(request, "membership/country_page.html", {"page": index, "country": country})


def _lists(index, request):
    return surroundings(index, request).translations


def _country(index, code):
    language, url = language_of(index), path_of(index)
    words, words_language = _introduction(code, language)
    found = members(Locale(pk=index.locale_id, language_code=language), code)
    figures = [member.population for member in found if member.population]
    return Country(
        code=code,
        name=country_name(code, language),
        introduction=words,
        introduction_language="" if words_language == language else words_language,
        members=found,
        participants=sum(member.state == State.PARTICIPANT for member in found),
        signatories=sum(member.signed for member in found),
        inhabitants=sum(figures),
        counted=len(figures),
        map=_map(found, code, url),
        index_url=url,
        filtered_url=url + Filters(country=code).query(),
        on=timezone.localdate(),
    )


def _introduction(code, language):
    rows = CountryIntroduction.objects.filter(
        country=code, locale__language_code__in={language, settings.LANGUAGE_CODE}
    )
    found = dict(rows.values_list("locale__language_code", "introduction"))
    chosen = language if language in found else settings.LANGUAGE_CODE
    return found.get(chosen, ""), chosen


def _map(found, code, url):
    box = extent(code)
    if box is None or not any(member.lat is not None for member in found):
        return None
    window = Window.around(box)

    def address(part):
        return url + Filters(country=code, at=part, view="table" if part and part.narrowest else "map").query()

    return overview(found, window, address)


@adds_to_sitemap
def families():
    """Return the pages of countries that have members, each as language code to address."""
    indexes = kept("membership.country_pages.indexes", _indexes)
    return [
        {language: absolute(f"{path}{PART}/{code.lower()}/") for language, path in indexes}
        for code in sorted(tallies().country)
        if indexes
    ]


def _indexes():
    """Pairs of (language code, path) of the directories."""
    codes = {home.locale_id: home.code for home in homes().values()}
    pages = everyones(
        apps.get_model("membership", "MemberIndexPage").objects.filter(locale_id__in=codes, alias_of=None)
    )
    rows = pages.order_by("-path").values_list("locale_id", "url_path")
    return [(codes[locale_id], path_at(url_path, locale_id)) for locale_id, url_path in rows]
