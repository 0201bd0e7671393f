# allowed: an index over an expression of another package's table; it only makes the editors' search faster.
"""What the search of the editors' side compares in PostgreSQL gets the index that its own package only promises."""

from django.db import connection, migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text"), ("wagtailsearch", "0010_add_text_fields")]

    operations = (
        [
            migrations.RunSQL(
                "CREATE INDEX search_editors_words ON wagtailsearch_indexentry USING gin ((title || body))",
                "DROP INDEX search_editors_words",
            )
        ]
        if connection.vendor == "postgresql"
        else []
    )
