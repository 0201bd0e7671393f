"""How publishing waits for the end of an embargo."""

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

__all__ = ["embargo_label", "hold_until", "latest_embargo", "wait_for_embargo"]


def wait_for_embargo(page):
    """Let a story go live when its embargo ends, unless it waits longer already.

    Args:
        page: a version of the story.
    """
    if page.embargoed and not (page.go_live_at and page.go_live_at >= page.embargo_until):
        page.go_live_at = page.embargo_until


def embargo_label(page):
    """Return the words "Embargo until …", or nothing where there is no embargo or it has ended.

    Args:
        page: a story, as it stands in the tree or as a version; what stands in the tree knows the newest version.
    """
    until = page.embargo_until
    if not page.live and not until and page.latest_revision_id:
        until = _moment(page.latest_revision.content.get("embargo_until"))
    if not until or until <= timezone.now():
        return ""
    return _("embargo until %(time)s") % {"time": date_format(timezone.localtime(until), "SHORT_DATETIME_FORMAT")}


def latest_embargo(page, revision):
    """Return the later embargo of the version to be published and of the newest version, or None.

    An embargo that was lengthened after a version was scheduled holds for that version too.

    Args:
        page: the story.
        revision: the version to be published.
    """
    newest = page.latest_revision.content if page.latest_revision_id else {}
    found = [_moment(content.get("embargo_until")) for content in (revision.content, newest)]
    return max((moment for moment in found if moment), default=None)


def hold_until(revision, moment):
    """Schedule a version for a moment, unless the moment has passed or the version waits longer already.

    Args:
        revision: the version.
        moment: the end of the embargo, or None.
    """
    waits = _moment(revision.content.get("go_live_at"))
    if moment is None or moment <= timezone.now() or (waits and waits >= moment):
        return
    revision.content["go_live_at"] = moment.isoformat()
    type(revision).objects.filter(pk=revision.pk).update(content=revision.content)


def _moment(value):
    """A revision holds times as text once it is stored, and as times before that."""
    return parse_datetime(value) if isinstance(value, str) else value
