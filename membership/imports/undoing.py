"""Takes a whole import back: what it made goes, what it changed is again as it was."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from wagtail.models import Page, PageLogEntry, Revision

from common.stamp import renew
from membership.import_records import ImportStatus, MemberImport
from membership.imports.snapshots import put_back
from membership.imports.writing import index_together, quietly
from membership.imports.wrong import FileRefusedError
from membership.models import MemberPage, MemberRow
from membership.row_writer import held

__all__ = ["obstacles_to_undo", "undo_import"]

SHOWN, TOGETHER = 20, 200


def obstacles_to_undo(run):
    """Return why an import cannot be taken back now, one sentence for each page concerned.

    Args:
        run: a MemberImport.
    """
    if run.status == ImportStatus.UNDONE:
        return [_("This import was taken back already.")]
    if run.status != ImportStatus.DONE:
        return [_("Nothing was imported from this file yet.")]
    touched = {
        page: (revision, before) for page, revision, before in run.pages.values_list("page", "revision", "before")
    }
    found = {page.pk: page for some in _slices(sorted(touched)) for page in MemberPage.objects.filter(pk__in=some)}
    wrong = []
    for pk, (revision, before) in touched.items():
        page = found.get(pk)
        if page is None:
            wrong += (
                [_("Page %(page)d, which the import changed, has been deleted since.") % {"page": pk}] if before else []
            )
        elif page.latest_revision_id != revision:
            wrong.append(_("“%(name)s” has been changed since.") % {"name": page.title})
    made = [pk for pk, (_revision, before) in touched.items() if not before and pk in found]
    return wrong + _used_since(made, touched)


def _used_since(made, touched):
    """Return sentences about new pages that others have begun to build upon."""
    wrong = []
    for some in _slices(made):
        keys = MemberPage.objects.filter(pk__in=some).values("translation_key")
        others = MemberPage.objects.filter(translation_key__in=keys).exclude(pk__in=some).exclude(pk__in=list(touched))
        wrong += [_("“%(name)s” has been translated since.") % {"name": page.title} for page in others]
        for relation in _relations():
            rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": some})
            names = set(
                MemberPage.objects.filter(pk__in=rows.values(relation.field.name)).values_list("title", flat=True)
            )
            wrong += [_("Another page refers to “%(name)s” since.") % {"name": name} for name in sorted(names)]
    return wrong


def _relations():
    """Return the relations by which other rooms point at a member; what belongs to the member itself is left out."""
    return [
        relation
        for relation in MemberPage._meta.related_objects
        if not isinstance(relation.field, ParentalKey)
        and relation.related_model is not MemberRow
        and relation.related_model._meta.app_label not in ("wagtailcore", "wagtail_localize", "wagtailredirects")
        and not issubclass(relation.related_model, Page)
        and not relation.many_to_many
    ]


@transaction.atomic
def undo_import(run, user=None):
    """Take an import back, as a whole or not at all.

    Args:
        run: a MemberImport.
        user: who does it; None for a command.

    Returns:
        (pages that went, pages that are as they were).

    Raises:
        FileRefusedError: names what has changed since; nothing is taken back then.
    """
    run = MemberImport.objects.select_for_update().get(pk=run.pk)
    wrong = obstacles_to_undo(run)
    if wrong:
        rest = len(wrong) - SHOWN
        more = [_("And %(count)d more.") % {"count": rest}] if rest > 0 else []
        raise FileRefusedError(" ".join([*wrong[:SHOWN], *more]))
    rows = list(run.pages.order_by("-pk"))
    made = [row.page for row in rows if not row.before]
    with held():
        for some in _slices(made):
            _delete(some)
    changed = [row for row in rows if row.before]
    with quietly():
        for row in changed:
            _restore(row)
    index_together(list(MemberPage.objects.filter(pk__in=[row.page for row in changed])))
    run.status, run.undone_at, run.undone_by = ImportStatus.UNDONE, timezone.now(), user
    run.save()
    renew()
    return len(made), len(changed)


def _delete(ids):
    Page.objects.filter(pk__in=ids).delete()
    Revision.page_revisions.filter(object_id__in=[str(pk) for pk in ids]).delete()
    PageLogEntry.objects.filter(page_id__in=ids).update(deleted=True)


def _restore(row):
    page = MemberPage.objects.get(pk=row.page)
    put_back(page, row.before)
    kept = next(one["fields"]["latest_revision"] for one in row.before if one["model"] == "wagtailcore.page")
    newer = Revision.page_revisions.filter(object_id=str(page.pk))
    (newer.filter(pk__gt=kept) if kept else newer).delete()


def _slices(items):
    for start in range(0, len(items), TOGETHER):
        yield items[start : start + TOGETHER]
