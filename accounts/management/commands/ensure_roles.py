"""Sets the groups, their rights and the workflow, for every language that is open."""

from typing import Any

from django.core.management import BaseCommand

from accounts.roles import ensure_roles, ensure_workflow


class Command(BaseCommand):
    """Makes what is missing and sets the rest exactly; to be run when a language was opened."""

    help = "Make the groups and the workflow for every open language, and set their rights exactly."

    def handle(self, *args: Any, **options: Any) -> None:
        """Set rights, then the workflow that uses the groups."""
        ensure_roles()
        ensure_workflow()
        self.stdout.write("Groups, rights and workflow are set for every open language.")
