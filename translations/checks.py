"""Checks that models do not use what does not follow the source into translations."""

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db.models import ForeignKey
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField


@register
def check_relations(app_configs, **kwargs) -> list[CheckMessage]:
    """No page has a relation that wagtail-localize copies once and then forgets.

    A direct key to a translatable snippet keeps the old snippet when the source changes to one without translation,
    or to none; many-to-many relations are never taken over again. Rows of a child table are, and readers' queries
    resolve their snippets by `translation_key`.

    Args:
        app_configs: Not used; all page types are looked at.
        kwargs: Not used.

    Returns:
        One error for each such field.
    """
    pages = [model for model in apps.get_models() if issubclass(model, Page)]
    return [error for model in pages for field in model._meta.local_fields for error in _check_key(model, field)] + [
        error for model in pages for field in model._meta.local_many_to_many for error in _check_many(model, field)
    ]


def _check_key(model, field) -> list[CheckMessage]:
    if not isinstance(field, ForeignKey) or isinstance(field, ParentalKey) or _is_synchronized(model, field):
        return []
    related = field.related_model
    if not issubclass(related, TranslatableMixin) or issubclass(related, Page):
        return []
    return [
        Error(
            f"{model.__name__}.{field.name} points to a translatable snippet.",
            hint="Use a child table that is taken over whole, and resolve the snippet by its translation key.",
            obj=model,
            id="alliance.E010",
        )
    ]


def _check_many(model, field) -> list[CheckMessage]:
    if not isinstance(field, ParentalManyToManyField) or _is_synchronized(model, field):
        return []
    return [
        Error(
            f"{model.__name__}.{field.name} is never taken over into translations again.",
            hint="Name it in override_translatable_fields as a SynchronizedField, or use a child table.",
            obj=model,
            id="alliance.E011",
        )
    ]


def _is_synchronized(model, field) -> bool:
    overrides = getattr(model, "override_translatable_fields", [])
    return any(isinstance(one, SynchronizedField) and one.field_name == field.name for one in overrides)
