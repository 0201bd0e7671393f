"""Writes members and remembers what stood there before: as a whole or not at all."""

from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.utils import timezone
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import PageLogEntry
from wagtail.search.backends import get_search_backends
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_published

from common.stamp import renew
from common.written import pages_written
from membership.cards.publishing import paused
from membership.choices import CONFIRMING
from membership.import_records import TouchedPage
from membership.imports.creating import create_all
from membership.imports.snapshots import snapshot
from membership.models import MemberPage
from membership.row_writer import held, refresh
from membership.sharing import other_languages, share_record

__all__ = ["ACTION", "index_together", "quietly", "write_pages"]

ACTION = "membership.import"
TOGETHER = 500


def write_pages(run, new, changed, index, user):
    """Write members and remember what stood there before. To be called inside a transaction.

    Args:
        run: the MemberImport that they belong to, stored.
        new: MemberPage objects that are not stored yet.
        changed: MemberPage objects as they shall be, with their records.
        index: the MemberIndexPage of the source language, for new ones.
        user: who does it; None for a command.
    """
    with quietly():
        create_all(index, new, user)
        refresh(page.translation_key for page in new)
        TouchedPage.objects.bulk_create(
            [TouchedPage(run=run, page=page.pk, revision=page.latest_revision_id) for page in new], batch_size=TOGETHER
        )
        written = [*new]
        for page in changed:
            written += _change(run, page, user)
        index_together(written)
    _note(run, [*new, *changed], user)
    renew()
    pages_written.send(MemberPage, page_ids=[page.pk for page in written])
    with paused():
        for page in new:
            if page.live:
                page_published.send(sender=MemberPage, instance=page, revision=page.latest_revision)


def _change(run, page, user):
    """Write one page, and what it says in other languages; return those that were written."""
    others = other_languages(page)
    before = [(one.pk, snapshot(one)) for one in (page, *others)]
    # A page that somebody took off the site stays off it; one that never was public goes public with its record.
    public = page.live or (not page.first_published_at and any(line.kind in CONFIRMING for line in page.states.all()))
    revision = page.save_revision(user=user, changed=True, log_action=False)
    if public:
        revision.publish(user=user, log_action=False)
    page = MemberPage.objects.get(pk=page.pk)
    if public:
        share_record(page, others, user)
    after = dict(MemberPage.objects.filter(pk__in=[pk for pk, _rows in before]).values_list("pk", "latest_revision_id"))
    TouchedPage.objects.bulk_create(
        [TouchedPage(run=run, page=pk, revision=after[pk], before=rows) for pk, rows in before]
    )
    return [page, *others]


def _note(run, pages, user):
    kind, now = ContentType.objects.get_for_model(MemberPage), timezone.now()
    PageLogEntry.objects.bulk_create(
        [
            PageLogEntry(
                page_id=page.pk,
                content_type=kind,
                label=page.title[:255],
                action=ACTION,
                timestamp=now,
                user=user,
                data={"import": run.pk, "name": run.name},
                content_changed=True,
            )
            for page in pages
        ],
        batch_size=TOGETHER,
    )


@contextmanager
def quietly():
    """Inside the block saving a member leaves search and references alone: each time they would weigh the whole site.

    The index of members is written once at the end.

    What is written inside is to be given to `index_together`.
    """
    with disable_reference_index_auto_update(), held():
        was_connected = post_save.disconnect(post_save_signal_handler, sender=MemberPage)
        try:
            yield
        finally:
            if was_connected:
                post_save.connect(post_save_signal_handler, sender=MemberPage)


def index_together(pages):
    """Write many members into the search index in one go.

    Args:
        pages: stored MemberPage objects.
    """
    for backend in get_search_backends(with_auto_update=True) if pages else ():
        backend.add_bulk(MemberPage, pages)
