"""Each form moves to the page of its language, and says its kind in the new words."""

import json
import uuid

from django.db import migrations

KINDS = {"used": "synonym", "preferred": "preferred", "discouraged": "discouraged"}
STANDINGS = {"preferred": "preferred", "discouraged": "discouraged", "offensive": "discouraged"}
STATUS = {"confirmed": "approved"}


def forward(apps, schema_editor):
    """Give forms their kind, and keep each on one page only; a copy stays where it has a note of its own."""
    pages = {page.pk: page for page in apps.get_model("glossary", "TermPage").objects.select_related("locale")}
    written = {(page.translation_key, page.locale.language_code) for page in pages.values()}
    variants = apps.get_model("glossary", "TermVariant").objects.all()
    notes = {row.translation_key: row.note for row in variants if pages[row.page_id].locale.language_code == "en"}
    for variant in variants:
        page = pages[variant.page_id]
        code = page.locale.language_code
        copied = variant.note in ("", notes.get(variant.translation_key)) if code != "en" else True
        elsewhere = code != "en" or (page.translation_key, variant.language) in written
        if variant.language != code and copied and elsewhere:
            variant.delete()
            continue
        variant.kind = KINDS.get(variant.standing, "synonym")
        variant.status = STATUS.get(variant.status, variant.status)
        variant.save()
    _pages(apps, "confirmed", "approved")
    _revisions(apps, _new)


def backward(apps, schema_editor):
    """Say the kinds in the old words."""
    for variant in apps.get_model("glossary", "TermVariant").objects.select_related("page"):
        variant.standing = STANDINGS.get(variant.kind, "used")
        variant.status = "confirmed" if variant.status == "approved" else variant.status
        variant.locale_id = variant.page.locale_id
        variant.translation_key = uuid.uuid4()
        variant.save()
    _pages(apps, "approved", "confirmed")
    _revisions(apps, _old)


def _pages(apps, old, new):
    apps.get_model("glossary", "TermPage").objects.filter(status=old).update(status=new)


def _revisions(apps, change):
    types = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="glossary", model="termpage")
    for revision in apps.get_model("wagtailcore", "Revision").objects.filter(content_type__in=types):
        content = revision.content if isinstance(revision.content, dict) else json.loads(revision.content)
        change(content)
        for variant in content.get("variants", []):
            change(variant)
        revision.content = content
        revision.save(update_fields=["content"])


def _new(row):
    row["status"] = STATUS.get(row.get("status"), row.get("status"))
    if "standing" in row:
        row["kind"] = KINDS.get(row["standing"], "synonym")


def _old(row):
    row["status"] = "confirmed" if row.get("status") == "approved" else row.get("status")
    if "kind" in row:
        row["standing"] = STANDINGS.get(row["kind"], "used")


class Migration(migrations.Migration):
    dependencies = [("glossary", "0002_forms_and_review"), ("wagtailcore", "0098_apitoken")]

    operations = [migrations.RunPython(forward, backward)]
