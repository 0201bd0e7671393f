"""What stands around a page, in the reader's language: the words, and the lists below them; kept until one changes."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.conf import settings
from django.db.models import CharField, DateField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Locale, Page

from common.addresses import path_at, path_of
from common.localization import everyones, locale_of, localized_pages
from common.seo import names_the_site
from common.stamp import kept
from navigation.feeds import Feed, site_feeds
from navigation.models import Contact, Frame, LegalLink, MenuItem, NetworkLink
from navigation.notice import linked_pages, readable, term_urls

COLUMNS = ("kind", "place", "words", "address", "office", "phone", "mail", "last")
FRAME_KEY = "navigation.frame.{}"
SITE_NAMES = "navigation.site_names"
# "/en/": every page stands below it, so it is current only on itself.
FRONT_PAGE_SLASHES = 2
BOXES = ("join", "cooperate", "notice")


@dataclass(frozen=True)
class Link:
    """Words and where they lead; `current` is "page" on that page, "true" on the pages below it, else empty."""

    title: str
    url: str
    current: str = ""


@dataclass(frozen=True)
class Person:
    """Someone to write to or to call."""

    name: str
    role: str
    telephone: str = ""
    email: str = ""

    @property
    def dial(self) -> str:
        """The telephone number as a `tel:` address wants it."""
        return "".join(sign for sign in self.telephone if sign.isdecimal() or sign == "+")


@dataclass
class Surround:
    """The frame as templates show it: the words of `words`, and lists whose links are ready."""

    words: Frame
    language: str = ""
    menu: list[Link] = field(default_factory=list)
    legal: list[Link] = field(default_factory=list)
    networks: list[Link] = field(default_factory=list)
    contacts: list[Person] = field(default_factory=list)
    join_url: str = ""
    cooperate_url: str = ""
    notice_url: str = ""
    notice_html: str = ""
    reader: str = ""

    @cached_property
    def feeds(self) -> list[Feed]:
        """The feeds of the site in the reader's language, asked for only where the page itself offers none."""
        return site_feeds(self.reader)

    def __getattr__(self, name: str):
        """Hand out the fields of the record, so that a template writes `frame.mission`."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.words, name)


def frame_for(request: HttpRequest) -> Surround:
    """What stands around the page that a request shows.

    Args:
        request: Any request; its language decides, its path marks the current menu entry.

    Returns:
        The frame of that language, else of the default language (then `language` names it), else an empty one. Links
        whose page readers cannot see in the language are left out.
    """
    locale = locale_of(request)
    words, language, rows, urls = kept(FRAME_KEY.format(locale.pk), lambda: _frame(locale))
    return Surround(
        words=words,
        language=language,
        menu=_links(rows, MenuItem, locale, request.path),
        legal=_links(rows, LegalLink, locale, request.path),
        networks=[Link(row["words"], row["address"]) for row in _of(rows, NetworkLink)],
        contacts=_persons(rows, timezone.localdate()),
        join_url=urls.get(words.join_page_id, ""),
        cooperate_url=urls.get(words.cooperate_page_id, ""),
        notice_url=urls.get(words.notice_page_id, ""),
        notice_html=readable(words.notice_text, urls),
        reader=locale.language_code,
    )


def _frame(locale: Locale) -> tuple[Frame, str, list[dict], dict[int | str, str]]:
    """The words of a frame, their language if it is another, its lists and the addresses of its pages."""
    words = _words(locale)
    rows = list(_rows(words, locale)) if words.pk else []
    foreign = words.pk and words.locale_id != locale.pk
    return words, words.locale.language_code if foreign else "", rows, _page_urls(words, locale)


@names_the_site
def site_name(language: str) -> str:
    """The name that editors gave the site.

    Args:
        language: A language code.

    Returns:
        The name in that language, else in the default one, else an empty text.
    """
    names = kept(SITE_NAMES, lambda: dict(Frame.objects.values_list("locale__language_code", "site_name")))
    return names.get(language) or names.get(settings.LANGUAGE_CODE, "")


def _words(locale: Locale) -> Frame:
    codes = {locale.language_code, settings.LANGUAGE_CODE}
    paths = {f"{name}_path": _translated(f"{name}_page", locale) for name in BOXES}
    found = Frame.objects.filter(locale__language_code__in=codes).select_related("locale").annotate(**paths)
    by_locale = {frame.locale_id: frame for frame in found}
    return by_locale.get(locale.pk) or next(iter(by_locale.values()), Frame())


def _translated(page: str, locale: Locale) -> Coalesce:
    """The place in the tree of a linked page's counterpart that readers of the language may see."""
    same = everyones(Page.objects.filter(locale=locale, translation_key=OuterRef(f"{page}__translation_key")))
    return Coalesce(Subquery(same.order_by().values("url_path")[:1]), Value(""), output_field=CharField())


def _page_urls(words: Frame, locale: Locale) -> dict[int | str, str]:
    """Addresses of what boxes and notice lead to; a query each only where the notice names other pages, or terms."""
    urls = {getattr(words, f"{name}_page_id"): path_at(getattr(words, f"{name}_path", ""), locale.pk) for name in BOXES}
    others = linked_pages(words.notice_text) - set(urls)
    found = localized_pages(others, locale) if others else {}
    return urls | {pk: path_of(page) for pk, page in found.items()} | term_urls(words.notice_text, locale)


def _rows(frame: Frame, locale: Locale) -> QuerySet:
    """The four lists below a frame as one query."""
    networks = _columns(NetworkLink, frame, words=F("name"), address=F("url"))
    pages = {"words": F("title"), "address": _translated("page", locale)}
    links = (_columns(kind, frame, **pages) for kind in (MenuItem, LegalLink))
    own = {"office": F("role"), "phone": F("telephone"), "mail": F("email"), "last": F("until")}
    contacts = _columns(Contact, frame, words=F("name"), **own)
    return networks.union(*links, contacts, all=True).order_by("kind", "place")


def _columns(model: type, frame: Frame, **given) -> QuerySet:
    blank = Value("", output_field=CharField())
    columns = {
        "kind": Value(model.__name__, output_field=CharField()),
        "place": F("sort_order"),
        "address": blank,
        "office": blank,
        "phone": blank,
        "mail": blank,
        "last": Cast(Value(None), DateField()),
    }
    return model.objects.filter(frame=frame).order_by().annotate(**columns | given).values(*COLUMNS)


def _of(rows: list[dict], model: type) -> list[dict]:
    return [row for row in rows if row["kind"] == model.__name__]


def _links(rows: list[dict], model: type, locale: Locale, path: str) -> list[Link]:
    chosen = ((row["words"], path_at(row["address"], locale.pk)) for row in _of(rows, model))
    return [Link(words, url, _current(url, path)) for words, url in chosen if url]


def _current(url: str, path: str) -> str:
    if path == url:
        return "page"
    is_front_page = url.count("/") <= FRONT_PAGE_SLASHES
    return "true" if path.startswith(url) and not is_front_page else ""


def _persons(rows: list[dict], today: date) -> list[Person]:
    return [
        Person(row["words"], row["office"], row["phone"], row["mail"])
        for row in _of(rows, Contact)
        if row["last"] is None or row["last"] >= today
    ]
