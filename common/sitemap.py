"""What crawlers ask for first: the list of all public pages in all languages, and the rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from common.addresses import absolute
from common.localization import Home, everyones, homes


@dataclass(frozen=True)
class Entry:
    """One public page in the sitemap."""

    url: str
    changed: datetime | None
    alternates: list[tuple[str, str]]


Families = Callable[[], list[dict[str, str]]]
_sources: list[Families] = []
_further: list[str] = []


def adds_to_sitemap(source: Families) -> Families:
    """Register a function that knows addresses which are no pages of the tree; a decorator.

    Args:
        source: Returns language code to whole address for each of them.

    Returns:
        The function itself.

    Raises:
        ValueError: If it is registered already.
    """
    if source in _sources:
        raise ValueError(f"{source} is registered already.")
    _sources.append(source)
    return source


def names_sitemap(view: str) -> None:
    """Let robots.txt name a further sitemap.

    Args:
        view: The name of its view.
    """
    if view not in _further:
        _further.append(view)


def hidden_types() -> list[ContentType]:
    """The page types that stay out of search engines, by `hidden_from_search = True` on the class.

    Returns:
        Their content types.
    """
    models = [model for model in apps.get_models() if getattr(model, "hidden_from_search", False)]
    return list(ContentType.objects.get_for_models(*models).values()) if models else []


def entries() -> list[Entry]:
    """All public pages of all open languages, in one query, and what other rooms add.

    Returns:
        One entry for each page, translations beside each other.
    """
    by_locale = {home.locale_id: home for home in homes().values()}
    rows = (
        everyones(Page.objects.filter(locale_id__in=by_locale, alias_of=None, depth__gt=1))
        .exclude(content_type__in=hidden_types())
        .order_by("translation_key", "locale_id")
        .values_list("translation_key", "locale_id", "url_path", "last_published_at")
    )
    found: list[Entry] = []
    for _key, group in groupby(rows, key=lambda row: row[0]):
        found += _family(group, by_locale)
    for source in _sources:
        for urls in source():
            found += _entries({code: urls[code] for code in homes() if code in urls}, {})
    return sorted(found, key=lambda entry: entry.url)


def _family(rows, by_locale: dict[int, Home]) -> list[Entry]:
    """The entries of one page in all its languages."""
    order = list(by_locale)
    urls, changes = {}, {}
    for _key, locale_id, url_path, changed in sorted(rows, key=lambda row: order.index(row[1])):
        home = by_locale[locale_id]
        if url_path.startswith(home.root):
            urls[home.code] = absolute(home.url + url_path[len(home.root) :])
            changes[home.code] = changed
    return _entries(urls, changes)


def _entries(urls: dict[str, str], changes: dict[str, datetime | None]) -> list[Entry]:
    """One entry for each language of what is the same in all of them."""
    if not urls:
        return []
    default = urls.get(settings.LANGUAGE_CODE) or next(iter(urls.values()))
    alternates = [*urls.items(), ("x-default", default)]
    return [Entry(url, changes.get(code), alternates) for code, url in urls.items()]


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """/sitemap.xml: every public page with its translations and the day of its last change.

    Args:
        request: A crawler's request.

    Returns:
        XML by the sitemaps protocol.
    """
    return render(request, "common/sitemap.xml", {"entries": entries()}, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """/robots.txt: everything may be read but the editors' side.

    Args:
        request: A crawler's request.

    Returns:
        Plain text.
    """
    sitemaps = [f"Sitemap: {absolute(reverse(name))}" for name in ("sitemap", *_further)]
    lines = ["User-agent: *", "Disallow: /admin/", "", *sitemaps, ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
