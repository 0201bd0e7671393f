"""Draw the cards of all live stories."""

from django.core.management.base import BaseCommand

from news.cards.publishing import draw_missing


class Command(BaseCommand):
    """Run after an import, a restore or a change of the cards' look; what exists is not drawn again."""

    help = "Draw the missing cards of all live stories."

    def handle(self, *args, **options):
        """Go through all live stories.

        Args:
            args: none.
            options: Django's own.
        """
        self.stdout.write(f"Cards are ready for {draw_missing()} stories.")
