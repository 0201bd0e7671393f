"""Changing the words of a translation: wagtail-localize's own views, behind the rights on the language."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from translations.rights import may_publish, may_translate, target_of

View = Callable[..., HttpResponse]


def in_own_language(view: View) -> View:
    """Let only those in who may work on the translation; a decorator.

    Args:
        view: A view that takes `translation_id`.

    Returns:
        The guarded view. It refuses words for a locked page, too.
    """

    @wraps(view)
    def guarded(request: HttpRequest, translation_id: int, **kwargs) -> HttpResponse:
        translation = get_object_or_404(Translation, pk=translation_id)
        if not may_translate(request.user, translation):
            raise PermissionDenied
        if request.method != "GET" and is_locked(request.user, translation):
            raise PermissionDenied
        return view(request, translation_id, **kwargs)

    return guarded


def is_locked(user, translation: Translation) -> bool:
    """Whether the page that a translation is for is locked: by hand, or because a reviewer is reading it.

    Args:
        user: Who wants to change it.
        translation: The translation.
    """
    page = target_of(translation)
    lock = page.get_lock() if isinstance(page, Page) else None
    return bool(lock and lock.for_user(user))


@in_own_language
def stop(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take a translation out of the workflow, for those who may publish it.

    Args:
        request: A POST.
        translation_id: Which translation.

    Returns:
        A redirect.

    Raises:
        PermissionDenied: If the person may not publish it.
    """
    translation = get_object_or_404(Translation, pk=translation_id)
    if not may_publish(request.user, translation.get_target_instance()):
        raise PermissionDenied
    return edit_translation.stop_translation(request, translation_id)


edit_string = in_own_language(edit_translation.edit_string_translation)
edit_override = in_own_language(edit_translation.edit_override)
machine_translate = in_own_language(edit_translation.machine_translate)
download = in_own_language(edit_translation.download_pofile)
