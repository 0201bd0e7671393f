"""Writes imported stories as pages, with a version and an entry in the history, many in one go."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from common.stamp import renew
from common.written import pages_written
from library.publishing import prepare_page
from news.checks import findings
from news.legacy.history import ACTION
from news.legacy.indexing import index_together, not_indexed_one_by_one
from news.legacy.languages import Place
from news.legacy.records import Record
from news.legacy_records import ImportedStory
from news.models import NewsPage
from news.row_writer import refresh

__all__ = ["Batch", "batch", "filled", "obstacles"]

# What the former site did not have, so that its absence keeps no story of it from readers.
EXCUSED = {"alt", "credit", "licence", "theme"}
MORNING = datetime.time(9)


def filled(page: NewsPage, record: Record, blocks: list[dict], image) -> NewsPage:
    """Put the words of a record into a page.

    Args:
        page: New or as it stands.
        record: The words.
        blocks: The text, as a stream stores it.
        image: The picture in the library, or None.
    """
    page.title = page.draft_title = record.title
    page.summary, page.kind, page.source_url = record.summary, record.kind, record.source_url
    page.date = datetime.date.fromisoformat((record.date + "-01-01")[:10])
    page.date_precision, page.legacy_id = record.precision, record.legacy_id
    page.body, page.lead_image = blocks, image
    page.lead_alt = record.image_alt if image else ""
    return page


def obstacles(page: NewsPage) -> list[str]:
    """What the checks before publication hold against a story, but for what only concerns pictures and themes.

    Args:
        page: The story, perhaps not saved yet.

    Returns:
        Whole sentences; a story with any of them stays a draft.
    """
    return [found.message for found in findings(page) if found.is_error and found.key not in EXCUSED]


@contextmanager
def batch() -> Iterator["Batch"]:
    """Write stories in one transaction, and let everything that reacts to publishing take them in together at its end.

    Signals for each new story would index, count and weigh the whole site anew each time.

    Yields:
        What writes them.
    """
    with transaction.atomic(), disable_reference_index_auto_update(), not_indexed_one_by_one(NewsPage):
        writer = Batch()
        yield writer
        writer.finish()


class Batch:
    """Writes stories, each as a whole or not at all."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.written: list[NewsPage] = []
        self.entries: list[PageLogEntry] = []

    def create(self, page: NewsPage, place: Place, fingerprint: str, data: dict) -> None:
        """Add a story to its list.

        Args:
            page: The story with its words, live or not.
            place: Its list.
            fingerprint: Of its record.
            data: What the history says of it.
        """
        page.locale = place.locale
        if page.live:
            page.first_published_at = datetime.datetime.combine(page.date, MORNING, datetime.UTC)
            page.last_published_at = timezone.now()
        with transaction.atomic():
            place.index.add_child(instance=page)
            for relation in get_all_child_relations(NewsPage):
                # A new story has no rows beside it: nobody needs to ask the database for them.
                setattr(page, relation.get_accessor_name(), [])
            revision = _first_revision(page)
            ImportedStory.objects.create(page=page, fingerprint=fingerprint, revision=revision)
        self._note(page, revision, data)

    def update(self, page: NewsPage, fingerprint: str, data: dict) -> None:
        """Give a story new words.

        Args:
            page: The story with its words.
            fingerprint: Of its record.
            data: What the history says of it.
        """
        with transaction.atomic():
            revision = page.save_revision(changed=False)
            revision.publish(log_action=False)
            ImportedStory.objects.filter(page=page).update(
                fingerprint=fingerprint, revision=revision, imported_at=timezone.now()
            )
        self._note(NewsPage.objects.get(pk=page.pk), revision, data)

    def finish(self) -> None:
        """Take what was written into history, search, references, lists, and the pictures' sizes."""
        if not self.written:
            return
        PageLogEntry.objects.bulk_create(self.entries)
        index_together(NewsPage, self.written)
        for page in self.written:
            ReferenceIndex.create_or_update_for_object(page)
            if page.live and page.pictures():
                transaction.on_commit(partial(prepare_page, page), robust=True)
        refresh([page.pk for page in self.written])
        pages_written.send(NewsPage, page_ids=[page.pk for page in self.written])
        renew()

    def _note(self, page: NewsPage, revision: Revision, data: dict) -> None:
        self.written.append(page)
        self.entries.append(
            PageLogEntry(
                page=page,
                content_type=ContentType.objects.get_for_model(page, for_concrete_model=False),
                label=page.title,
                action=ACTION,
                timestamp=timezone.now(),
                revision=revision,
                data=data,
                content_changed=True,
            )
        )


def _first_revision(page: NewsPage) -> Revision:
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        content=page.serializable_data(),
        object_str=str(page),
    )
    values = {
        "latest_revision": revision,
        "latest_revision_created_at": revision.created_at,
        "live_revision": revision if page.live else None,
        "has_unpublished_changes": not page.live,
    }
    for name, value in values.items():
        setattr(page, name, value)
    Page.objects.filter(pk=page.pk).update(**values)
    return revision
