"""Writes the index of stories and its counts; ``public_stories`` alone decides which stories are in it."""

from collections import Counter, defaultdict
from itertools import combinations

from django.apps import apps
from django.db import connection, transaction
from django.db.models import F

from common.stamp import renew
from news.facets import facets_of, name_facets
from news.items import public_stories
from news.story_rows import FacetKind, StoryFacet, StoryMark, StoryPair, StoryRow, rank_of

__all__ = ["forget", "rebuild", "refresh", "refresh_below"]

BATCH = 500
ADD_PAIR = (
    "INSERT INTO news_storypair (first_id, second_id, stories) VALUES (%s, %s, %s) "
    "ON CONFLICT (first_id, second_id) DO UPDATE SET stories = news_storypair.stories + excluded.stories"
)
RECORD = ("pk", "locale_id", "translation_key", "date", "kind")


def refresh(page_ids):
    """Bring the index in line with stories, whatever happened to them; what is in line already stays untouched.

    Args:
        page_ids: primary keys of stories; those that readers may not see leave the index.
    """
    wanted = sorted(set(page_ids))
    for start in range(0, len(wanted), BATCH):
        with transaction.atomic():
            _refresh(wanted[start : start + BATCH])


def refresh_below(path):
    """Bring the index in line with all stories in a part of the tree, after its place or its readers changed.

    Args:
        path: the ``path`` of the page at its top.
    """
    pages = apps.get_model("news", "NewsPage").objects.filter(path__startswith=path)
    refresh(pages.order_by().values_list("pk", flat=True))


def forget(page_ids):
    """Take stories out of the index, as before they are deleted.

    Args:
        page_ids: primary keys of stories.
    """
    with transaction.atomic():
        _take_out(list(page_ids))


def rebuild():
    """Write the whole index anew, and count anew.

    Returns:
        How many stories are in it.
    """
    with transaction.atomic():
        for model in (StoryPair, StoryMark, StoryRow):
            model.objects.all().delete()
        StoryFacet.objects.update(stories=0)
        ids = list(public_stories(None).order_by("pk").values_list("pk", flat=True))
        gained = Counter()
        for start in range(0, len(ids), BATCH):
            gained.update(_put_in(_records(ids[start : start + BATCH])))
        _count(gained, 1)
        StoryFacet.objects.filter(stories=0).delete()
        for kind in FacetKind.values:
            name_facets(kind)
    return len(ids)


def _refresh(ids):
    # Two publications of one story wait for each other, so that none is counted twice.
    list(apps.get_model("news", "NewsPage").objects.select_for_update().filter(pk__in=ids).values_list("pk"))
    records = _records(ids)
    kept = _in_line(records)
    _take_out([pk for pk in ids if pk not in kept])
    fresh = [record for record in records if record["pk"] not in kept]
    _count(_put_in(fresh), 1)


def _records(ids):
    """What the index should hold of stories, each with its ``facets``."""
    records = list(public_stories(None).filter(pk__in=ids).order_by().values(*RECORD))
    found = facets_of(records)
    return [{**record, "facets": found[record["pk"]]} for record in records]


def _in_line(records):
    """The stories of which the index holds exactly what it should."""
    ids = [record["pk"] for record in records]
    rows = {row.pk: (row.locale_id, row.translation_key, row.rank) for row in StoryRow.objects.filter(pk__in=ids)}
    marks = defaultdict(list)
    for row_id, kind, value in (
        StoryMark.objects.filter(row_id__in=ids).order_by("place").values_list("row_id", "facet__kind", "facet__value")
    ):
        marks[row_id].append((kind, value))
    return {
        record["pk"]
        for record in records
        if rows.get(record["pk"]) == (record["locale_id"], record["translation_key"], _rank(record))
        and marks[record["pk"]] == record["facets"]
    }


def _rank(record):
    return rank_of(record["date"], record["pk"])


def _take_out(ids):
    marks = StoryMark.objects.filter(row_id__in=ids)
    by_story = defaultdict(list)
    for row_id, facet_id in marks.values_list("row_id", "facet_id"):
        by_story[row_id].append(facet_id)
    _count(_alone_and_in_pairs(by_story.values()), -1)
    marks.delete()
    StoryRow.objects.filter(pk__in=ids).delete()


def _alone_and_in_pairs(stories):
    """How many of some stories have each facet, and each two of them."""
    found = Counter()
    for facets in stories:
        ordered = sorted(facets)
        found.update(ordered)
        found.update(combinations(ordered, 2))
    return found


def _put_in(records):
    """Write rows and marks; returns how many stories each facet gained, and each two of them."""
    StoryRow.objects.bulk_create(
        StoryRow(
            page_id=record["pk"],
            locale_id=record["locale_id"],
            translation_key=record["translation_key"],
            date=record["date"],
            rank=_rank(record),
        )
        for record in records
    )
    facets = _facet_ids({(record["locale_id"], *pair) for record in records for pair in record["facets"]})
    ids = [[facets[record["locale_id"], *pair] for pair in record["facets"]] for record in records]
    marks = [
        StoryMark(row_id=record["pk"], facet_id=facet_id, rank=_rank(record), place=place)
        for record, own in zip(records, ids, strict=True)
        for place, facet_id in enumerate(own)
    ]
    StoryMark.objects.bulk_create(marks, batch_size=2000)
    return _alone_and_in_pairs(ids)


def _facet_ids(wanted):
    """The facets of (locale, kind, value); those that are new are made and named."""
    known = _known_facets(wanted)
    missing = wanted - set(known)
    if missing:
        StoryFacet.objects.bulk_create(
            (StoryFacet(locale_id=locale, kind=kind, value=value) for locale, kind, value in sorted(missing)),
            ignore_conflicts=True,
        )
        for kind in {kind for _locale, kind, _value in missing}:
            name_facets(kind, {value for _locale, other, value in missing if other == kind})
        known = _known_facets(wanted)
    return known


def _known_facets(wanted):
    facets = StoryFacet.objects.filter(value__in={value for _locale, _kind, value in wanted})
    rows = facets.values_list("locale_id", "kind", "value", "pk")
    return {(locale, kind, value): pk for locale, kind, value, pk in rows}


def _count(gained, sign):
    by_number = defaultdict(list)
    pairs = []
    for key, number in gained.items():
        if isinstance(key, tuple):
            pairs.append((*key, sign * number))
        else:
            by_number[number].append(key)
    for number, ids in sorted(by_number.items()):
        StoryFacet.objects.filter(pk__in=ids).update(stories=F("stories") + sign * number)
    if pairs:
        _count_pairs(sorted(pairs))
        renew()


def _count_pairs(pairs):
    """Add to the counts of pairs in the database itself, so that two publications at once add to each other."""
    with connection.cursor() as cursor:
        cursor.executemany(ADD_PAIR, pairs)
