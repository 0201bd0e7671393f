"""Writes many new pages at once: one by one, ten thousand of them would take an hour."""

import uuid

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision

from common.slugs import slug_for
from membership.choices import CONFIRMING
from membership.models import MemberPage, MemberState

__all__ = ["create_all"]

TOGETHER = 500
# Each of these would be looked up for each page.
BESIDE = [
    name for relation in get_all_child_relations(MemberPage) if (name := relation.get_accessor_name()) != "states"
]
RELATIONS = [field.name for field in MemberPage._meta.fields if field.is_relation]


def create_all(index, pages, user):
    """Store new members below their list, each with its record and a first version.

    Args:
        index: the MemberIndexPage of the source language.
        pages: MemberPage objects that are not stored yet, with `states` in memory.
        user: who brings them; None for a command.
    """
    if not pages:
        return
    index.refresh_from_db()
    _prepare(index, pages, user)
    _store_pages(pages)
    _store_records(pages)
    _store_versions(pages, user)
    Page.objects.filter(pk=index.pk).update(numchild=F("numchild") + len(pages))


def _prepare(index, pages, user):
    last = index.get_last_child()
    path = last.path if last else None
    taken = set(Page.objects.child_of(index).values_list("slug", flat=True))
    kind, now = ContentType.objects.get_for_model(MemberPage), timezone.now()
    for page in pages:
        path = _next_path(index, path)
        page.path, page.depth, page.numchild = path, index.depth + 1, 0
        page.locale_id, page.translation_key, page.content_type = index.locale_id, uuid.uuid4(), kind
        page.slug = _free(slug_for(page.title, index.locale.language_code), page.country, taken)
        page.url_path, page.owner = f"{index.url_path}{page.slug}/", user
        page.live = any(line.kind in CONFIRMING for line in page.states.all())
        page.has_unpublished_changes = not page.live
        page.latest_revision_created_at = now
        if page.live:
            page.first_published_at = page.last_published_at = now
        for name in BESIDE:
            # A new page has no rows beside it: nobody needs to ask the database for them.
            setattr(page, name, [])
        page.clean_fields(exclude=RELATIONS)


def _next_path(index, path):
    if path is None:
        return MemberPage._get_path(index.path, index.depth + 1, 1)
    return MemberPage(path=path)._inc_path()


def _free(slug, country, taken):
    slug = slug or country.lower()
    candidates = [slug, f"{slug}-{country.lower()}"]
    number = 2
    while candidates[0] in taken:
        candidates.pop(0)
        if not candidates:
            candidates.append(f"{slug}-{number}")
            number += 1
    taken.add(candidates[0])
    return candidates[0]


def _store_pages(pages):
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = [Page(**{name: getattr(page, name) for name in names}) for page in pages]
    Page.objects.bulk_create(rows, batch_size=TOGETHER)
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.page_ptr_id = page.id = row.pk
        page._state.adding = False
        page.save_base(raw=True, force_insert=True)


def _store_records(pages):
    lines = []
    for page in pages:
        for line in page.states.all():
            line.page_id, line.locale_id, line.translation_key = page.pk, page.locale_id, uuid.uuid4()
            lines.append(line)
    MemberState.objects.bulk_create(lines, batch_size=TOGETHER)


def _store_versions(pages, user):
    base = ContentType.objects.get_for_model(Page)
    for start in range(0, len(pages), TOGETHER):
        some = pages[start : start + TOGETHER]
        versions = [_version(page, base, user) for page in some]
        Revision.objects.bulk_create(versions)
        for page, version in zip(some, versions, strict=True):
            page.latest_revision = version
            page.live_revision = version if page.live else None
        Page.objects.bulk_update([_bare(page) for page in some], ["latest_revision", "live_revision"])


def _version(page, base, user):
    return Revision(
        content_type=page.cached_content_type,
        base_content_type=base,
        object_id=str(page.pk),
        content=page.serializable_data(),
        object_str=str(page),
        user=user,
        created_at=page.latest_revision_created_at,
    )


def _bare(page):
    return Page(pk=page.pk, latest_revision=page.latest_revision, live_revision=page.live_revision)
