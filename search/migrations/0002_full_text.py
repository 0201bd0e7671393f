# allowed: what a table of full text is made of can only be said to each database in its own words; nothing is lost.
"""The index of words that each database keeps for itself, and the triggers that keep it in step with the rows."""

from django.db import connection, migrations

COLUMNS = "t_title, t_keywords, t_body, t_further, t_scope"
NEW = "new.t_title, new.t_keywords, new.t_body, new.t_further, new.t_scope"
OLD = "old.t_title, old.t_keywords, old.t_body, old.t_further, old.t_scope"

SQLITE = [
    f"""CREATE VIRTUAL TABLE search_fts USING fts5({COLUMNS}, content='search_searchdoc', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0 tokenchars ':'")""",
    f"""CREATE TRIGGER search_fts_insert AFTER INSERT ON search_searchdoc BEGIN
        INSERT INTO search_fts (rowid, {COLUMNS}) VALUES (new.id, {NEW}); END""",
    f"""CREATE TRIGGER search_fts_delete AFTER DELETE ON search_searchdoc BEGIN
        INSERT INTO search_fts (search_fts, rowid, {COLUMNS}) VALUES ('delete', old.id, {OLD}); END""",
    f"""CREATE TRIGGER search_fts_update AFTER UPDATE OF {COLUMNS} ON search_searchdoc BEGIN
        INSERT INTO search_fts (search_fts, rowid, {COLUMNS}) VALUES ('delete', old.id, {OLD});
        INSERT INTO search_fts (rowid, {COLUMNS}) VALUES (new.id, {NEW}); END""",
]
SQLITE_BACK = [
    "DROP TRIGGER search_fts_insert",
    "DROP TRIGGER search_fts_delete",
    "DROP TRIGGER search_fts_update",
    "DROP TABLE search_fts",
]
POSTGRESQL = [
    "ALTER TABLE search_searchdoc ADD COLUMN tsv tsvector",
    """CREATE FUNCTION search_vector(words text, weight text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
        SELECT coalesce(string_agg('''' || word || ''':' || least(place, 16383) || weight, ' '), '')::tsvector
        FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS parts(word, place) WHERE word <> '' $$""",
    """CREATE FUNCTION search_fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        new.tsv := search_vector(new.t_title, 'A') || search_vector(new.t_keywords, 'B')
            || search_vector(new.t_body, 'D') || search_vector(new.t_further, 'C')
            || array_to_tsvector(array_remove(string_to_array(new.t_scope, ' '), ''));
        RETURN new; END $$""",
    f"""CREATE TRIGGER search_fill BEFORE INSERT OR UPDATE OF {COLUMNS} ON search_searchdoc
        FOR EACH ROW EXECUTE FUNCTION search_fill()""",
    "CREATE INDEX search_doc_words ON search_searchdoc USING gin (tsv) WITH (fastupdate = off)",
    "CREATE INDEX search_term_by_beginning ON search_searchterm (language, word text_pattern_ops)",
]
POSTGRESQL_BACK = [
    "DROP INDEX search_term_by_beginning",
    "DROP TRIGGER search_fill ON search_searchdoc",
    "DROP FUNCTION search_fill()",
    "DROP FUNCTION search_vector(text, text)",
    "ALTER TABLE search_searchdoc DROP COLUMN tsv",
]


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    if connection.vendor == "postgresql":
        operations = [migrations.RunSQL(POSTGRESQL, POSTGRESQL_BACK)]
    else:
        operations = [migrations.RunSQL(SQLITE, SQLITE_BACK)]
