"""Lower floors never know upper ones: not by a string in a foreign key, not by a template. Imports are lint's part."""

import re

from django.apps import apps

from tests.house.source import ROOMS, floor, name, templates

REFERENCE = re.compile(r"""\{%\s*(?:include|extends)\s+["']([\w-]+)/""")


def test_foreign_keys_point_down():
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if field.related_model._meta.app_label in ROOMS
        and floor(field.related_model._meta.app_label) > floor(model._meta.app_label)
    ]
    assert upward == []


def test_templates_include_from_below():
    upward = []
    for path in templates():
        room = name(path).split("/")[0]
        used = {part for part in REFERENCE.findall(path.read_text()) if part in ROOMS}
        upward += [f"{name(path)} uses {part}" for part in used if floor(part) > floor(room)]
    assert upward == []
