"""The index of stories: one row for each story that every reader may see, and what it can be found by.

Lists, feeds and neighbours read these rows and nothing else of the tree, so that they cost the same however many
stories there are. Only ``news.publishing`` writes them.
"""

import datetime

from django.db import models

__all__ = ["FacetKind", "StoryFacet", "StoryMark", "StoryPair", "StoryRow", "rank_of", "span_of"]

# A page number takes the lower 40 bits of a rank, the day the 20 above them.
PAGE_BITS = 40


def rank_of(date, page_id):
    """Return date and page number as one number that sorts like both, so that paging is one comparison.

    Args:
        date: the day of the story.
        page_id: its primary key.
    """
    return (date.toordinal() << PAGE_BITS) + page_id


def span_of(rank):
    """Return the (date, page number) that a rank was made of.

    Args:
        rank: a number that ``rank_of`` gave.
    """
    return datetime.date.fromordinal(rank >> PAGE_BITS), rank & ((1 << PAGE_BITS) - 1)


class FacetKind(models.TextChoices):
    """What readers narrow a list by; the values are the names in the address. ``ALL`` counts the whole list."""

    ALL = "all"
    KIND = "kind"
    THEME = "theme"
    COUNTRY = "country"
    CITY = "city"
    PERSON = "person"
    TAG = "tag"
    YEAR = "year"
    MONTH = "month"


class StoryRow(models.Model):
    """A story that every reader may see."""

    page = models.OneToOneField("news.NewsPage", on_delete=models.CASCADE, primary_key=True, related_name="+")
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", db_index=False)
    translation_key = models.UUIDField()
    date = models.DateField()
    rank = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["locale", "rank"], name="news_row_by_rank"),
            models.Index(fields=["translation_key", "locale"], name="news_row_by_key"),
        ]

    def __str__(self):
        return f"{self.page_id}: {self.date}"


class StoryFacet(models.Model):
    """One value by which stories of a language are found, with the number of stories it has.

    ``value`` never changes: a translation key, a country, a tag's number. ``slug`` and ``label`` are what readers see
    of it; both are empty while the thing named is not public in this language.
    """

    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=FacetKind)
    value = models.CharField(max_length=40, blank=True)
    slug = models.CharField(max_length=255, blank=True)
    label = models.CharField(max_length=255, blank=True)
    stories = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["locale", "kind", "value"], name="news_facet_once")]
        indexes = [
            models.Index(fields=["locale", "kind", "slug"], name="news_facet_by_slug"),
            models.Index(fields=["locale", "kind", "stories"], name="news_facet_by_stories"),
        ]

    def __str__(self):
        return f"{self.kind} {self.label or self.value}: {self.stories}"


class StoryMark(models.Model):
    """A story has a value. Its rank stands here too, so that a narrowed list is one walk along an index."""

    row = models.ForeignKey(StoryRow, on_delete=models.CASCADE, related_name="marks", db_index=False)
    facet = models.ForeignKey(StoryFacet, on_delete=models.CASCADE, related_name="marks", db_index=False)
    rank = models.BigIntegerField()
    place = models.SmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row", "facet"], name="news_mark_once")]
        indexes = [models.Index(fields=["facet", "rank", "row"], name="news_mark_by_rank")]

    def __str__(self):
        return f"{self.row_id} has {self.facet_id}"


class StoryPair(models.Model):
    """How many stories have two values at once, so that a narrowed list knows its counts without its stories."""

    first = models.ForeignKey(StoryFacet, on_delete=models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(StoryFacet, on_delete=models.CASCADE, related_name="+")
    stories = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["first", "second"], name="news_pair_once")]

    def __str__(self):
        return f"{self.first_id} and {self.second_id}: {self.stories}"
