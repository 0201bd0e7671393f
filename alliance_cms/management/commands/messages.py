"""Collects the interface words and compiles the catalogues."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser

from alliance_cms.catalogues import compile_catalogue
from alliance_cms.messages import found, merged


class Command(BaseCommand):
    """Brings locale/ up to date with the tree."""

    help = "Collect interface words into locale/*/LC_MESSAGES/django.po and compile them. Known translations stay."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add a way to compile only."""
        parser.add_argument("--compile-only", action="store_true", help="do not collect, only compile")

    def handle(self, *args: Any, **options: Any) -> None:
        """Collect, merge, compile, and say what is left to translate."""
        words = None if options["compile_only"] else found(settings.BASE_DIR)
        for code, _name in settings.LANGUAGES:
            path = settings.LOCALE_PATHS[0] / code / "LC_MESSAGES" / "django.po"
            path.parent.mkdir(parents=True, exist_ok=True)
            if words is not None:
                path.write_bytes(merged(path, words))
            compile_catalogue(path)
        if words is not None:
            self.stdout.write(f"{len(words)} messages in {len(settings.LANGUAGES)} languages.")
