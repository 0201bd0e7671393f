"""Deletes applications that were kept long enough."""

import json
from typing import Any

from django.core.management import BaseCommand

from applications.personal.purging import purge


class Command(BaseCommand):
    """Deletes what is due, now."""

    help = (
        "Delete applications that were kept long enough, documents that were never sent, and what came back with a "
        "restored backup. The server does this every night."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete, and print the counts as one line of JSON."""
        self.stdout.write(json.dumps(purge()))
