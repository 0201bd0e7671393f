"""What the other open languages have for the same words: how many pages, and the best of them."""

from dataclasses import replace

from django.db import connection

from search.dialects import dialect
from search.expanding import plan_of
from search.matching import corpus, expression, hits

__all__ = ["elsewhere"]

BEST = 3
# So many of the rarest words of a long query tell whether another language has it; all of them take too long.
TELLING = 6


def elsewhere(readings, known):
    """Return what other languages have, in one query for all of them.

    Args:
        readings: the query as each of these languages reads it.
        known: what the vocabulary says.

    Returns:
        Language to (number of pages, primary keys of the best, the plan); only languages that have any.
    """
    plans = {reading.language: plan for reading in readings if (plan := plan_of(reading, known, widely=False))}
    parts, values = [], []
    for language, plan in plans.items():
        short = shortened(plan)
        statement, more = hits(short)
        parts.append(f"SELECT '{language}' AS language, 0 AS place, COUNT(*) AS id FROM ({statement}) AS hits")
        values += more
        statement, more = dialect().ranked(expression(short), short.every(), corpus(language).documents, BEST)
        parts.append(f"SELECT '{language}' AS language, 1 AS place, id FROM ({statement}) AS best")
        values += more
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        rows = cursor.fetchall()
    counts = {language: number for language, place, number in rows if not place and number}
    return {
        language: (number, [pk for other, place, pk in rows if place and other == language], plans[language])
        for language, number in counts.items()
    }


def shortened(plan):
    """Return a plan with the rarest words of a long one.

    Args:
        plan: a plan of another language.
    """
    if len(plan.clauses) <= TELLING:
        return plan
    return replace(plan, clauses=sorted(plan.clauses, key=lambda one: one.pages)[:TELLING])
