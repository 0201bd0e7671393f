"""Names that sound like the one that was not found."""

from rapidfuzz import fuzz, process

from membership.naming import searched_words
from membership.queries import COLUMNS, member_of

__all__ = ["suggestions_for"]

AT_MOST, LIKE = 3, 75


def suggestions_for(name, rows, language):
    """Return members whose names are nearly the one that was typed, by its longest word, the nearest first.

    Args:
        name: what was typed.
        rows: rows of the index to look among.
        language: the language code of the reader.

    Returns:
        A list of Member; two queries at most.
    """
    typed = [forms[-1] for forms in searched_words(name)]
    if not typed:
        return []
    wanted = max(typed, key=len)
    known = rows.order_by().values_list("pk", "words")
    scores = {pk: score for pk, words in known if (score := _likeness(wanted, words.split()))}
    ranks = sorted(scores, key=lambda pk: (-scores[pk], pk))[:AT_MOST]
    near = rows.filter(pk__in=ranks).values_list("pk", *COLUMNS, named=True) if ranks else []
    return [member_of(row, language) for row in sorted(near, key=lambda row: ranks.index(row.pk))]


def _likeness(wanted, words):
    """Return how much the word most like the one wanted is like it; 0 below LIKE."""
    best = process.extractOne(wanted, words, scorer=fuzz.ratio, score_cutoff=LIKE)
    return best[1] if best else 0
