"""The notice's rich text: its links to pages, found and filled in without a query of their own."""

from html import escape

from django.utils.safestring import SafeString
from wagtail.rich_text import LinkRewriter
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

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


def readable(html: str, urls: dict[int, str]) -> SafeString:
    """A rich text as readers see it.

    Args:
        html: Rich text as it is stored.
        urls: Address by primary key of the page; words that link to a page without one stay as words.

    Returns:
        HTML that is safe to print: the editor lets nothing else in.
    """

    def page_link(attributes: dict[str, str]) -> str:
        url = urls.get(int(attributes["id"]), "")
        return f'<a href="{escape(url)}">' if url else "<a>"

    return SafeString(LinkRewriter({PAGE: page_link})(html))
