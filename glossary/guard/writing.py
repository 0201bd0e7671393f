"""Keeps the stored findings in step with what readers see."""

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from wagtail.models import Page

from common.localization import language_of
from glossary.guard.checking import Found, found_in
from glossary.guard.forms import SEVERITIES
from glossary.guard.models import TermFinding

__all__ = ["forget", "write_findings"]

AROUND = 60
LONGEST, LONGEST_WORDS = 255, 160


def write_findings(instance: models.Model) -> int:
    """Write anew what stands in an object that readers see.

    Args:
        instance: a specific page, a snippet or a picture, as it is published.

    Returns:
        How many findings there are, those that may stand among them.
    """
    kind = ContentType.objects.get_for_model(type(instance))
    rows = [_row(instance, kind, one) for one in found_in(instance)]
    with transaction.atomic():
        forget(instance)
        TermFinding.objects.bulk_create(rows)
    return len(rows)


def forget(instance: models.Model) -> None:
    """Remove what was found in an object that readers no longer see.

    Args:
        instance: a page, of its own type or not, a snippet or a picture.
    """
    if isinstance(instance, Page):
        TermFinding.objects.filter(page_id=instance.pk).delete()
        return
    kind = ContentType.objects.get_for_model(type(instance))
    TermFinding.objects.filter(content_type=kind, object_id=str(instance.pk)).delete()


def _row(instance, kind, one: Found):
    form = one.finding.form
    return TermFinding(
        content_type=kind,
        object_id=str(instance.pk),
        page_id=instance.pk if isinstance(instance, Page) else None,
        title=str(instance)[:LONGEST],
        language=language_of(instance) if hasattr(instance, "locale_id") else "en",
        field=one.text.field,
        label=one.text.label[:LONGEST],
        words=one.finding.words[:LONGEST_WORDS],
        form=form.form,
        preferred=form.preferred,
        severity=form.severity,
        rank=SEVERITIES.index(form.severity),
        quiet=one.finding.quiet,
        excerpt=_excerpt(one),
    )


def _excerpt(one):
    text, finding = one.text.text, one.finding
    start, end = max(0, finding.start - AROUND), min(len(text), finding.end + AROUND)
    left = "…" if start else ""
    right = "…" if end < len(text) else ""
    return f"{left}{' '.join(text[start:end].split())}{right}"[:LONGEST]
