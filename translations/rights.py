"""Who may work in which language: read from the rights on the page trees, so that there is one source of truth."""

from copy import copy

from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet
from wagtail.models import DraftStateMixin, GroupPagePermission, Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

WRITE = ("add_page", "change_page")
PUBLISH = ("publish_page",)
ROOT_DEPTH = 1


def locales_of(user, codenames: tuple[str, ...] = WRITE) -> QuerySet[Locale]:
    """The languages in whose page tree a person has a right.

    Args:
        user: An account.
        codenames: Rights on pages, any of which is enough.

    Returns:
        Locales; all of them for administrators and for groups with the right on the whole tree.
    """
    if not user.is_active:
        return Locale.objects.none()
    if user.is_superuser:
        return Locale.objects.all()
    rights = GroupPagePermission.objects.filter(group__user=user, permission__codename__in=codenames)
    if rights.filter(page__depth=ROOT_DEPTH).exists():
        return Locale.objects.all()
    return Locale.objects.filter(pk__in=rights.values("page__locale"))


def may_work_in(user, locale_id: int, codenames: tuple[str, ...] = WRITE) -> bool:
    """Whether a person may work in a language; the rights are those that the admin's menu has at hand already.

    Args:
        user: An account.
        locale_id: The primary key of a locale.
        codenames: Rights on pages, any of which is enough.
    """
    if user.is_superuser:
        return user.is_active
    rights = _page_rights(user, codenames)
    return any(one.page.depth == ROOT_DEPTH or one.page.locale_id == locale_id for one in rights)


def target_of(translation: Translation):
    """The translated page or snippet, fetched once for each record that is at hand.

    Args:
        translation: The translation.

    Returns:
        The page or snippet. A snippet that knows no drafts is made when it is first published; until then a copy of
        its source in the other language stands for it, which has no primary key.

    Raises:
        django.core.exceptions.ObjectDoesNotExist: If there is no such page any more.
    """
    if not hasattr(translation, "target_at_hand"):
        try:
            translation.target_at_hand = translation.get_target_instance()
        except ObjectDoesNotExist:
            source = translation.source.get_source_instance()
            if isinstance(source, DraftStateMixin):
                raise
            translation.target_at_hand = copy(source)
            translation.target_at_hand.pk = None
            translation.target_at_hand.locale = translation.target_locale
    return translation.target_at_hand


def source_of(translation: Translation):
    """The page or snippet that is translated, fetched once for each record that is at hand.

    Args:
        translation: The translation.

    Raises:
        django.core.exceptions.ObjectDoesNotExist: If it is gone.
    """
    if not hasattr(translation, "source_at_hand"):
        translation.source_at_hand = translation.source.get_source_instance()
    return translation.source_at_hand


def has_place(translation: Translation) -> bool:
    """Whether there is a page, or a snippet or its source, to which the words of a translation belong.

    Args:
        translation: The translation.
    """
    try:
        return translation.source.specific_content_type.model_class() is not None and bool(target_of(translation))
    except ObjectDoesNotExist:
        return False


def may_publish(user, instance) -> bool:
    """Whether a person may make a translation public.

    Args:
        user: An account.
        instance: The translated page or snippet.
    """
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_publish()
    return may_change_in(user, instance, instance.locale_id, PUBLISH)


def may_translate(user, translation: Translation) -> bool:
    """Whether a person may change the words of a translation.

    Args:
        user: An account.
        translation: Its target decides: a page by its own rights, a snippet by the rights on the language's tree.
            Nobody changes the words of a page that is gone.
    """
    if not has_place(translation):
        return False
    instance = target_of(translation)
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    return may_change_in(user, instance, instance.locale_id)


def may_read_source(user, instance) -> bool:
    """Whether a person may open the source of a translation.

    Args:
        user: An account.
        instance: The source: a page by its own rights, a snippet by the rights on its model.
    """
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    return policy_registry.get(instance).user_has_any_permission_for_instance(user, ["view", "change"], instance)


def may_start(user, instance, locale: Locale, parent: Page | None = None) -> bool:
    """Whether a person may start a translation: he may open the source and add a page where its translation will be.

    Args:
        user: An account.
        instance: The source.
        locale: The language of the translation.
        parent: The page below which it will stand; None for snippets and front pages.
    """
    if not user.has_perm("wagtail_localize.submit_translation") or not may_read_source(user, instance):
        return False
    if not isinstance(instance, Page):
        return may_change_in(user, instance, locale.pk)
    return (parent or instance.get_parent()).permissions_for_user(user).can_add_subpage()


def may_change_in(user, instance, locale_id: int, codenames: tuple[str, ...] = WRITE) -> bool:
    """Whether a person may change snippets of a kind in a language.

    Args:
        user: An account.
        instance: A snippet of this kind, in whatever language.
        locale_id: The primary key of a locale.
        codenames: Rights on pages of the language, any of which is enough.
    """
    return may_work_in(user, locale_id, codenames) and policy_registry.get(instance).user_has_permission(user, "change")


def may_delete(user, translation: Translation, page: Page) -> bool:
    """Whether a person may delete a translated page: translating it does not include that.

    Args:
        user: An account.
        translation: Its record.
        page: The translated page; who may publish it, or asks for translations of its source, may delete it.
    """
    if may_publish(user, page):
        return True
    asks = user.has_perm("wagtail_localize.submit_translation")
    return asks and may_read_source(user, translation.source.get_source_instance())


def may_review(user, translation: Translation) -> bool:
    """Whether a person may say of somebody else's words that they are right.

    Args:
        user: An account.
        translation: The translation; who may publish in its place may review.
    """
    return may_publish(user, target_of(translation))


def works_anywhere(user) -> bool:
    """Whether a person changes pages in any language.

    Args:
        user: An account.
    """
    return (user.is_superuser and user.is_active) or bool(_page_rights(user))


def works_in_another(user) -> bool:
    """Whether a person changes pages in any language but that in which the site is written.

    Args:
        user: An account.
    """
    if user.is_superuser:
        return user.is_active
    pages = [one.page for one in _page_rights(user)]
    # Whoever works in two languages, or from the root, works in another one; only the rest costs a query.
    if len({page.locale_id for page in pages}) > 1 or any(page.depth == ROOT_DEPTH for page in pages):
        return True
    return bool(pages) and pages[0].locale_id != Locale.get_default().pk


def own_paths(user) -> tuple[str, ...]:
    """The paths of the pages below which a person writes; the root's for administrators.

    Args:
        user: An account.
    """
    return ("",) if user.is_superuser else tuple(one.page.path for one in _page_rights(user))


def _page_rights(user, codenames: tuple[str, ...] = WRITE) -> list[GroupPagePermission]:
    rights = PagePermissionPolicy().get_cached_permissions_for_user(user)
    return [one for one in rights if one.permission.codename in codenames]


def colleagues(locales=None) -> QuerySet:
    """Those who may be asked to translate: who may change pages in the tree of a language.

    Args:
        locales: The languages; None for all.

    Returns:
        Active users, by name. Administrators are left out, unless a group of theirs has the right.
    """
    rights = GroupPagePermission.objects.filter(permission__codename="change_page")
    if locales is not None:
        rights = rights.filter(Q(page__locale__in=locales) | Q(page__depth=ROOT_DEPTH))
    users = get_user_model().objects.filter(is_active=True, groups__in=rights.values("group"))
    return users.distinct().order_by("last_name", "first_name", "username")
