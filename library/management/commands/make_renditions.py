"""Make every size of every picture on live pages."""

from django.core.management.base import BaseCommand
from wagtail.models import Page

from library.publishing import prepare_page


class Command(BaseCommand):
    """Run after a restore or a change of the named sizes; what exists is not made again."""

    help = "Make the missing sizes of all pictures on live pages."

    def handle(self, *args, **options):
        """Go through all live pages.

        Args:
            args: none.
            options: Django's own.
        """
        pages = Page.objects.live().filter(depth__gt=1).order_by("path").specific()
        pairs = [prepare_page(page) for page in pages.iterator(chunk_size=100)]
        shown = sum(pairs)
        self.stdout.write(f"Sizes are ready for {shown} pictures on {len(pairs)} pages.")
