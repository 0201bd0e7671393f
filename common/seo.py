"""What search engines and other machines read in the head of a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import gettext as _
from wagtail.models import Page

from common.addresses import absolute, path_of
from common.announcing import feeds_about
from common.localization import surroundings, text_direction
from common.plain import extract
from common.structured import Crumb, basic_data, breadcrumb_data
from common.switcher import current_code, urls_of

DESCRIPTION = 300
TERRITORY = {
    "en": "en_GB", "fr": "fr_FR", "de": "de_DE", "ro": "ro_RO", "hu": "hu_HU", "sk": "sk_SK", "es": "es_ES",
    "it": "it_IT", "el": "el_GR", "bg": "bg_BG", "uk": "uk_UA", "sr": "sr_RS", "sq": "sq_AL", "tr": "tr_TR",
    "rom": "rom_RO",  # Open Graph wants a territory: the one where most speakers live
}  # fmt: skip
PRIVATE = "noindex"
SHARED_PICTURE, SHARED_SIZE = "img/share.png", (1200, 630)


@dataclass(frozen=True)
class SocialImage:
    """The picture that stands beside a shared link."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass
class Head:
    """Everything that base.html puts into `<head>`."""

    title: str
    description: str = ""
    canonical: str = ""
    alternates: list[tuple[str, str]] = field(default_factory=list)
    feeds: list[tuple[str, str, str]] = field(default_factory=list)
    image: SocialImage | None = None
    og_type: str = "website"
    og_locale: str = ""
    og_alternates: list[str] = field(default_factory=list)
    robots: str = ""
    json_ld: list[dict] = field(default_factory=list)
    lang: str = "en"
    dir: str = "ltr"
    site_name: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    section: str = ""
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """What an address that is not a page of the tree says about itself; put it on `request.place`.

    A page that answers for addresses below its own gives `urls`, the path of the same in each language, and `crumbs`.
    """

    title: str
    description: str = ""
    robots: str = ""
    feeds: tuple[tuple[str, str, str], ...] = ()
    urls: Mapping[str, str] = field(default_factory=dict)
    crumbs: tuple[Crumb, ...] = ()


class _Naming:
    """Who knows the name of the site: one source, registered by a room above this one."""

    source: Callable[[str], str] | None = None


def names_the_site(source: Callable[[str], str]) -> Callable[[str], str]:
    """Register the function that knows the site's name; a decorator.

    Args:
        source: Takes a language code and returns the name in that language.

    Returns:
        The function itself.

    Raises:
        ValueError: If another function is registered.
    """
    if _Naming.source not in (None, source):
        raise ValueError(f"{_Naming.source} names the site already.")
    _Naming.source = source
    return source


def site_name(language: str) -> str:
    """The name of the site.

    Args:
        language: A language code.

    Returns:
        The name that editors gave, else the translated one.
    """
    given = _Naming.source(language) if _Naming.source else ""
    return given or _("European Alliance of Cities and Regions for Roma Inclusion")


def head_for(request: HttpRequest) -> Head:
    """The head of whatever the request shows: a page, a view or an error.

    Args:
        request: `request.page` or `request.place` say what it shows.

    Returns:
        The complete head.
    """
    code = current_code(request)
    head = Head(title="", lang=code, dir=text_direction(code), og_locale=TERRITORY.get(code, code))
    head.site_name = site_name(code)
    page = getattr(request, "page", None)
    if getattr(request, "failed", False):
        head.title, head.robots = getattr(request, "failed", ""), PRIVATE
        return head
    if page is not None and getattr(request, "place", None) is None:
        _describe_page(head, page, request)
    else:
        _describe_view(head, request)
    head.image = head.image or SocialImage(request.build_absolute_uri(static(SHARED_PICTURE)), *SHARED_SIZE)
    _link_languages(head, request)
    return head


def _describe_page(head: Head, page: Page, request: HttpRequest) -> None:
    head.title = page.seo_title or page.title
    head.description = page.search_description or extract(getattr(page, "summary", ""), DESCRIPTION)
    head.canonical = absolute(path_of(page) or request.path) + _own_query(request)
    head.published, head.modified = page.first_published_at, page.last_published_at
    head.og_type = getattr(page, "og_type", "website")
    head.feeds = page.feeds(request) if hasattr(page, "feeds") else feeds_about(page)
    head.image = page.social_image(request) if hasattr(page, "social_image") else None
    if hasattr(page, "complete_head"):
        page.complete_head(head, request)
    head.json_ld = [*basic_data(head.site_name), *_own_data(page, head, request)]
    if getattr(request, "is_preview", False) or getattr(page, "hidden_from_search", False):
        head.robots = PRIVATE


def _own_data(page: Page, head: Head, request: HttpRequest) -> list[dict]:
    data = page.structured_data(head, request) if hasattr(page, "structured_data") else []
    crumbs = crumbs_for(request)
    return [*data, breadcrumb_data(crumbs, head.canonical)] if len(crumbs) > 1 else data


def _describe_view(head: Head, request: HttpRequest) -> None:
    place = getattr(request, "place", None)
    head.canonical = absolute(request.path) + getattr(request, "own_query", "")
    if place is not None:
        head.title, head.description = place.title, place.description
        head.robots, head.feeds = place.robots, list(place.feeds)
    crumbs = crumbs_for(request)
    way = [breadcrumb_data(crumbs, head.canonical)] if len(crumbs) > 1 else []
    head.json_ld = [*basic_data(head.site_name), *way]


def _own_query(request: HttpRequest) -> str:
    """The query without which an address would show something else: `request.own_query`, or the number of a page."""
    number = request.GET.get("page", "")
    numbered = f"?page={number}" if number.isdecimal() and int(number) > 1 else ""
    return getattr(request, "own_query", numbered)


def _link_languages(head: Head, request: HttpRequest) -> None:
    urls = urls_of(request)
    further_page, private = "?" in head.canonical, head.robots == PRIVATE
    if head.lang not in urls or further_page or private:
        return
    public = {code: absolute(url) for code, url in urls.items()}
    default = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in public else next(iter(public))
    head.alternates = [*public.items(), ("x-default", public[default])]
    head.og_alternates = [TERRITORY.get(code, code) for code in public if code != head.lang]


def crumbs_for(request: HttpRequest) -> list[Crumb]:
    """The way from the front page to what the request shows.

    Args:
        request: Any request.

    Returns:
        Crumbs, the last of them without an address; empty on front pages and errors.
    """
    page, place = getattr(request, "page", None), getattr(request, "place", None)
    if place is not None and not getattr(request, "failed", False):
        return list(place.crumbs)
    if page is None or not page.path or getattr(request, "failed", False):
        return []
    above = surroundings(page, request).ancestors
    return [*(Crumb(other.title, path_of(other)) for other in above), Crumb(page.title)] if above else []
