"""Check all that readers see for forms that the glossary advises against, and store what is found for the report."""

from django.core.management.base import BaseCommand

from glossary.guard.rounds import check_all, check_some


class Command(BaseCommand):
    """Check everything, or go on with what a change of the glossary made due."""

    help = "Checks all live pages, snippets and pictures for forms better avoided; the report shows the result."

    def add_arguments(self, parser):
        """Add the choice between everything and the next part."""
        parser.add_argument("--some", action="store_true", help="only the next part of what is due, without a word")

    def handle(self, *args, some, **options):
        """Check, and say how many pages were."""
        if some:
            check_some()
            return
        self.stdout.write(f"{check_all()} pages were checked.")
