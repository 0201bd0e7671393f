# allowed: what a table of full text is made of can only be said to each database in its own words; nothing is lost.
"""On PostgreSQL a document carries its facets and the words of its title apart, so that neither is looked up elsewhere."""

from django.db import connection, migrations

VECTORS = """search_vector(new.t_title, 'A') || search_vector(new.t_keywords, 'B')
            || search_vector(new.t_body, 'D') || search_vector(new.t_further, 'C')
            || array_to_tsvector(array_remove(string_to_array(new.t_scope, ' '), ''))"""
FILL = "CREATE OR REPLACE FUNCTION search_fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN new; END $$"
QUICK = f"""new.tsv := {VECTORS}
            || array_to_tsvector(array(SELECT 't:' || word FROM unnest(string_to_array(new.t_title, ' ')) AS word
                WHERE word <> ''));
        new.facets := array(SELECT substr(word, 3)::bigint FROM unnest(string_to_array(new.t_scope, ' ')) AS word
            WHERE word LIKE 'f:%%');"""
POSTGRESQL = [
    "ALTER TABLE search_searchdoc ADD COLUMN facets bigint[] NOT NULL DEFAULT '{}'",
    FILL.format(body=QUICK),
    "UPDATE search_searchdoc SET t_scope = t_scope",
]
POSTGRESQL_BACK = [
    FILL.format(body=f"new.tsv := {VECTORS};"),
    "UPDATE search_searchdoc SET t_scope = t_scope",
    "ALTER TABLE search_searchdoc DROP COLUMN facets",
]


class Migration(migrations.Migration):
    dependencies = [("search", "0003_editors_search")]

    operations = [migrations.RunSQL(POSTGRESQL, POSTGRESQL_BACK)] if connection.vendor == "postgresql" else []
