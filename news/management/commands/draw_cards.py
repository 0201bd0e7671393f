"""Draw the cards of live stories and of members."""

from django.core.management.base import BaseCommand

from membership.cards import shelf
from news.cards.publishing import draw_all, draw_missing


class Command(BaseCommand):
    """Run after a restore or a change of the cards' look; what exists is not drawn again."""

    help = "Draw the missing cards of live stories and of members."

    def add_arguments(self, parser):
        """Name the choice.

        Args:
            parser: takes it.
        """
        parser.add_argument(
            "--some",
            action="store_true",
            help="only some of those that lack one, the newest first, and say nothing if all have one",
        )

    def handle(self, *args, **options):
        """Go through the live stories and the members.

        Args:
            args: none.
            options: ``some``, and Django's own.
        """
        drawn = draw_missing() if options["some"] else draw_all()
        if drawn or not options["some"]:
            self.stdout.write(f"Cards are ready for {drawn} stories.")
        members = shelf.draw_missing() if options["some"] else shelf.draw_all()
        if members:
            self.stdout.write(f"Cards are ready for {members} profiles of members.")
