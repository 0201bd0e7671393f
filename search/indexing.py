"""Writes the index: documents, what they are narrowed by, and the vocabulary, all for a handful of pages at a time."""

import hashlib
from collections import Counter
from typing import NamedTuple

from django.db import transaction

from common.stamp import renew
from search.analyser import ANALYSER_VERSION, analysed, other_script, words
from search.contents import ITSELF, contents_of
from search.facet_names import name_facets, name_pages
from search.models import SearchDoc, SearchMark
from search.scripts import NOT_LATIN, sound_of
from search.vocabulary import changed, keys_of, words_of

__all__ = ["forget_words", "refresh", "refresh_marked"]

TOGETHER = 200
MOST_TOKENS = 20_000
WRITTEN = [field.name for field in SearchDoc._meta.concrete_fields if field.name not in {"id", "page"}]


def refresh(page_ids, tally=None):
    """Bring the index in line with pages, whatever happened to them; what is in line already stays untouched.

    Args:
        page_ids: primary keys; pages that readers may not see leave the index.
        tally: a Tally that takes the words of all these pages instead of the vocabulary; for counting anew.

    Returns:
        How many documents were written or removed.
    """
    written, renamed = _in_parts(page_ids, tally)
    if renamed and tally is None:
        written += refresh_marked(renamed)
    if written or renamed:
        renew()
    return written


def refresh_marked(facet_ids):
    """Bring the documents in line that name something whose name has changed.

    Args:
        facet_ids: primary keys of facets.

    Returns:
        How many documents were written or removed.
    """
    marked = SearchMark.objects.filter(facet_id__in=facet_ids).values_list("doc__page_id", flat=True)
    return _in_parts(marked.distinct(), None)[0]


def _in_parts(page_ids, tally):
    wanted, written, renamed = sorted(set(page_ids)), 0, []
    for start in range(0, len(wanted), TOGETHER):
        with transaction.atomic():
            part, names = _refresh(wanted[start : start + TOGETHER], tally)
        written, renamed = written + part, renamed + names
    return written, renamed


def _refresh(ids, tally):
    known = _stored(ids, with_texts=tally is None)
    contents = {content.page_id: content for content in contents_of(ids)}
    removed = _remove([pk for pk in known if pk not in contents])
    # A story that stays public names nothing: only what may be a city or a person is asked about.
    renamed = name_pages([pk for pk in ids if pk not in contents or contents[pk].kind in ITSELF])
    marks = {pk: fingerprint_of(content) for pk, content in contents.items()}
    fresh = [pk for pk in contents if pk not in known or known[pk].fingerprint != marks[pk]]
    drafts = {pk: _draft(contents[pk], marks[pk]) for pk in (contents if tally is not None else fresh)}
    if tally is not None:
        tally.pages.update(marks)
        for _doc, vocabulary in drafts.values():
            tally.words.update(vocabulary)
    _write([contents[pk] for pk in fresh], drafts, known, count=tally is None)
    return len(fresh) + removed, renamed


class Stored(NamedTuple):
    """A document as the index holds it."""

    page_id: int
    fingerprint: str
    language: str = ""
    title: str = ""
    keywords: str = ""
    summary: str = ""
    body: str = ""
    t_scope: str = ""


def _stored(ids, *, with_texts):
    """What the index holds of pages: primary key of the page to Stored."""
    columns = Stored._fields if with_texts else Stored._fields[:2]
    rows = SearchDoc.objects.filter(page_id__in=ids).values_list(*columns)
    return {row[0]: Stored(*row) for row in rows}


def fingerprint_of(content):
    """Return a text that changes whenever the index would hold something else of a page.

    Args:
        content: a Content.
    """
    told = repr((ANALYSER_VERSION, *vars(content).values()))
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _remove(ids):
    if ids:
        SearchDoc.objects.filter(page_id__in=ids).delete()
    return len(ids)


def forget_words(doc):
    """Take the words of a document out of the vocabulary, before it is deleted.

    Args:
        doc: a SearchDoc.
    """
    changed(Counter(dict.fromkeys(words_of(doc), -1)))


def _write(contents, drafts, known, *, count):
    if not contents:
        return
    difference = Counter()
    facets = name_facets({(content.language, *facet) for content in contents for facet in content.facets})
    docs, wanted = [], {}
    for content in contents:
        doc, vocabulary = drafts[content.page_id]
        found = [facets[content.language, *facet] for facet in content.facets]
        doc.t_scope = " ".join([doc.t_scope, *(f"f:{pk}" for pk in found)])
        docs.append(doc)
        wanted[content.page_id] = found
        if count:
            difference.subtract(words_of(known[content.page_id]) if content.page_id in known else ())
            difference.update(vocabulary)
    SearchDoc.objects.bulk_create(docs, update_conflicts=True, unique_fields=["page"], update_fields=WRITTEN)
    _mark(docs, wanted, known)
    changed(difference)


def _mark(docs, wanted, known):
    """Write what documents are narrowed by, as far as it is not written yet."""
    docs = [doc for doc in docs if doc.page_id not in known or _scope(doc) != _scope(known[doc.page_id])]
    pairs = {(doc.pk, facet) for doc in docs for facet in wanted[doc.page_id]}
    old = [doc.pk for doc in docs if doc.page_id in known]
    rows = SearchMark.objects.filter(doc_id__in=old).values_list("pk", "doc_id", "facet_id") if old else ()
    stored = {(doc, facet): pk for pk, doc, facet in rows}
    if gone := [pk for pair, pk in stored.items() if pair not in pairs]:
        SearchMark.objects.filter(pk__in=gone).delete()
    if fresh := sorted(pairs - stored.keys()):
        SearchMark.objects.bulk_create(
            (SearchMark(doc_id=doc, facet_id=facet) for doc, facet in fresh), batch_size=2000
        )


def _scope(doc):
    return {token for token in doc.t_scope.split(" ") if token.startswith("f:")}


def _draft(content, fingerprint):
    """A document, still without what it is narrowed by, and its words."""
    language = content.language
    parts = [analysed(text, language) for text in (content.title, content.keywords, content.summary, content.body)]
    title, keywords, summary, body = (tokens[:MOST_TOKENS] for tokens, _further, _words in parts)
    further = dict.fromkeys(token for _tokens, more, _words in parts for token in more)
    names = [word.shape for name in (content.title, content.keywords) for word in words(name, language)]
    further |= dict.fromkeys(filter(None, (other_script(shape, language) for shape in dict.fromkeys(names))))
    further |= dict.fromkeys(_sounds(content, parts, names))
    vocabulary = keys_of({pair for _tokens, _further, found in parts for pair in found}, language)
    values = {name: value for name, value in vars(content).items() if name not in {"page_id", "names", "facets"}}
    doc = SearchDoc(
        page_id=content.page_id,
        **values,
        length=len(title) + len(keywords) + len(summary) + len(body),
        version=ANALYSER_VERSION,
        fingerprint=fingerprint,
        t_title=" ".join(title),
        t_keywords=" ".join(keywords),
        t_body=" ".join((*summary, *body)),
        t_further=" ".join(further),
        t_scope=" ".join([f"l:{language}", f"k:{content.kind}", *_names(content)]),
    )
    return doc, vocabulary


def _sounds(content, parts, names):
    """What words of other scripts sound like: those of the names, and all where the language has another script."""
    told = dict.fromkeys(names)
    if content.language in NOT_LATIN:
        told |= dict.fromkeys(word for _tokens, _further, found in parts for pair in sorted(found) for word in pair)
    return [sound for shape in told if (sound := sound_of(shape, content.language))]


def _names(content):
    """The words of the names of a page, as readers begin to type them."""
    found = {}
    for name in content.names:
        for word in words(name, content.language):
            for shape in (word.bare, other_script(word.shape, content.language)):
                if shape:
                    found[f"n:{shape}"] = None
    return list(found)
