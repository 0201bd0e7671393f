"""The notice's rich text: its links to pages, found and filled in without a query of their own."""

from html import escape

from django.utils.safestring import SafeString
from wagtail.models import Locale, Page
from wagtail.rich_text import LinkRewriter
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from common.addresses import path_of
from common.localization import LIGHT, everyones
from common.rich_text import TERM, TERM_KEY

PAGE = "page"


def linked_pages(html: str) -> set[int]:
    """The pages that a rich text links to.

    Args:
        html: Rich text as it is stored.

    Returns:
        Their primary keys.
    """
    found = (extract_attrs(attributes) for attributes in FIND_A_TAG.findall(html))
    return {int(attributes["id"]) for attributes in found if attributes.get("linktype") == PAGE}


def term_urls(html: str, locale: Locale) -> dict[str, str]:
    """Where the terms that a rich text marks are explained; one query where it marks any.

    Args:
        html: Rich text as it is stored.
        locale: The language of the reader.

    Returns:
        Address by key of the term, of those that readers of the language can see.
    """
    found = (extract_attrs(attributes) for attributes in FIND_A_TAG.findall(html))
    keys = {attributes.get("key", "") for attributes in found if attributes.get("linktype") == TERM}
    keys = {key for key in keys if TERM_KEY.fullmatch(key)}
    pages = everyones(Page.objects.filter(translation_key__in=keys, locale=locale, alias_of=None)) if keys else ()
    return {str(page.translation_key): path_of(page) for page in (pages.only(*LIGHT) if keys else ())}


def readable(html: str, urls: dict[int | str, str]) -> SafeString:
    """A rich text as readers see it.

    Args:
        html: Rich text as it is stored.
        urls: Address by primary key of the page or key of the term; words that link to nothing stay as words.

    Returns:
        HTML that is safe to print: the editor lets nothing else in.
    """

    def link(end: int | str) -> str:
        url = urls.get(end, "")
        return f'<a href="{escape(url)}">' if url else "<a>"

    rules = {
        PAGE: lambda attributes: link(int(attributes["id"])),
        TERM: lambda attributes: link(attributes.get("key", "")),
    }
    return SafeString(LinkRewriter(rules)(html))
