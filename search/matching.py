"""Asks the database which documents match a plan: the best ones, the newest ones, and how many by what."""

from dataclasses import dataclass, field, replace

from django.db import connection

from common.stamp import kept
from search.dialects import dialect
from search.models import SearchDoc

__all__ = ["Corpus", "Counted", "corpus", "counted", "documents", "expression", "hits", "ranked_ids"]

CANDIDATES = 200


@dataclass(frozen=True)
class Corpus:
    """How many documents a language has, and how long they are on average."""

    documents: int
    length: float


@dataclass
class Counted:
    """How many documents match, and how many of them have each value: (kind, slug, label, number, key, chosen)."""

    total: int = 0
    values: list[tuple] = field(default_factory=list)


def corpus(language):
    """Return the size of what is searched in a language.

    Args:
        language: a language code.
    """
    return Corpus(*kept(f"search.corpus.{language}", lambda: _corpus(language)))


def _corpus(language):
    statement = "SELECT COUNT(*), COALESCE(AVG(length), 1) FROM search_searchdoc WHERE language = %s"
    with connection.cursor() as cursor:
        cursor.execute(statement, [language])
        documents, length = cursor.fetchone()
    return documents, float(length)


def expression(plan, clauses=None, without=None):
    """Return what must match, in the words of the database.

    Args:
        plan: the plan.
        clauses: of these one must match; None means those of the plan.
        without: a kind of facet that is not narrowed by.
    """
    words = dialect()
    parts = [words.any_of(words.one(tokens) for tokens, _weight in one.alternatives) for one in plan.required]
    optional = plan.clauses if clauses is None else clauses
    if optional:
        parts.append(words.any_of(words.one(tokens) for one in optional for tokens, _weight in one.alternatives))
    parts.append(words.scope(f"l:{plan.language}"))
    for kind, keys in plan.filters.items():
        if kind != without:
            parts.append(words.any_of(words.scope(f"f:{key}") for key in keys or [0]))
    found = words.all_of(parts)
    left_out = [words.one(tokens) for one in plan.excluded for tokens, _weight in one.alternatives]
    return words.without(found, words.any_of(left_out)) if left_out else found


def strict(plan):
    """Return what the best documents have: all that is looked for, or the one thing in their title.

    Args:
        plan: the plan.
    """
    words = dialect()
    every = [one for one in (*plan.required, *plan.clauses) if one.alternatives]
    if len(every) > 1:
        return expression(replace(plan, required=every, clauses=[]))
    titles = [words.in_title(tokens) for one in every for tokens, _weight in one.alternatives]
    return words.all_of([words.any_of(titles), expression(plan)])


def hits(plan, without=None):
    """Return the statement for all documents that match a plan, and its values.

    Args:
        plan: the plan.
        without: a kind of facet that is not narrowed by.
    """
    words = dialect()
    if plan.needed == 1:
        return words.hit, [expression(plan, without=without)]
    several, columns = " UNION ALL ".join([words.hit] * len(plan.clauses)), words.columns
    values = [expression(plan, [one], without) for one in plan.clauses]
    statement = f"SELECT {columns} FROM ({several}) AS parts GROUP BY {columns} HAVING COUNT(*) >= %s"
    return statement, [*values, plan.needed]


def ranked_ids(plan, newest=False):
    """Return the documents that answer a plan best, in no order; at most two times CANDIDATES.

    Args:
        plan: the plan.
        newest: whether the newest come first instead.
    """
    if newest:
        statement, values = hits(plan)
        statement = dialect().by_date.format(hits=statement)
        values = [*values, CANDIDATES]
    else:
        total = corpus(plan.language).documents
        # Of frequent words only the newest pages are weighed; those that have all of them, whatever their age.
        some, values = dialect().ranked(expression(plan), plan.every(), total, CANDIDATES)
        best, more = dialect().ranked(strict(plan), plan.every(), total, CANDIDATES)
        statement = f"SELECT id FROM ({some}) AS several UNION SELECT id FROM ({best}) AS best"
        values = [*values, *more]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [row[0] for row in cursor.fetchall()]


def counted(plan):
    """Count documents, and what they can be narrowed by, in one query.

    What a reader has narrowed by already is counted as if it were not, so that a second value can be added to it.

    Args:
        plan: the plan.

    Returns:
        Counted.
    """
    whole, values = hits(plan)
    parts = [("hits", "", whole)]
    for kind in plan.filters:
        statement, more = hits(plan, without=kind)
        parts.append((f"hits_{kind}", kind, statement))
        values = [*values, *more]
    ctes = ", ".join(f"{name} AS MATERIALIZED ({statement})" for name, _kind, statement in parts)
    grouped = " UNION ALL ".join(
        f"SELECT mark.facet_id AS facet_id, COUNT(*) AS number, '{kind}' AS kind "
        f"FROM {dialect().marks.format(hits=name)} GROUP BY mark.facet_id"
        for name, kind, _statement in parts
    )
    statement = (
        f"WITH {ctes}, counts AS MATERIALIZED ({grouped}) "
        "SELECT facet.kind, facet.slug, facet.label, counts.number, facet.id, facet.key, counts.kind FROM counts "
        f"{dialect().joins} search_searchfacet AS facet ON facet.id = counts.facet_id "
        "UNION ALL SELECT '', '', '', COUNT(*), 0, '', '' FROM hits"
    )
    return _sorted(statement, values, plan)


def _sorted(statement, values, plan):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    found = Counted(total=next(row[3] for row in rows if not row[0]))
    for kind, slug, label, number, pk, key, part in rows:
        if slug and label and part == (kind if kind in plan.filters else ""):
            found.values.append((kind, slug, label, number, key, pk in plan.filters.get(kind, ())))
    return found


def documents(ids, columns):
    """Return documents as they are asked for, in one query.

    Args:
        ids: their primary keys.
        columns: names of columns.

    Returns:
        Primary key to SearchDoc with these columns.
    """
    return {doc.pk: doc for doc in SearchDoc.objects.filter(pk__in=ids).only(*columns)} if ids else {}
