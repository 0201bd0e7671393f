"""What stands around a page, in the reader's language, in three queries: the words, the lists, the addresses."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.conf import settings
from django.core.cache import cache
from django.db.models import CharField, DateField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Locale

from common.localization import locale_of, localized_pages
from common.seo import names_the_site
from navigation.feeds import Feed, site_feeds
from navigation.models import Contact, Frame, LegalLink, MenuItem, NetworkLink
from navigation.notice import linked_pages, readable

COLUMNS = ("kind", "place", "words", "target", "address", "office", "phone", "mail", "last")
# Several processes agree on a changed name of the site after this many seconds at the latest.
TRUST = 30
SITE_NAME_KEY = "navigation.site_name.{}"
# "/en/": every page stands below it, so it is current only on itself.
FRONT_PAGE_SLASHES = 2


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
    words = _words(locale)
    rows = list(_rows(words)) if words.pk else []
    linked = {row["target"] for row in rows} | {words.join_page_id, words.cooperate_page_id, words.notice_page_id}
    linked = linked - {None} | linked_pages(words.notice_text)
    pages = localized_pages(linked, locale) if linked else {}
    urls = {pk: page.get_url(request) or "" for pk, page in pages.items()}
    foreign = words.pk and words.locale_id != locale.pk
    return Surround(
        words=words,
        language=words.locale.language_code if foreign else "",
        menu=_links(rows, MenuItem, urls, request.path),
        legal=_links(rows, LegalLink, urls, request.path),
        networks=[Link(row["words"], row["address"]) for row in _of(rows, NetworkLink)],
        contacts=_persons(rows, timezone.localdate()),
        join_url=urls.get(words.join_page_id, ""),
        cooperate_url=urls.get(words.cooperate_page_id, ""),
        notice_url=urls.get(words.notice_page_id, ""),
        notice_html=readable(words.notice_text, urls),
        reader=locale.language_code,
    )


@names_the_site
def site_name(language: str) -> str:
    """The name that editors gave the site.

    Args:
        language: A language code.

    Returns:
        The name in that language, else in the default one, else an empty text.
    """
    key = SITE_NAME_KEY.format(language)
    name = cache.get(key)
    if name is None:
        name = _best(Frame.objects.values_list("site_name", "locale__language_code"), language)
        cache.set(key, name, TRUST)
    return name


def _best(named: Iterable[tuple[str, str]], language: str) -> str:
    by_code = {code: name for name, code in named}
    return by_code.get(language) or by_code.get(settings.LANGUAGE_CODE, "")


def _words(locale: Locale) -> Frame:
    codes = {locale.language_code, settings.LANGUAGE_CODE}
    found = Frame.objects.filter(locale__language_code__in=codes).select_related("locale")
    by_locale = {frame.locale_id: frame for frame in found}
    return by_locale.get(locale.pk) or next(iter(by_locale.values()), Frame())


def _rows(frame: Frame) -> QuerySet:
    """The four lists below a frame as one query; NetworkLink first, for its columns name those of the union."""
    none = Cast(Value(None), IntegerField())
    networks = _columns(NetworkLink, frame, words=F("name"), target=none, address=F("url"))
    links = (_columns(kind, frame, words=F("title"), target=F("page_id")) for kind in (MenuItem, LegalLink))
    own = {"office": F("role"), "phone": F("telephone"), "mail": F("email"), "last": F("until")}
    contacts = _columns(Contact, frame, words=F("name"), target=none, **own)
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
    chosen = columns | given
    return model.objects.filter(frame=frame).order_by().annotate(**chosen).values(*COLUMNS)


def _of(rows: list[dict], model: type) -> list[dict]:
    return [row for row in rows if row["kind"] == model.__name__]


def _links(rows: list[dict], model: type, urls: dict[int, str], path: str) -> list[Link]:
    chosen = ((row["words"], urls.get(row["target"], "")) for row in _of(rows, model))
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
