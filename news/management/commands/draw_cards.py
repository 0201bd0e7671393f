"""Draw the cards of live stories."""

from django.core.management.base import BaseCommand

from news.cards.publishing import draw_all, draw_missing


class Command(BaseCommand):
    """Run after a restore or a change of the cards' look; what exists is not drawn again."""

    help = "Draw the missing cards of live stories."

    def add_arguments(self, parser):
        """Name the choice.

        Args:
            parser: takes it.
        """
        parser.add_argument(
            "--some",
            action="store_true",
            help="only the newest stories without a card, and say nothing if all have one",
        )

    def handle(self, *args, **options):
        """Go through the live stories.

        Args:
            args: none.
            options: ``some``, and Django's own.
        """
        drawn = draw_missing() if options["some"] else draw_all()
        if drawn or not options["some"]:
            self.stdout.write(f"Cards are ready for {drawn} stories.")
