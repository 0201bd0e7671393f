"""The pages that an import would change: as they stand, and whether somebody is at work on them."""

from collections import defaultdict

from django.utils.translation import gettext as _
from wagtail.models import Revision, WorkflowState

from membership.models import MemberPage, MemberState

__all__ = ["StandingPages", "editable"]


class StandingPages:
    """Loads many pages with their records in few queries; drafts come as their newest version has them."""

    def __init__(self):
        """Begin with nothing."""
        self.pages, self.waiting, self.scheduled = {}, set(), set()

    def load(self, ids):
        """Take in pages.

        Args:
            ids: their primary keys.
        """
        for some in _slices(sorted(ids), 500):
            found = MemberPage.objects.in_bulk(some)
            records = defaultdict(list)
            for line in MemberState.objects.filter(page_id__in=some).order_by("sort_order", "pk"):
                records[line.page_id].append(line)
            self.pages |= {pk: editable(page, records[pk]) for pk, page in found.items()}
            keys = [str(pk) for pk in some]
            running = WorkflowState.objects.filter(object_id__in=keys, status__in=("in_progress", "needs_changes"))
            self.waiting |= {int(pk) for pk in running.values_list("object_id", flat=True)}
            due = Revision.page_revisions.filter(object_id__in=keys, approved_go_live_at__isnull=False)
            self.scheduled |= {int(pk) for pk in due.values_list("object_id", flat=True)}

    def get(self, pk):
        """Return a page that was loaded.

        Args:
            pk: its primary key.
        """
        return self.pages[pk]

    def reason_to_wait(self, page):
        """Return why a page must be left alone for now, or "".

        Args:
            page: a page that was loaded.
        """
        words = {"name": page.title}
        if page.locked:
            return _("“%(name)s” is locked. Unlock it first.") % words
        if page.pk in self.waiting:
            return _("“%(name)s” waits for its second reader. Finish that first.") % words
        if page.pk in self.scheduled:
            return _("“%(name)s” waits for its day of publication. Cancel that first.") % words
        if page.live and page.has_unpublished_changes:
            return _("Somebody has begun to change “%(name)s”. Publish or discard these changes first.") % words
        return ""


def editable(page, lines):
    """Return a page with its record, as the next version of it begins.

    Args:
        page: a MemberPage.
        lines: the lines of its record.

    Returns:
        The page itself where it is public; else as its newest version has it.
    """
    if not page.live and page.latest_revision_id:
        return page.get_latest_revision_as_object()
    page.states = lines
    return page


def _slices(items, size):
    for start in range(0, len(items), size):
        yield items[start : start + size]
