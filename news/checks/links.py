"""Checks of the links of a story to pages and documents of this site."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.blocks import RichTextBlock
from wagtail.documents import get_document_model
from wagtail.models import Page

from blocks.links import linked_ids
from blocks.references import leaves
from common.languages import language_of_path
from common.localization import PAGE_VIEW, everyones, homes
from news.checks.registry import check, error

HREF = re.compile(r'href="([^"]+)"')


@check
def dead_links(page):
    """Every link inside the site must lead somewhere."""
    places = [
        (place, leaf, value)
        for place, block in enumerate(page.body)
        for leaf, value in leaves(block.block, block.value)
    ]
    texts = [(place, value.source) for place, leaf, value in places if isinstance(leaf, RichTextBlock) and value]
    chosen = [(place, value.pk) for place, _leaf, value in places if isinstance(value, Page)]
    yield from _dead_pages([*chosen, *_linked(texts, "page")])
    yield from _dead_documents(_linked(texts, "document"))
    yield from _dead_addresses(texts)


def _linked(texts, kind):
    return [(place, key) for place, source in texts for key in linked_ids(source, kind)]


def _dead_pages(wanted):
    keys = {key for _place, key in wanted}
    alive = set(everyones(Page.objects.filter(pk__in=keys)).values_list("pk", flat=True)) if keys else set()
    titles = dict(Page.objects.filter(pk__in=keys - alive).values_list("pk", "title")) if keys - alive else {}
    for place, key in wanted:
        if key in titles:
            words = _("The link to “%(title)s” leads to a page that readers cannot see.") % {"title": titles[key]}
            yield error("dead_link", "body", words, place)
        elif key not in alive:
            yield error("dead_link", "body", _("A link leads to a page that no longer exists."), place)


def _dead_documents(wanted):
    keys = {key for _place, key in wanted}
    known = set(get_document_model().objects.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    for place, key in wanted:
        if key not in known:
            yield error("dead_link", "body", _("A link leads to a document that no longer exists."), place)


def _dead_addresses(texts):
    for place, source in texts:
        for address in HREF.findall(source):
            path = _own_path(address)
            if path and not _answers(path):
                words = _("The address %(address)s does not exist on this site.") % {"address": address}
                yield error("dead_link", "body", words, place)


def _own_path(address):
    parts = urlsplit(address)
    if parts.netloc and parts.netloc != urlsplit(settings.BASE_URL).netloc:
        return ""
    return parts.path if parts.path.startswith("/") else ""


def _answers(path):
    """Whether a path has a view, and if it is the view of pages, a page; what lies below a list is left to it."""
    language = language_of_path(path)
    with override(language or settings.LANGUAGE_CODE):
        try:
            found = resolve(path)
        except Resolver404:
            return False
    if found.url_name != PAGE_VIEW:
        return True
    home = homes().get(language)
    parts = [part for part in found.args[0].split("/") if part] if found.args else []
    return home is not None and everyones(Page.objects.filter(url_path=_joined(home.root, parts))).exists()


def _joined(root, parts):
    return root + "".join(f"{part}/" for part in parts)
