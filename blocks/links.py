"""Links to pages of the site, in the reader's language where the page exists in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.documents.models import AbstractDocument
from wagtail.models import Locale, Page
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from blocks.addresses import may_be_followed
from common.addresses import path_of
from common.localization import LIGHT, everyones, language_of, locale_of, text_direction

__all__ = ["PageLink", "document_links", "expanded", "find_pages", "link_to", "linked_ids", "page_links"]


@dataclass(frozen=True)
class PageLink:
    """Where a link to a page or document leads.

    Attributes:
        url: Its address.
        title: The title of the page or document.
        language: Its language, only where that is not the reader's.
        direction: "ltr" or "rtl", only where `language` is set.
    """

    url: str
    title: str
    language: str = ""
    direction: str = ""


def page_links(ids: Iterable[int], locale: Locale | None = None) -> dict[int, PageLink]:
    """Resolve links to pages, all in one query.

    Args:
        ids: Primary keys of pages in any language.
        locale: The reader's language; None means the active one.

    Returns:
        Primary key to link. A page that not every reader may see is left out; one that does not exist in the reader's
        language leads to the page itself and carries its language.
    """
    return find_pages(ids, locale)[1]


def find_pages(ids: Iterable[int], locale: Locale | None = None) -> tuple[dict[int, Page], dict[int, PageLink]]:
    """Fetch pages and resolve links to them, all in one query.

    Args:
        ids: Primary keys of pages in any language.
        locale: The reader's language; None means the active one.

    Returns:
        The pages by primary key, whoever may see them, and the links as `page_links` gives them.
    """
    ids = set(ids)
    if not ids:
        return {}, {}
    locale = locale or locale_of()
    keys = Page.objects.filter(pk__in=ids).values("translation_key")
    wanted = Q(pk__in=ids) | Q(locale=locale, alias_of=None, translation_key__in=keys)
    public = Exists(everyones(Page.objects.filter(pk=OuterRef("pk"))))
    found = Page.objects.filter(wanted).annotate(is_public=public).select_related("locale")
    rows = list(found.only(*LIGHT, "locale__language_code"))
    localized = {row.translation_key: row for row in rows if row.is_public and row.locale_id == locale.pk}
    pages = {row.pk: row for row in rows if row.pk in ids}
    ends = {pk: localized.get(row.translation_key, row) for pk, row in pages.items()}
    return pages, {pk: _link(row, locale) for pk, row in ends.items() if row.is_public}


def _link(page: Page, locale: Locale) -> PageLink:
    url = path_of(page)
    if page.locale_id == locale.pk:
        return PageLink(url, page.title)
    language = language_of(page)
    return PageLink(url, page.title, language, text_direction(language))


def linked_ids(html: str, linktype: str) -> list[int]:
    """The pages or documents that rich text links to.

    Args:
        html: Rich text as it is stored.
        linktype: "page" or "document".

    Returns:
        Primary keys, in the order of the text.
    """
    found = (extract_attrs(attributes) for attributes in FIND_A_TAG.findall(html or ""))
    return [int(each["id"]) for each in found if each.get("linktype") == linktype and each.get("id", "").isdecimal()]


def document_links(documents: Mapping[int, AbstractDocument]) -> dict[int, PageLink]:
    """Where links to documents lead.

    Args:
        documents: Documents by primary key.

    Returns:
        Primary key to link, with the document's language where it is known.
    """
    return {
        pk: PageLink(document.url, document.title, getattr(document, "language", "") or "")
        for pk, document in documents.items()
    }


def expanded(html: str, context: Mapping) -> RichText:
    """Rich text whose links are resolved.

    Args:
        html: Rich text as it is stored.
        context: The context of the block; `page_links` and `document_links` hold what its stream resolved. What is
            not there is left to Wagtail.

    Returns:
        Rich text that renders as HTML.
    """
    known = {name: context.get(f"{name}_links") for name in ("page", "document")}
    return RichText(FIND_A_TAG.sub(lambda found: _opening(found, known), html or ""))


def _opening(found, known):
    attributes = extract_attrs(found.group(1))
    links = known.get(attributes.get("linktype", ""))
    if links is None:
        return found.group(0) if may_be_followed(attributes.get("href", "")) else "<a>"
    identifier = attributes.get("id", "")
    link = links.get(int(identifier)) if identifier.isdecimal() else None
    if link is None or not link.url:
        return "<a>"
    language = format_html(' lang="{}" hreflang="{}"', get_language(), link.language) if link.language else ""
    return format_html('<a href="{}"{}>', link.url, language)


def link_to(page: Page | None, context: Mapping) -> PageLink | None:
    """Where a block's link to a page leads.

    Args:
        page: The page that the editor chose, or None.
        context: The context of the block; `page_links` holds the links that its stream resolved.

    Returns:
        The link, or None where readers may not go.
    """
    if page is None:
        return None
    links = context.get("page_links")
    if links is None:
        links = page_links([page.pk])
    return links.get(page.pk)
