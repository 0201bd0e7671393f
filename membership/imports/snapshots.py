"""A page as the database holds it, with everything that belongs to it, to be put back exactly."""

import datetime
import json

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from modelcluster.models import get_all_child_relations
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

__all__ = ["put_back", "snapshot"]

# Where a page stands in the tree is not the import's affair: it may have been moved since.
PLACE = ("path", "depth", "numchild", "url_path")


class _Exact(DjangoJSONEncoder):
    """Keeps the microseconds of a moment, which Django's own leaves out."""

    def default(self, o):
        return o.isoformat() if isinstance(o, datetime.datetime) else super().default(o)


def snapshot(page) -> list[dict]:
    """Return the rows of a page, of what belongs to it, and of what translators see of it.

    Args:
        page: a MemberPage as it is stored.

    Returns:
        Rows as Django serialises them.
    """
    stored = type(page)._base_manager.get(pk=page.pk)
    rows = [Page._base_manager.get(pk=page.pk), stored, *_belongings(stored)]
    rows += TranslationSource.objects.filter(object_id=page.translation_key, locale_id=page.locale_id)
    return json.loads(serializers.serialize("json", rows, cls=_Exact))


def _belongings(owner) -> list:
    found = []
    for relation in get_all_child_relations(type(owner)):
        for row in _rows_of(relation, owner):
            found += [row, *_belongings(row)]
    return found


def _rows_of(relation, owner) -> QuerySet:
    return relation.related_model._base_manager.filter(**{relation.field.name: owner.pk}).order_by("pk")


def put_back(page, rows: list[dict]) -> None:
    """Make the database say of a page what it said before.

    Args:
        page: the MemberPage as it is now.
        rows: what `snapshot` gave.
    """
    place = Page._base_manager.get(pk=page.pk)
    restored = [row.object for row in serializers.deserialize("json", json.dumps(rows), ignorenonexistent=True)]
    kept = {(type(row), row.pk) for row in restored}
    for row in _belongings(type(page)._base_manager.get(pk=page.pk)):
        if (type(row), row.pk) not in kept:
            row.delete()
    for row in restored:
        if type(row) is Page:
            for name in PLACE:
                setattr(row, name, getattr(place, name))
        row.save_base(raw=True)
