"""Names that sound like the one that was not found."""

from rapidfuzz import fuzz, process

from membership.naming import searched_words
from membership.queries import COLUMNS, member_of

__all__ = ["suggestions_for"]

AT_MOST, LIKE = 3, 75


def suggestions_for(name, rows, language):
    """Return members whose names are nearly the one that was typed, the nearest first.

    Args:
        name: what was typed.
        rows: rows of the index to look among.
        language: the language code of the reader.

    Returns:
        A list of Member; two queries at most.
    """
    wanted = " ".join(forms[-1] for forms in searched_words(name))
    if not wanted:
        return []
    known = dict(rows.order_by().values_list("pk", "words"))
    found = process.extract(wanted, known, scorer=fuzz.partial_ratio, limit=AT_MOST, score_cutoff=LIKE)
    ranks = {pk: place for place, (_words, _score, pk) in enumerate(found)}
    near = rows.filter(pk__in=ranks).values_list("pk", *COLUMNS, named=True) if ranks else []
    return [member_of(row, language) for row in sorted(near, key=lambda row: ranks[row.pk])]
