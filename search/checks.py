"""Checks that the index was made by the analyser that reads queries: another one would look for other words."""

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError, connections

from search.analyser import ANALYSER_VERSION

__all__ = ["check_analyser"]


@register(Tags.database)
def check_analyser(app_configs, databases=None, **kwargs) -> list[CheckMessage]:
    """Compare the version that documents were analysed with.

    Args:
        app_configs: Not used; the check looks at the database.
        databases: The databases that may be asked; none where the check runs without them.
        kwargs: Not used.

    Returns:
        One warning if any document is of another version.
    """
    found: list[CheckMessage] = []
    for alias in databases or ():
        try:
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT 1 FROM search_searchdoc WHERE version <> %s LIMIT 1", [ANALYSER_VERSION])
                other = cursor.fetchone()
        except DatabaseError:
            continue
        if other:
            found.append(
                Warning(
                    "The search index was made by another version of the analyser.",
                    hint="Run manage.py rebuild_search.",
                    id="alliance.W030",
                )
            )
    return found
