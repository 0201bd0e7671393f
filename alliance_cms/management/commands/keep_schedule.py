"""Does what is due again and again, where no cron does: publishing, cards, words, letters, deletions."""

import logging
import os
import time
from functools import partial
from typing import Any

from django.core.management import BaseCommand, CommandParser, call_command
from django.db import DatabaseError, close_old_connections

from applications.mail.round import Rounds

log = logging.getLogger("alliance.schedule")


class Command(BaseCommand):
    """Runs publish_scheduled at a steady pace until its parent process is gone."""

    help = "Publish and withdraw scheduled pages every few seconds, until the parent process ends."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the pace and the parent to live as long as."""
        parser.add_argument("--every", type=int, default=20, help="seconds between rounds")
        parser.add_argument("--parent", type=int, default=0, help="process id to live as long as")
        parser.add_argument("--rounds", type=int, default=0, help="stop after so many rounds (0: never)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the rounds."""
        done, office = 0, Rounds()
        while not options["parent"] or os.getppid() == options["parent"]:
            self._round(office)
            done += 1
            if done == options["rounds"]:
                break
            time.sleep(options["every"])
            close_old_connections()
        office.finish()

    def _round(self, office: Rounds) -> None:
        """Do every deed of a round; one that fails does not keep the others from being done."""
        deeds = (
            partial(call_command, "publish_scheduled"),
            partial(call_command, "draw_cards", "--some"),
            partial(call_command, "check_site_terms", "--some"),
            office.begin,
            partial(call_command, "send_translation_letters"),
        )
        for deed in deeds:
            try:
                deed()
            except (DatabaseError, OSError):
                log.exception("The schedule could not be kept this round; the next one tries again.")
                close_old_connections()
