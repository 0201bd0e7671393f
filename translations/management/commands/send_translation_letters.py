"""Reminds of what is overdue and sends the letters that wait."""

from typing import Any

from django.core.management import BaseCommand

from translations.mailing import forget_old_letters, remind_of_overdue, send_letters


class Command(BaseCommand):
    """One round; the keeper of the schedule runs it every few seconds, or cron does."""

    help = "Send letters to translators: assignments, changes of sources, comments, overdue translations."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the round."""
        reminded = remind_of_overdue()
        sent = send_letters()
        forget_old_letters()
        if options["verbosity"] > 1:
            self.stdout.write(f"{reminded} reminders, {sent} letters sent")
