"""The only place that reacts when members, and what belongs to them, are saved, moved, hidden or deleted.

Whoever changes members past these signals, in bulk, calls ``refresh`` with their translation keys, or ``rebuild``;
whoever saves many of them one by one does so inside ``held``.
"""

from functools import partial

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from common.stamp import renew
from membership.cards.shelf import discard
from membership.models import (
    CountryIntroduction,
    MemberIndexPage,
    MemberLanguage,
    MemberLeader,
    MemberName,
    MemberPage,
    MemberRow,
    MemberState,
)
from membership.row_writer import held, rebuild, refresh

__all__ = ["held", "listen", "rebuild", "refresh"]


def on_member(instance, raw=False, **_signal):
    """Take a member that was saved or deleted into account.

    Args:
        instance: the page.
        raw: whether a fixture is being loaded.
        _signal: what else the signal carries; not used.
    """
    if not raw:
        refresh([instance.translation_key])


def before_member_goes(instance, **_signal):
    """Throw the cards of a member away that is deleted: its rows go with the page, before anybody asks for their cards.

    Args:
        instance: the page.
        _signal: what else the signal carries; not used.
    """
    names = set(MemberRow.objects.filter(page_id=instance.pk).values_list("card", flat=True)) - {""}
    if names:
        transaction.on_commit(partial(discard, names), robust=True)


def on_part(instance, raw=False, **_signal):
    """Take a line of a record, or a name, that was saved or deleted into account.

    Args:
        instance: the line or name.
        raw: whether a fixture is being loaded.
        _signal: what else the signal carries; not used.
    """
    if not raw:
        refresh(MemberPage.objects.filter(pk=instance.page_id).values_list("translation_key", flat=True))


def on_tree(instance, **_signal):
    """Take a part of the tree that was moved, renamed, or given other readers into account.

    Args:
        instance: the page at its top.
        _signal: what else the signal carries; not used.
    """
    path = Page.objects.filter(pk=instance.pk).values_list("path", flat=True).first()
    if path:
        below = MemberPage.objects.filter(path__startswith=path).order_by()
        refresh(below.values_list("translation_key", flat=True))


def on_restriction(instance, **_signal):
    """Take into account that a part of the tree has other readers now.

    Args:
        instance: the restriction that was saved or deleted.
        _signal: what else the signal carries; not used.
    """
    on_tree(Page(pk=instance.page_id))


def on_locale(created=True, **_signal):
    """Give a new language its rows.

    Args:
        created: whether the language is new.
        _signal: what else the signal carries; not used.
    """
    if created and MemberRow.objects.exists():
        rebuild()


def after_migrating(**_signal):
    """Write the index for members that were there before it.

    Args:
        _signal: what the signal carries; not used.
    """
    if not MemberRow.objects.exists() and MemberPage.objects.exists():
        rebuild()


def listen():
    """Connect the reactions; called once when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(on_member, sender=MemberPage)
        signal.connect(on_restriction, sender=PageViewRestriction)
        for model in (MemberState, MemberName):
            signal.connect(on_part, sender=model)
        for model in (MemberIndexPage, MemberLanguage, MemberLeader, CountryIntroduction):
            signal.connect(renew, sender=model)
    pre_delete.connect(before_member_goes, sender=MemberPage)
    page_slug_changed.connect(on_tree)
    post_page_move.connect(on_tree)
    post_save.connect(on_locale, sender=Locale)
    post_migrate.connect(after_migrating, sender=apps.get_app_config("membership"))
