"""Takes the segments out of a page or snippet: what wagtail-localize does row by row, done in a few queries.

A segment that only moved keeps its record, so that what a translator has open stays valid.
"""

import json
import uuid
from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

LONGEST_NAME = 200
PASSING = {
    "draft_title",
    "expire_at",
    "expired",
    "first_published_at",
    "go_live_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "owner",
    "wagtail_admin_comments",
}


@transaction.atomic(savepoint=False)
def take_over(instance) -> TranslationSource:
    """Keep a page or snippet as it is now as the source of its translations.

    Args:
        instance: The page or snippet, in its source language.

    Returns:
        Its record, whose segments are those of today.

    Raises:
        ValueError: If a text holds markup that cannot be translated; nothing is changed then.
    """
    instance = instance.specific if isinstance(instance, Page) else instance
    values = extract_segments(instance)
    family, _made = TranslatableObject.objects.get_or_create_from_instance(instance)
    content = _serialized(instance)
    fields = {
        "specific_content_type": ContentType.objects.get_for_model(type(instance)),
        "object_repr": str(instance)[:LONGEST_NAME],
        "content_json": content,
        "schema_version": get_schema_version(instance._meta.app_label),
    }
    old = TranslationSource.objects.filter(object=family, locale=instance.locale_id).first()
    if old is None or _meaning(old.content_json) != _meaning(content):
        fields["last_updated_at"] = timezone.now()
    source = _kept(family, instance.locale, fields)
    _replace_segments(source, instance, values)
    return source


def _kept(family: TranslatableObject, locale, fields: dict) -> TranslationSource:
    source, made = TranslationSource.objects.get_or_create(object=family, locale=locale, defaults=fields)
    if not made:
        for name, value in fields.items():
            setattr(source, name, value)
        source.save(update_fields=list(fields))
    return source


def _meaning(content: str) -> dict:
    """What of a page would show in its translations: all but the marks of each publication."""
    return {name: value for name, value in json.loads(content).items() if name not in PASSING}


def _serialized(instance) -> str:
    if isinstance(instance, ClusterableModel):
        return instance.to_json()
    return json.dumps(get_serializable_data_for_fields(instance), cls=DjangoJSONEncoder)


def _replace_segments(source: TranslationSource, instance, values: list) -> None:
    contexts = _contexts(source, instance, {value.path for value in values})
    kinds = {
        StringSegmentValue: (StringSegment, _strings(source)),
        TemplateSegmentValue: (TemplateSegment, _templates),
        RelatedObjectSegmentValue: (RelatedObjectSegment, _families),
        OverridableSegmentValue: (OverridableSegment, _overridables),
    }
    for kind, (model, fields_of) in kinds.items():
        own = [value for value in values if isinstance(value, kind)]
        wanted = [
            (value.order, {"context_id": contexts[value.path], **fields})
            for value, fields in zip(own, fields_of(own), strict=True)
        ]
        _set_rows(model, source, wanted)


def _set_rows(model, source: TranslationSource, wanted: list[tuple[int, dict]]) -> None:
    """Make the rows of a source those that are wanted, and keep those that differ in their order only."""
    kept = defaultdict(list)
    for row in model.objects.filter(source=source).order_by("-order"):
        kept[tuple(getattr(row, name) for name in wanted[0][1]) if wanted else ()].append(row)
    new, moved = [], []
    for order, fields in wanted:
        rows = kept[tuple(fields.values())]
        (moved if rows else new).append(
            _moved(rows.pop(), order) if rows else model(source=source, order=order, **fields)
        )
    _write_rows(model, new, moved, [row.pk for rows in kept.values() for row in rows])


def _moved(row, order: int):
    row.was, row.order = row.order, order
    return row


def _write_rows(model, new: list, kept: list, gone: list[int]) -> None:
    moved = [row for row in kept if row.was != row.order]
    if gone:
        model.objects.filter(pk__in=gone).delete()
    if new:
        model.objects.bulk_create(new)
    if moved:
        model.objects.bulk_update(moved, ["order"])


class _Path:
    """A path for which wagtail-localize says in which field or block it ends; nothing is saved."""

    def __init__(self, path: str) -> None:
        self.path, self.field_path = path, ""

    def save(self, **_fields) -> None:
        """Nothing: the record is made later, together with all others."""


def _contexts(source: TranslationSource, instance, paths: set[str]) -> dict[str, int]:
    found = TranslationContext.objects.filter(object=source.object_id, path__in=paths)
    known = dict(found.values_list("path", "pk"))
    new = [
        TranslationContext(
            object_id=source.object_id,
            path=path,
            path_id=TranslationContext._get_path_id(path),
            field_path=TranslationContext.get_field_path(_Path(path), instance),
        )
        for path in sorted(paths - set(known))
    ]
    if new:
        TranslationContext.objects.bulk_create(new, ignore_conflicts=True)
        known = dict(found.all().values_list("path", "pk"))
    return known


def _strings(source: TranslationSource):
    def fields_of(values: list) -> list[dict]:
        hashes = {String._get_data_hash(value.string.data): value.string.data for value in values}
        rows = String.objects.filter(locale=source.locale_id, data_hash__in=hashes)
        known = set(rows.values_list("data_hash", flat=True)) if hashes else set()
        new = [
            String(locale_id=source.locale_id, data_hash=key, data=data)
            for key, data in hashes.items()
            if key not in known
        ]
        if new:
            String.objects.bulk_create(new, ignore_conflicts=True)
        pks = dict(rows.all().values_list("data_hash", "pk")) if hashes else {}
        return [
            {
                "string_id": pks[String._get_data_hash(value.string.data)],
                "attrs": json.dumps(value.attrs, cls=DjangoJSONEncoder),
            }
            for value in values
        ]

    return fields_of


def _template_key(value) -> uuid.UUID:
    return uuid.uuid5(uuid.uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def _templates(values: list) -> list[dict]:
    by_key = {_template_key(value): value for value in values}
    if not by_key:
        return []
    rows = Template.objects.filter(uuid__in=by_key)
    known = set(rows.values_list("uuid", flat=True))
    Template.objects.bulk_create(
        (
            Template(uuid=key, template=value.template, template_format=value.format, string_count=value.string_count)
            for key, value in by_key.items()
            if key not in known
        ),
        ignore_conflicts=True,
    )
    pks = dict(rows.all().values_list("uuid", "pk"))
    return [{"template_id": pks[_template_key(value)]} for value in values]


def _families(values: list) -> list[dict]:
    for value in values:
        TranslatableObject.objects.get_or_create(content_type=value.content_type, translation_key=value.translation_key)
    return [{"object_id": value.translation_key} for value in values]


def _overridables(values: list) -> list[dict]:
    return [{"data_json": json.dumps(value.data, cls=DjangoJSONEncoder)} for value in values]
