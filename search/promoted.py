"""Pages that editors put above the results, as far as every reader may see them in the language."""

from common.stamp import kept
from search.analyser import phrase_tokens
from search.models import Promotion, SearchDoc
from search.promotions import asked_lines
from search.results import COLUMNS, result_of

__all__ = ["promoted_docs"]


def promoted_docs(ask, plan):
    """Return the promoted results for a query; without a query to the database where there are none.

    Args:
        ask: what is asked for.
        plan: its plan.
    """
    if ask.chosen:
        return []
    tokens = phrase_tokens(plan.text, ask.language)
    rows = kept(f"search.promoted.{ask.language}", lambda: _rows(ask.language))
    chosen = [(key, reason) for lines, key, reason in rows if tokens in lines]
    if not chosen:
        return []
    docs = SearchDoc.objects.filter(language=ask.language, translation_key__in=[key for key, _reason in chosen])
    by_key = {doc.translation_key: doc for doc in docs.only(*COLUMNS)}
    return [_result(by_key[key], reason, plan) for key, reason in chosen if key in by_key]


def _rows(language):
    rows = Promotion.objects.filter(locale__language_code=language).order_by("position", "pk")
    return [
        ([phrase_tokens(line, language) for line in asked_lines(queries)], key, reason)
        for queries, key, reason in rows.values_list("queries", "page__translation_key", "reason")
    ]


def _result(doc, reason, plan):
    if reason:
        doc.summary, doc.body, doc.keywords = reason, "", ""
    return result_of(doc, plan)
