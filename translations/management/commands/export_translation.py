"""Takes a translation out as a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.management import BaseCommand, CommandError
from wagtail.models import Page, Site
from wagtail_localize.models import Translation

from translations.exchange.exporting import FORMATS, file_of
from translations.exchange.jobs import translations_open_to


class Command(BaseCommand):
    """Writes the translation of one page into a file that translators' tools read."""

    help = "Write the translation of a page as XLIFF 1.2, XLIFF 2.0 or PO."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the page, the language, the format and the file."""
        parser.add_argument("--page", required=True, help="address of the page in its source language: /en/about/")
        parser.add_argument("--language", required=True, help="language of the translation: fr")
        parser.add_argument("--format", choices=sorted(FORMATS), default="xliff12")
        parser.add_argument("out", type=Path, metavar="OUT")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file.

        Raises:
            CommandError: If there is no such page or translation, or the file cannot be written.
        """
        page = page_at(options["page"])
        translation = translation_into(page, options["language"])
        _name, data = file_of(translation, options["format"])
        try:
            options["out"].write_bytes(data)
        except OSError as error:
            raise CommandError(f"{options['out']}: {error.strerror or error}") from error
        self.stdout.write(f"{options['out']}: {page.title}, {options['language']}, {options['format']}")


def page_at(address: str) -> Page:
    """The page at an address of this site.

    Args:
        address: A path such as "/en/about/", or a whole address.

    Raises:
        CommandError: If there is none.
    """
    path = f"/{urlsplit(address).path.strip('/')}/"
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    homes = site.root_page.get_translations(inclusive=True).select_related("locale") if site else []
    for home in homes:
        prefix = f"/{home.locale.language_code}/"
        if path.startswith(prefix):
            page = Page.objects.filter(url_path=home.url_path + path.removeprefix(prefix)).first()
            if page is not None:
                return page
    raise CommandError(f"There is no page at {address}.")


def translation_into(page: Page, code: str) -> Translation:
    """The translation of a page into a language.

    Args:
        page: The page, in whatever language.
        code: The language.

    Raises:
        CommandError: If it was never asked for.
    """
    found = translations_open_to(None).filter(source__object=page.translation_key, target_locale__language_code=code)
    translation = found.first()
    if translation is None:
        raise CommandError(f"“{page.title}” is not being translated into {code}. Ask for the translation first.")
    return translation
