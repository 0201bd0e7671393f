"""When a story last moved: a public note moves it up in the feeds, a silent change does not."""

import datetime

from django.apps import apps
from django.db.models import DateTimeField, OuterRef, Subquery
from django.db.models.functions import Coalesce

__all__ = ["modified", "moved_at", "with_moved_at"]


def moved_at(page):
    """Return the moment of the newest public note of a story, else that of its first publication, else None.

    Args:
        page: a story; one that came out of ``with_moved_at`` costs no query.
    """
    if "moved_at" in page.__dict__:
        return page.__dict__["moved_at"]
    notes = [note.date for note in page.story_notes.all() if note.public]
    return max(notes, default=page.first_published_at)


def with_moved_at(stories):
    """Add ``moved_at`` to each story of a query set: the newest public note, else the first publication.

    Args:
        stories: a query set of stories.
    """
    notes = apps.get_model("news", "StoryNote").objects.filter(page_id=OuterRef("pk"), public=True).order_by("-date")
    newest = Subquery(notes.values("date")[:1], output_field=DateTimeField())
    return stories.annotate(moved_at=Coalesce(newest, "first_published_at"))


def modified(page, story):
    """Return when readers were last told of a change, as schema.org writes it, or None.

    Args:
        page: the story.
        story: its ``Story``, or None.
    """
    days = [note.date for note in story.notes] if story is not None else []
    if days:
        return max(days).isoformat()
    moment = page.first_published_at
    return moment.isoformat() if isinstance(moment, datetime.datetime) else None
