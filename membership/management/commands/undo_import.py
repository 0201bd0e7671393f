"""Takes an import of authorities back."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from membership.import_records import MemberImport
from membership.imports.undoing import undo_import
from membership.imports.wrong import FileRefusedError


class Command(BaseCommand):
    """Makes the site say again what it said before an import, and prints the counts as the last line."""

    help = "Take a whole import of members back; refused where what it wrote has been changed since."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the number of the import.

        Args:
            parser: Takes the arguments.
        """
        parser.add_argument("id", type=int, metavar="ID", help="As import_members printed it.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Take the import back.

        Args:
            options: As `add_arguments` has them.

        Raises:
            CommandError: If there is no such import, or it cannot be taken back; nothing is changed then.
        """
        run = MemberImport.objects.filter(pk=options["id"]).first()
        if run is None:
            known = ", ".join(str(pk) for pk in MemberImport.objects.values_list("pk", flat=True)[:20]) or "none"
            raise CommandError(f"There is no import {options['id']}. Known are: {known}.")
        try:
            removed, restored = undo_import(run)
        except FileRefusedError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps({"removed": removed, "restored": restored}))
