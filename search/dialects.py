"""Plans in the words of each database's full-text search. Tokens are letters and digits only, so none is an order."""

import math

from django.db import connection

__all__ = ["WEIGHTS", "dialect", "idf", "words_beginning"]

# How many documents are weighed at most, the newest first: of a word that more pages have, none is about it alone.
MOST_WEIGHED = 6_000
WEIGHTS = (3.0, 1.5, 1.0, 0.5, 0.0)


BEGINNING = (
    "SELECT {column} FROM search_searchterm WHERE language = %s AND pages > 0 AND {where} "
    "GROUP BY {column} ORDER BY SUM(pages) DESC, {column} LIMIT %s"
)


class Sqlite:
    """FTS5."""

    hit = "SELECT rowid AS id FROM search_fts WHERE search_fts MATCH %s"
    # What is known of a hit without looking anywhere else.
    columns = "id"
    # SQLite would else begin at the other table, which is the long way.
    joins = "CROSS JOIN"
    newest = "rowid DESC"
    words_where = "word >= %s AND word < %s"
    # The values of hits, by the name of their table; and the hits of a statement, the newest first.
    marks = "{hits} AS found CROSS JOIN search_searchmark AS mark ON mark.doc_id = found.id"
    by_date = (
        "SELECT doc.id FROM ({hits}) AS hits CROSS JOIN search_searchdoc AS doc ON doc.id = hits.id "
        "ORDER BY doc.date IS NULL, doc.date DESC, doc.id DESC LIMIT %s"
    )

    @staticmethod
    def bounds(start):
        """Return the values of ``words_where`` for a beginning."""
        return [start, f"{start}\U0010ffff"]

    @staticmethod
    def one(tokens):
        """Return the expression of a token or of a phrase."""
        return '"' + " ".join(tokens) + '"'

    @staticmethod
    def in_title(tokens):
        """Return the expression of a token or of a phrase that stands in the title."""
        return 't_title:"' + " ".join(tokens) + '"'

    @staticmethod
    def scope(token):
        """Return the expression of something that a document is narrowed by."""
        return f't_scope:"{token}"'

    @staticmethod
    def beginning(token):
        """Return the expression of the beginning of a name."""
        return f't_scope:"{token}" *'

    @staticmethod
    def any_of(expressions):
        """Join expressions of which one must hold."""
        return "(" + " OR ".join(expressions) + ")"

    @staticmethod
    def all_of(expressions):
        """Join expressions that must all hold."""
        return "(" + " AND ".join(expressions) + ")"

    @staticmethod
    def without(expression, excluded):
        """Take away what matches another expression."""
        return f"({expression} NOT {excluded})"

    def ranked(self, expression, clauses, total, limit):
        """Return the statement for the best documents, roughly weighed, and its values.

        Args:
            expression: what must match.
            clauses: the clauses that weigh; here the expression itself says it.
            total: how many documents there are.
            limit: how many are wanted.
        """
        weights = ", ".join(map(str, WEIGHTS))
        return (
            f"SELECT id FROM (SELECT rowid AS id, bm25(search_fts, {weights}) AS score FROM search_fts "
            "WHERE search_fts MATCH %s ORDER BY rowid DESC LIMIT %s) ORDER BY score LIMIT %s",
            [expression, MOST_WEIGHED, limit],
        )


class Postgresql:
    """tsvector and tsquery."""

    hit = "SELECT id, facets, date FROM search_searchdoc WHERE tsv @@ %s::tsquery"
    columns = "id, facets, date"
    joins = "JOIN"
    newest = "id DESC"
    words_where = "word LIKE %s"
    marks = "{hits} AS found CROSS JOIN LATERAL unnest(found.facets) AS mark (facet_id)"
    by_date = "SELECT id FROM ({hits}) AS hits ORDER BY date IS NULL, date DESC, id DESC LIMIT %s"
    # For D, C, B, A: text, further forms, keywords, title; in the same proportion as for FTS5.
    weights = "{0.33, 0.17, 0.5, 1.0}"

    @staticmethod
    def bounds(start):
        """Return the values of ``words_where`` for a beginning; it is letters and digits only."""
        return [f"{start}%"]

    @staticmethod
    def one(tokens):
        """Return the expression of a token or of a phrase."""
        return "(" + " <-> ".join(f"'{token}'" for token in tokens) + ")"

    def in_title(self, tokens):
        """Return the expression of a token or of a phrase that stands in the title."""
        # The index knows words of titles by a mark of their own; only a phrase has to be looked at in the documents.
        phrase = [" <-> ".join(f"'{token}':A" for token in tokens)] if len(tokens) > 1 else []
        return self.all_of([*(f"'t:{token}'" for token in tokens), *phrase])

    @staticmethod
    def scope(token):
        """Return the expression of something that a document is narrowed by."""
        return f"'{token}'"

    @staticmethod
    def beginning(token):
        """Return the expression of the beginning of a name."""
        return f"'{token}':*"

    @staticmethod
    def any_of(expressions):
        """Join expressions of which one must hold."""
        return "(" + " | ".join(expressions) + ")"

    @staticmethod
    def all_of(expressions):
        """Join expressions that must all hold."""
        return "(" + " & ".join(expressions) + ")"

    @staticmethod
    def without(expression, excluded):
        """Take away what matches another expression."""
        return f"({expression} & !{excluded})"

    def ranked(self, expression, clauses, total, limit):
        """Return the statement for the best documents, roughly weighed, and its values.

        Args:
            expression: what must match.
            clauses: the clauses that weigh, rare ones more than frequent ones.
            total: how many documents there are.
            limit: how many are wanted.
        """
        parts, values = ["0"], []
        for clause in clauses:
            parts.append("%s * ts_rank(%s::real[], tsv, %s::tsquery)")
            found = self.any_of(self.one(tokens) for tokens, _weight in clause.alternatives)
            values += [idf(total, clause.pages), self.weights, found]
        return (
            f"SELECT id FROM (SELECT id, tsv FROM search_searchdoc WHERE tsv @@ %s::tsquery ORDER BY id DESC LIMIT %s) "
            f"AS hits ORDER BY {' + '.join(parts)} DESC, id DESC LIMIT %s",
            [expression, MOST_WEIGHED, *values, limit],
        )


def words_beginning(language, start, limit, column="word"):
    """Return the most frequent words of the vocabulary that begin so.

    Args:
        language: their language.
        start: letters and digits.
        limit: how many at most.
        column: ``word``, or ``token`` for what they are found by.
    """
    words = dialect()
    statement = BEGINNING.format(column=column, where=words.words_where)
    with connection.cursor() as cursor:
        cursor.execute(statement, [language, *words.bounds(start), limit])
        return [row[0] for row in cursor.fetchall()]


def idf(total, pages):
    """Return how much a word tells that so many of all pages have.

    Args:
        total: how many pages there are.
        pages: how many of them have the word.
    """
    return math.log(1 + (max(total, pages) - pages + 0.5) / (pages + 0.5))


_dialects = {"sqlite": Sqlite(), "postgresql": Postgresql()}


def dialect():
    """Return the words of the database in use."""
    return _dialects[connection.vendor]
