"""Where the pages of the demo content stand: from the key in a file to the page in the tree."""

import re
from dataclasses import dataclass, field

from wagtail.models import Page

from people.models import Quotation

PAGE_LINK = re.compile(r'href="page:([^"]+)"')


@dataclass
class Places:
    """Pages of the source language by key: ``story/…``, ``member/…``, ``person/…``, ``term/…``, ``page/…``, ``news``.

    Quotations of the library have keys of their own.
    """

    pages: dict[str, Page] = field(default_factory=dict)
    quotations: dict[str, Quotation] = field(default_factory=dict)

    def put(self, key: str, page: Page) -> Page:
        """Remember a page under its key and return it.

        Raises:
            ValueError: if the key is taken by another page.
        """
        if self.pages.get(key, page).pk != page.pk:
            raise ValueError(f"Two pages of the demo content have the key {key}")
        self.pages[key] = page
        return page

    def page(self, key: str) -> Page:
        """Return the page with a key; a bare key of a page of text may leave out ``page/``.

        Raises:
            KeyError: if no page has it.
        """
        return self.pages.get(key) or self.pages[f"page/{key}"]

    def has(self, key: str) -> bool:
        """Tell whether a page has that key."""
        return key in self.pages or f"page/{key}" in self.pages

    def html(self, text: str) -> str:
        """Return rich text whose links by key are links to pages or marked terms; what is not loaded becomes text.

        Args:
            text: HTML with links such as ``<a href="page:term/roma">``.
        """
        for key in set(PAGE_LINK.findall(text)):
            if self.has(key):
                text = text.replace(f'href="page:{key}"', self._stored(key))
            else:
                text = re.sub(rf'<a href="page:{re.escape(key)}">(.*?)</a>', r"\1", text, flags=re.DOTALL)
        return "".join(line.strip() for line in text.strip().split("\n"))

    def _stored(self, key: str) -> str:
        page = self.page(key)
        return (
            f'linktype="term" key="{page.translation_key}"'
            if key.startswith("term/")
            else f'linktype="page" id="{page.pk}"'
        )
