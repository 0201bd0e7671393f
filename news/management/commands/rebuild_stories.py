"""Write the index of stories anew, as after a change made past the site's own code."""

from django.core.management.base import BaseCommand

from common.stamp import renew
from news.publishing import rebuild


class Command(BaseCommand):
    """Rebuild the rows that lists, feeds and neighbours are read from, and all counts."""

    help = "Rebuilds the index of stories and the counts of its filters."

    def handle(self, *args, **options):
        """Rebuild, and say how many stories are in the index."""
        number = rebuild()
        renew()
        self.stdout.write(f"{number} stories are in the index.")
