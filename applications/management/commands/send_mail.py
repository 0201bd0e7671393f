"""Sends the letters that wait in the outbox."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management import BaseCommand, CommandParser

from applications.mail.outbox import send_due


class Command(BaseCommand):
    """Sends what is due, once."""

    help = "Send the letters that are due. The server does this by itself; cron may do it instead."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the choice not to wait."""
        parser.add_argument("--now", action="store_true", help="also letters that pause after a failed try")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, and print one line of JSON."""
        tally = send_due(now=options["now"])
        self.stdout.write(json.dumps(asdict(tally) if tally else {"busy": True}))
