"""Changing the words of a translation: wagtail-localize's own views, behind the rights on the language."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.views import edit_translation

from translations.rights import may_publish, may_translate, target_of

View = Callable[..., HttpResponse]


def in_own_language(view: View) -> View:
    """Let only those in who may work on the translation; a decorator.

    Args:
        view: A view that takes `translation_id`.

    Returns:
        The guarded view. It refuses words for a locked page, too; a translation that was stopped is not found.
    """

    @wraps(view)
    def guarded(request: HttpRequest, translation_id: int, **kwargs) -> HttpResponse:
        translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
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


@require_POST
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
    if not may_publish(request.user, target_of(translation)):
        raise PermissionDenied
    translation.enabled = False
    translation.save(update_fields=["enabled"])
    messages.success(request, _("The translation has been stopped. Its page is now on its own."))
    return redirect(get_valid_next_url_from_request(request) or "translations_matrix")


def _classic(view: View) -> View:
    """wagtail-localize's own view, for what exists in its language already."""

    @wraps(view)
    def asked(request: HttpRequest, translation_id: int, **kwargs) -> HttpResponse:
        if target_of(get_object_or_404(Translation, pk=translation_id)).pk is None:
            raise Http404
        return view(request, translation_id, **kwargs)

    return asked


@in_own_language
@_classic
def edit_string(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
    """Keep what was written into a segment in the classic view.

    Args:
        request: A PUT with `value`, or a DELETE.
        translation_id: Which translation.
        string_segment_id: Which segment.

    Returns:
        JSON; 400 for a title that is too long, which wagtail-localize would write into the page at once.
    """
    segment = get_object_or_404(StringSegment.objects.select_related("context"), pk=string_segment_id)
    longest = Page._meta.get_field("title").max_length
    if segment.context.path == "title" and len(QueryDict(request.body).get("value", "")) > longest:
        return JsonResponse({"value": [_("At most %(limit)d characters.") % {"limit": longest}]}, status=400)
    return edit_translation.edit_string_translation(request, translation_id, string_segment_id)


edit_override = in_own_language(_classic(edit_translation.edit_override))
machine_translate = in_own_language(_classic(edit_translation.machine_translate))
download = in_own_language(_classic(edit_translation.download_pofile))
