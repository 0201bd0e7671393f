"""Write the search index anew, as after a new version of the analyser, or once a week."""

import time

from django.core.management.base import BaseCommand

from search.rebuilding import rebuild


class Command(BaseCommand):
    """Brings the search index in line with the pages, while readers go on searching."""

    help = (
        "Rebuilds the search index in place. It may be broken off and begun again; readers never meet an empty index."
    )

    def handle(self, *args, **options):
        """Rebuild, tell how far it is, and how many pages can be found at the end."""
        began = self.last = time.monotonic()
        number = rebuild(self.told if options["verbosity"] else None)
        if options["verbosity"]:
            self.stdout.write(f"{number} pages can be found; it took {time.monotonic() - began:.1f} s.")

    def told(self, done, total):
        """Say how far it is, but not more often than every second, and at the end.

        Args:
            done: pages done.
            total: pages in all.
        """
        if time.monotonic() - self.last >= 1 or done == total:
            self.last = time.monotonic()
            self.stdout.write(f"{done} of {total} pages")
