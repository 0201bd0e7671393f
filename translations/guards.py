"""What stops a person before a view of the admin opens: wrong language, or a translation that is not ready."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Locale, Page, TranslatableMixin

from common.keeping import keeper
from translations.absorbing import absorb
from translations.gate import held_snippet, held_words, problems, translation_of
from translations.rights import may_delete, may_publish, may_work_in


def refuse_other_languages(request: HttpRequest, instance) -> None:
    """Keep people out of snippets in languages in which they do not work; a hook before editing and deleting.

    Args:
        request: The request of the person.
        instance: One snippet, or several.

    Raises:
        PermissionDenied: If one of them is in another language.
    """
    for one in instance if isinstance(instance, list | tuple) else [instance]:
        if isinstance(one, TranslatableMixin) and not may_work_in(request.user, one.locale_id):
            raise PermissionDenied


def refuse_new_in_other_languages(request: HttpRequest, model) -> None:
    """Keep people from making snippets in languages in which they do not work; a hook before creating.

    Args:
        request: Its parameter `locale` names the language; without it the site's own is meant.
        model: The type of the snippet.

    Raises:
        PermissionDenied: If the person does not work in the language.
    """
    if not issubclass(model, TranslatableMixin):
        return
    code = request.GET.get("locale")
    locale = Locale.objects.filter(language_code=code).first() if code else Locale.get_default()
    if locale is not None and not may_work_in(request.user, locale.pk):
        raise PermissionDenied


def refuse_unfinished(request: HttpRequest, instance) -> HttpResponse | None:
    """Do not publish a translation that has gaps; a hook before the translation editor.

    Args:
        request: A POST with `action=publish` is about to publish.
        instance: The page or snippet that is open.

    Returns:
        A redirect to the editor with the reasons, or None to go on.

    Raises:
        PermissionDenied: If it is the translation of a snippet, and the person may not publish in its language.
    """
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    if not isinstance(instance, TranslatableMixin):
        return None
    if not isinstance(instance, Page) and translation_of(instance) and not may_publish(request.user, instance):
        raise PermissionDenied
    return _refuse(request, [instance], request.get_full_path())


def refuse_unfinished_together(request: HttpRequest, action_type: str, objects, _view) -> HttpResponse | None:
    """Do not publish translations with gaps by the bulk action either, and keep to one's languages; a hook.

    Args:
        request: The request of the person.
        action_type: Such as "publish" or "delete".
        objects: Pages or snippets.
        _view: The bulk action; not used.

    Returns:
        A redirect with the reasons, or None to go on.
    """
    if action_type == "publish":
        return _refuse(request, objects, request.get_full_path())
    if action_type == "delete":
        refuse_other_languages(request, [one for one in objects if not isinstance(one, Page)])
        for page in objects:
            if isinstance(page, Page):
                refuse_to_delete(request, page)
    return None


@keeper
def keeps_translations(user, page: Page) -> bool:
    """Whether a page is a translation that a person may not delete.

    Args:
        user: An account.
        page: The page.
    """
    if may_publish(user, page):
        return False
    translation = translation_of(page)
    return translation is not None and not may_delete(user, translation, page)


def refuse_to_delete(request: HttpRequest, page: Page) -> None:
    """Keep translators from deleting what they translate; a hook before deleting.

    Args:
        request: The request of the person.
        page: The page.

    Raises:
        PermissionDenied: If it is a translation, and the person neither publishes nor asks for such.
    """
    if keeps_translations(request.user, page):
        raise PermissionDenied


def lead_to_workbench(request: HttpRequest, instance) -> HttpResponse | None:
    """Open the workbench instead of the classic view of a translation; a hook before editing.

    Args:
        request: `classic=1` asks for the classic view.
        instance: The page or snippet that is opened.

    Returns:
        A redirect, or None to go on.
    """
    if request.method != "GET" or "classic" in request.GET or not isinstance(instance, TranslatableMixin):
        return None
    translation = translation_of(instance)
    return redirect("translations_workbench", translation.pk) if translation else None


def absorb_before_restart(request: HttpRequest, instance) -> None:
    """Keep what was written by hand while a translation was stopped; a hook before editing.

    Args:
        request: A POST with `localize-restart-translation` starts a stopped translation again.
        instance: The translated page or snippet.
    """
    if request.method == "POST" and "localize-restart-translation" in request.POST:
        absorb(instance, request.user)


def _refuse(request: HttpRequest, objects, back: str) -> HttpResponse | None:
    refused = False
    for instance in objects:
        translation = translation_of(instance) if isinstance(instance, TranslatableMixin) else None
        for reason in _reasons(request, instance, translation) if translation else []:
            messages.error(request, f"{instance}: {reason}")
            refused = True
    return redirect(back) if refused else None


def _reasons(request, instance, translation):
    found = problems(translation)
    if found:
        return found
    return held_words(translation, request.user) if isinstance(instance, Page) else held_snippet(translation)
