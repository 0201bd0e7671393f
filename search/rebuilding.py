"""Writes the whole index anew, page by page in place, so that readers never meet an empty one."""

from itertools import groupby

from django.db import connection
from wagtail.models import Page

from common.stamp import renew
from search.analyser import ANALYSER_VERSION
from search.facet_names import name_again
from search.indexing import TOGETHER, refresh
from search.models import FacetKind, SearchDoc, SearchFacet
from search.vocabulary import Tally, recounted, replace

__all__ = ["is_outdated", "rebuild"]


def is_outdated():
    """Whether documents were made by another version of the analyser, which takes words apart in another way."""
    return SearchDoc.objects.exclude(version=ANALYSER_VERSION).exists()


def rebuild(told=None):
    """Bring the whole index in line: documents, names, vocabulary, and what the database knows about its tables.

    Every part is stored when it is done, so that it can be broken off and begun again.

    Args:
        told: called with (pages done, pages in all) after each part.

    Returns:
        How many documents are in the index.
    """
    pages = Page.objects.filter(live=True, depth__gt=1).order_by("locale_id", "pk").values_list("locale_id", "pk")
    tally, live = Tally(), {pk for _locale, pk in pages}
    for _locale, rows in groupby(pages, lambda row: row[0]):
        ids = [pk for _same, pk in rows]
        for start in range(0, len(ids), TOGETHER):
            refresh(ids[start : start + TOGETHER], tally)
            if told:
                told(len(tally.pages), len(live))
    gone = [pk for pk in SearchDoc.objects.values_list("page_id", flat=True) if pk not in live]
    refresh(gone, tally)
    for kind in FacetKind.values:
        name_again(kind)
    SearchFacet.objects.filter(marks=None).delete()
    # A page that somebody published or hid meanwhile was counted as it was before.
    same = dict(SearchDoc.objects.values_list("page_id", "fingerprint")) == tally.pages
    replace(tally.words if same else recounted())
    _tidy()
    renew()
    return SearchDoc.objects.count()


def _tidy():
    """Let the database merge what it stored in small parts, and count its tables, or it plans badly."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO search_fts (search_fts) VALUES ('optimize')")
            cursor.execute("ANALYZE")
        else:
            for table in ("search_searchdoc", "search_searchmark", "search_searchfacet", "search_searchterm"):
                cursor.execute(f"ANALYZE {table}")
            cursor.execute("ANALYZE wagtailsearch_indexentry")
