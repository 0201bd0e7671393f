"""Which languages are open to readers, and where the same page stands in each of them."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, override
from wagtail.models import Locale, Page, Site

from common import stamp
from common.restrictions import everyones

# Several processes agree on what is open after this many seconds at the latest, or at the next page they serve.
TRUST = 5
CACHE_KEY = "common.localization.homes"
LIGHT = ("id", "path", "depth", "title", "slug", "url_path", "translation_key", "locale", "live", "last_published_at")
HOME_DEPTH = 2
PAGE_VIEW = "wagtail_serve"


@dataclass(frozen=True)
class Home:
    """The front page of an open language."""

    code: str
    locale_id: int
    page_id: int
    title: str
    url: str
    root: str


@dataclass(frozen=True)
class LanguageLink:
    """One entry of the language switcher."""

    code: str
    name: str
    url: str
    current: bool = False
    available: bool = True


@dataclass
class Surroundings:
    """The pages above a page, and the page in the other languages, as far as every reader may see them."""

    ancestors: list[Page] = field(default_factory=list)
    translations: dict[str, Page] = field(default_factory=dict)


def language_name(code: str) -> str:
    """A language's own name, with a capital letter, as it stands in the switcher.

    Args:
        code: A language code.

    Returns:
        For example "Français"; the code itself if Django does not know the language.
    """
    try:
        name = get_language_info(code)["name_local"]
    except KeyError:
        return code
    return name[:1].upper() + name[1:]


def language_of(page: Page) -> str:
    """The language code of a page, without a query for the languages that are open.

    Args:
        page: Any page.

    Returns:
        Its language code.
    """
    for home in homes().values():
        if home.locale_id == page.locale_id:
            return home.code
    return page.locale.language_code


def text_direction(code: str) -> str:
    """Where a language's lines begin.

    Args:
        code: A language code.

    Returns:
        "rtl" or "ltr", ready for a `dir` attribute.
    """
    return "rtl" if code.split("-", maxsplit=1)[0] in settings.LANGUAGES_BIDI else "ltr"


def homes() -> dict[str, Home]:
    """The front pages of the languages open to readers, in the order of `LANGUAGES`.

    Returns:
        Language code to `Home`. A language is open when it has a locale and a published front page.
    """
    known = stamp.memory()
    if CACHE_KEY not in known:
        known[CACHE_KEY] = stamp.near.get(CACHE_KEY)
    if known[CACHE_KEY] is None:
        known[CACHE_KEY] = (stamp.current(), _find_homes())
        stamp.near.set(CACHE_KEY, known[CACHE_KEY], TRUST)
    return known[CACHE_KEY][1]


def check_homes() -> None:
    """Look the open languages up again if they are those of another stamp than this request has learned."""
    found = stamp.memory().get(CACHE_KEY)
    if found and found[0] == stamp.current():
        stamp.near.touch(CACHE_KEY, TRUST)
    else:
        forget_homes()


def _find_homes() -> dict[str, Home]:
    keys = Site.objects.filter(is_default_site=True).values("root_page__translation_key")
    # Without an order: SQLite would walk the whole tree in the order of its paths.
    pages = everyones(Page.objects.filter(translation_key__in=keys, alias_of=None)).select_related("locale").order_by()
    by_code = {page.locale.language_code: page for page in pages}
    return {code: _home(code, by_code[code]) for code, _name in settings.LANGUAGES if code in by_code}


def _home(code: str, page: Page) -> Home:
    with override(code):
        url = reverse(PAGE_VIEW, args=("",))
    return Home(code, page.locale_id, page.pk, page.title, url, page.url_path)


def forget_homes(**_signal) -> None:
    """Look the open languages up again at the next request; a receiver for signals.

    Args:
        _signal: What the signal sends; not used.
    """
    stamp.memory().pop(CACHE_KEY, None)
    stamp.near.delete(CACHE_KEY)


def live_locales() -> list[Locale]:
    """The languages open to readers, in the order of `LANGUAGES`, without a query when the cache is warm.

    Returns:
        `Locale` objects.
    """
    return [Locale(pk=home.locale_id, language_code=home.code) for home in homes().values()]


def live_codes() -> list[str]:
    """The codes of the languages open to readers.

    Returns:
        For example ["en", "fr", "rom", "de"].
    """
    return list(homes())


def locale_of(request: HttpRequest | None = None) -> Locale:
    """The locale a request is answered in.

    Args:
        request: A request that went through `PathLocaleMiddleware`; None means the active language.

    Returns:
        The locale of its language, or the default one where that language is not open.
    """
    code = getattr(request, "LANGUAGE_CODE", None) or get_language() or settings.LANGUAGE_CODE
    home = homes().get(code)
    if home:
        return Locale(pk=home.locale_id, language_code=home.code)
    return Locale.objects.filter(language_code=code).first() or Locale.get_default()


def surroundings(page: Page, request: HttpRequest | None = None) -> Surroundings:
    """The pages above a page and its translations, in one query.

    Args:
        page: A page as it is shown.
        request: Keeps the answer for the rest of the request.

    Returns:
        Ancestors from the front page down to the parent, and public translations by language code, itself included.
    """
    kept = getattr(request, "surroundings", None)
    if kept is None or kept[0] != page.pk:
        kept = (page.pk, _find_surroundings(page))
        if request is not None:
            request.surroundings = kept
    return kept[1]


def _find_surroundings(page: Page) -> Surroundings:
    above = [page.path[: end * Page.steplen] for end in range(HOME_DEPTH, page.depth)]
    wanted = Q(path__in=above) | Q(translation_key=page.translation_key, alias_of=None)
    return surroundings_among(page, everyones(Page.objects.filter(wanted)).only(*LIGHT, "alias_of"))


def surroundings_among(page: Page, pages) -> Surroundings:
    """The pages above a page and its translations, chosen from pages that were read before.

    Args:
        page: A page.
        pages: Pages that every reader may see, with the fields of `LIGHT` and `alias_of`; others are passed over.

    Returns:
        As `surroundings` gives them.
    """
    found, codes = list(pages), {home.locale_id: home.code for home in homes().values()}
    above = [page.path[: end * Page.steplen] for end in range(HOME_DEPTH, page.depth)]
    translations = {
        codes[other.locale_id]: other
        for other in found
        if other.translation_key == page.translation_key and other.alias_of_id is None and other.locale_id in codes
    }
    ancestors = sorted((other for other in found if other.path in above), key=lambda other: other.depth)
    return Surroundings(ancestors, {code: translations[code] for code in codes.values() if code in translations})


def localized_pages(pages, locale: Locale) -> dict:
    """The translations of many pages into one language, in one query.

    Args:
        pages: Pages, or primary keys of pages, in any language.
        locale: The language wanted.

    Returns:
        Primary key of the page given to the public page in that language; a page without one is left out.
    """
    keys = {getattr(page, "pk", page) for page in pages}
    wanted = Page.objects.filter(pk__in=keys).values("translation_key")
    open_to_all = everyones(Page.objects.filter(pk=OuterRef("pk"), locale=locale))
    found = list(
        Page.objects.filter(Q(pk__in=keys) | Q(locale=locale), translation_key__in=wanted)
        .annotate(usable=Exists(open_to_all))
        .only(*LIGHT)
    )
    by_key = {page.translation_key: page for page in found if page.usable}
    given = {page.pk: page.translation_key for page in found if page.pk in keys}
    return {pk: by_key[key] for pk, key in given.items() if key in by_key}
