"""Closes every door of a snippet at once: edit, revert, unpublish, lock, history, usage."""

from django.apps import apps
from django.shortcuts import get_object_or_404
from wagtail.admin.auth import permission_denied
from wagtail.models import TranslatableMixin

from accounts.languages import may_edit_locale

PREFIX = "wagtailsnippets_"


class SnippetLanguages:
    """Lets a user open a translatable snippet only in the languages they work in."""

    def __init__(self, get_response):
        """Keep the next handler.

        Args:
            get_response: the next handler.
        """
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on.

        Args:
            request: the request.

        Returns:
            the response.
        """
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Refuse a view of one snippet in a foreign language.

        Args:
            request: the request, resolved.
            view: the view.
            args: its positional arguments.
            kwargs: its named arguments.

        Returns:
            the editors' side's own refusal, or None to go on.
        """
        model = translatable_model(request.resolver_match.namespace)
        if model is None or "pk" not in kwargs or not request.user.is_authenticated:
            return None
        row = get_object_or_404(model, pk=kwargs["pk"])
        return None if may_edit_locale(request.user, row.locale_id) else permission_denied(request)


def translatable_model(namespace):
    """Find the translatable snippet model whose views stand under an address.

    Args:
        namespace: the namespace of the address.

    Returns:
        model class, or None for everything else.
    """
    name = namespace.rsplit(":", 1)[-1]
    if not name.startswith(PREFIX):
        return None
    label, _separator, model_name = name.removeprefix(PREFIX).rpartition("_")
    try:
        model = apps.get_model(label, model_name)
    except LookupError:
        return None
    return model if issubclass(model, TranslatableMixin) else None
