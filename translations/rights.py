"""Who may work in which language: read from the rights on the page trees, so that there is one source of truth."""

from django.db.models import QuerySet
from wagtail.models import GroupPagePermission, Locale, Page
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
    """Whether a person may work in a language.

    Args:
        user: An account.
        locale_id: The primary key of a locale.
        codenames: Rights on pages, any of which is enough.
    """
    return locales_of(user, codenames).filter(pk=locale_id).exists()


def may_publish(user, instance) -> bool:
    """Whether a person may make a translation public.

    Args:
        user: An account.
        instance: The translated page or snippet.
    """
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_publish()
    return may_work_in(user, instance.locale_id, PUBLISH)


def may_translate(user, translation: Translation) -> bool:
    """Whether a person may change the words of a translation.

    Args:
        user: An account.
        translation: Its target decides: a page by its own rights, a snippet by the rights on the language's tree.
    """
    instance = translation.get_target_instance()
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    return may_work_in(user, instance.locale_id)


def may_review(user, translation: Translation) -> bool:
    """Whether a person may say of somebody else's words that they are right.

    Args:
        user: An account.
        translation: The translation; who may publish in its place may review.
    """
    return may_publish(user, translation.get_target_instance())
