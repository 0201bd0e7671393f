"""Makes the other languages of the demo content the way translators do: segment by segment, with wagtail-localize."""

import json
from collections import defaultdict
from typing import Any

from django.db import models
from wagtail.models import DraftStateMixin, Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from translations.memory import remember_all


def translate(source: models.Model, code: str, words: dict[str, Any], *, publish: bool = True) -> models.Model:
    """Translate a page or snippet and return its translation.

    Args:
        source: the row in the source language, saved.
        code: language to translate into.
        words: what stands in each field in that language; child rows are lists of tables in the same order.
            What is left out or empty keeps the words of the source.
        publish: whether a page goes live.

    Raises:
        ValueError: if a translated rich text has not the same paragraphs as its source.
    """
    locale = Locale.objects.get(language_code=code)
    record, _made = TranslationSource.update_or_create_from_instance(source)
    translation, _made = Translation.objects.get_or_create(source=record, target_locale=locale)
    given = strings(in_other_words(source, words))
    rows = []
    for path, segments in by_path(record).items():
        if path not in given:
            continue
        if len(segments) != len(given[path]):
            raise ValueError(f"{source!r}, {path}: {len(segments)} segments, in {code} {len(given[path])}")
        rows += [
            StringTranslation(translation_of=segment.string, locale=locale, context=segment.context, data=data)
            for segment, data in zip(segments, given[path], strict=True)
        ]
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True)
    prose = [(row.translation_of.data, row.data) for row in rows if row.context.path != "slug"]
    remember_all((source.locale.language_code, code), prose, str(source))
    drafted = isinstance(source, DraftStateMixin)
    translation.save_target(publish=not drafted)
    if publish and drafted:
        # At once, not when everything is committed: by then the page has children that its row would forget.
        translation.get_target_instance().latest_revision.publish()
    return translation.get_target_instance()


def by_path(record: TranslationSource) -> dict[str, list[StringSegment]]:
    """Return the segments of a source by the path of their field or block, in reading order."""
    paths = defaultdict(list)
    for segment in StringSegment.objects.filter(source=record).select_related("string", "context").order_by("order"):
        paths[segment.context.path].append(segment)
    return paths


def strings(instance: models.Model) -> dict[str, list[str]]:
    """Return the translatable strings of a row by path, in reading order, as translators see them."""
    paths = defaultdict(list)
    for value in extract_segments(instance):
        if isinstance(value, StringSegmentValue):
            paths[value.path].append(value.string.data)
    return paths


def in_other_words(source: models.Model, words: dict[str, Any]) -> models.Model:
    """Return an unsaved copy of a row in which the given words replace its own."""
    if not hasattr(source, "serializable_data"):
        fields = {field.attname: getattr(source, field.attname) for field in source._meta.concrete_fields}
        return type(source)(**{**fields, **words})
    data = replaced(source.serializable_data(), words)
    return type(source).from_serializable_data(data, check_fks=False, strict_fks=False)


def replaced(data: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    """Return serialised data with other words; child rows are matched by place, streams are given whole."""
    changed = dict(data)
    for name, value in words.items():
        own = data.get(name)
        if isinstance(own, list):
            changed[name] = [replaced(row, row_words) for row, row_words in zip(own, value, strict=True)]
        else:
            changed[name] = json.dumps(value) if isinstance(value, list) else value
    return changed
