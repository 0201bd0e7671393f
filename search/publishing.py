"""The only place that reacts when pages, and what they name, are published, moved, hidden, translated or deleted.

What changed is noted, and the index is brought in line when the change is final: in one go, and never for a change that
was taken back. Whoever writes pages past these signals sends ``common.written.pages_written``.
"""

import logging

from django.db import DatabaseError, transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from common.stamp import renew
from common.written import pages_written
from membership.models import MemberPage
from news.models import Theme
from people.models import PersonPage, Quotation
from people.publishing import pages_with
from search.facet_names import name_again
from search.indexing import forget_words, refresh, refresh_marked
from search.models import FacetKind, Promotion, SearchDoc

__all__ = ["listen"]

log = logging.getLogger("alliance.search")
# A save of these fields alone is a draft: nothing that readers see has changed.
DRAFT = {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes", "locked"}


class Pending:
    """What changed in the transaction that is under way."""

    def __init__(self):
        """Begin with nothing."""
        self.pages, self.trees, self.names = set(), set(), set()
        self.settled = False

    def settle(self):
        """Bring the index in line; a database that refuses it must not undo what an editor has published."""
        self.settled = True
        try:
            paths = Page.objects.filter(pk__in=self.trees).values_list("path", flat=True)
            below = [
                pk for path in paths for pk in Page.objects.filter(path__startswith=path).values_list("pk", flat=True)
            ]
            refresh({*self.pages, *below})
            renamed = [facet for kind, key in sorted(self.names) for facet in name_again(kind, [key])]
            if renamed:
                refresh_marked(renamed)
        except DatabaseError:
            log.exception("The search index could not be brought in line; rebuild_search will.")


def pending():
    """Return what is noted for the transaction under way, which is settled when it is final."""
    connection = transaction.get_connection()
    for _ids, function, _robust in connection.run_on_commit:
        noted = getattr(function, "__self__", None)
        if isinstance(noted, Pending) and not noted.settled:
            return noted
    return Pending()


def _note(pages=(), trees=(), names=()):
    noted = pending()
    is_new = not (noted.pages or noted.trees or noted.names)
    noted.pages.update(pages)
    noted.trees.update(trees)
    noted.names.update(names)
    if is_new:
        transaction.on_commit(noted.settle, robust=True)


def on_page(instance, **_signal):
    """Note a page that was published, unpublished or translated.

    Args:
        instance: the page.
        _signal: what else the signal carries; not used.
    """
    _note(pages=[instance.pk])


def on_saved(instance, update_fields=None, **_signal):
    """Note a page that was saved, by whatever way.

    Args:
        instance: what was saved, of any model.
        update_fields: the fields that were written, or None for all.
        _signal: what else the signal carries; not used.
    """
    if isinstance(instance, Page) and not (update_fields and set(update_fields) <= DRAFT):
        _note(pages=[instance.pk])


def on_tree(instance, **_signal):
    """Note a part of the tree that has another address.

    Args:
        instance: the page at its top.
        _signal: what else the signal carries; not used.
    """
    _note(trees=[instance.pk])


def on_restriction(instance, **_signal):
    """Note that a part of the tree has other readers now.

    Args:
        instance: the restriction that was saved or deleted.
        _signal: what else the signal carries; not used.
    """
    _note(trees=[instance.page_id])


def on_written(page_ids, **_signal):
    """Note pages that were written in bulk.

    Args:
        page_ids: their primary keys.
        _signal: what else the signal carries; not used.
    """
    _note(pages=page_ids)


def on_named(instance, **_signal):
    """Note that a city, a person, a theme or a tag is called otherwise or is gone.

    Args:
        instance: one of these.
        _signal: what else the signal carries; not used.
    """
    kinds = {MemberPage: FacetKind.CITY, PersonPage: FacetKind.PERSON, Theme: FacetKind.THEME}
    if isinstance(instance, Tag):
        _note(names=[(FacetKind.TAG, str(instance.pk))])
    else:
        _note(names=[(kinds[type(instance)], instance.translation_key.hex)])


def on_quotation(instance, **_signal):
    """Note the pages that show a quotation from the library.

    Args:
        instance: the quotation that was saved.
        _signal: what else the signal carries; not used.
    """
    _note(pages=pages_with(instance).values_list("pk", flat=True))


def before_document_goes(instance, **_signal):
    """Take the words of a document out of the vocabulary, whoever deletes its page.

    Args:
        instance: the document.
        _signal: what else the signal carries; not used.
    """
    forget_words(instance)


def listen():
    """Connect the reactions; called once when the app is ready."""
    post_save.connect(on_saved)
    for signal in (page_published, page_unpublished):
        signal.connect(on_page)
    for signal in (page_slug_changed, post_page_move):
        signal.connect(on_tree)
    watched = {PageViewRestriction: on_restriction, Theme: on_named, Tag: on_named, Promotion: renew}
    for model, reaction in watched.items():
        post_save.connect(reaction, sender=model)
        post_delete.connect(reaction, sender=model)
    for model in (MemberPage, PersonPage):
        pre_delete.connect(on_named, sender=model)
    post_save.connect(on_quotation, sender=Quotation)
    pages_written.connect(on_written)
    pre_delete.connect(before_document_goes, sender=SearchDoc)
