"""Loads the demo content."""

import secrets
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import transaction
from wagtail.models import Page

from accounts.roles import ensure_demo_accounts, ensure_roles, ensure_workflow
from membership.publishing import held
from seed.indexing import indexed_at_the_end
from seed.planter import PARTS, plant_everything


class Command(BaseCommand):
    """Plants the page tree, the accounts and the demo content into an empty site."""

    help = "Load demo content into an empty site: pages, menus, notices and accounts, and the parts that are asked for."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the choice of parts."""
        parser.add_argument("--empty", action="store_true", help="only the page tree, menus, notices and accounts")
        parser.add_argument(
            "--only", default="", metavar="PARTS", help=f"parts, with commas between: {','.join(PARTS)}"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load what is asked for; a site that has content is left alone.

        Raises:
            CommandError: if a part does not exist.
        """
        parts = chosen(options["only"], empty=options["empty"])
        if Page.objects.filter(depth__gt=2).exists():
            self.stdout.write("The site has content already: nothing was loaded.")
            return
        with indexed_at_the_end(), held(), transaction.atomic():
            plant_everything(parts)
            ensure_roles()
            ensure_workflow()
            self.accounts()

    def accounts(self) -> None:
        """Make the demo accounts, and say their password once when it was made here."""
        password = settings.SEED_PASSWORD or secrets.token_urlsafe(9)
        made = ensure_demo_accounts(password)
        if made and not settings.SEED_PASSWORD:
            self.stdout.write(f"Demo accounts: {', '.join(made)}. Their password, shown only now: {password}")


def chosen(only: str, *, empty: bool) -> set[str]:
    """Return the parts to load.

    Args:
        only: names with commas between; empty for all.
        empty: load no part but those named.

    Raises:
        CommandError: if a name is unknown.
    """
    names = {name.strip() for name in only.split(",") if name.strip()}
    if names - set(PARTS):
        raise CommandError(f"There is no part {', '.join(sorted(names - set(PARTS)))}; there are {', '.join(PARTS)}.")
    return names if names or empty else set(PARTS)
