"""Rights by language on translatable snippets, at every door of the editors' side."""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.permissions import policy_registry, register_permission_policy

from accounts.languages import LanguagePermissionPolicy, may_edit_locale


def translatable_models():
    """List the models that are translatable and are not pages.

    Returns:
        list of model classes.
    """
    return [
        model for model in apps.get_models() if issubclass(model, TranslatableMixin) and not issubclass(model, Page)
    ]


def register_policies():
    """Give every translatable model that is no page rights by language. Called once, when all models are known."""
    for model in translatable_models():
        if policy_registry.get_by_type(model, fallback=False) is None:
            register_permission_policy(model, LanguagePermissionPolicy(model), exact_class=True)


def guard_rows(request, rows):
    """Refuse rows in a language that is not the user's.

    Args:
        request: the request.
        rows: snippets to be changed or deleted.

    Raises:
        PermissionDenied: for the first row in a foreign language.
    """
    for row in rows:
        if isinstance(row, TranslatableMixin) and not may_edit_locale(request.user, row.locale_id):
            raise PermissionDenied


def guard_row(request, row):
    """Refuse a row in a language that is not the user's.

    Args:
        request: the request.
        row: the snippet.

    Raises:
        PermissionDenied: when it is in a foreign language.
    """
    guard_rows(request, [row])


def guard_creation(request, model):
    """Refuse a new row in a language that is not the user's.

    Args:
        request: the request, whose `locale` parameter names the language.
        model: the snippet's model.

    Raises:
        PermissionDenied: when the language is a foreign one.
    """
    if not issubclass(model, TranslatableMixin):
        return
    code = request.GET.get("locale")
    locale = get_object_or_404(Locale, language_code=code) if code else Locale.get_default()
    if not may_edit_locale(request.user, locale.pk):
        raise PermissionDenied


def guard_bulk(request, action_type, objects, action):
    """Refuse a bulk action on rows in a language that is not the user's.

    Args:
        request: the request.
        action_type: name of the action.
        objects: the rows.
        action: the action itself.

    Raises:
        PermissionDenied: for the first row in a foreign language.
    """
    if not issubclass(action.model, Page):
        guard_rows(request, objects)
