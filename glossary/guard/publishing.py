"""The only place that reacts when words are published or go: stored findings follow."""

from django.db.models.signals import post_delete, post_save
from wagtail.images import get_image_model
from wagtail.models import Page, TranslatableMixin
from wagtail.signals import page_published, page_unpublished
from wagtail.snippets.models import get_snippet_models

from glossary.guard.writing import forget, write_findings

__all__ = ["checked_models", "listen"]


def checked_models() -> list[type]:
    """The models besides pages whose words readers see: translatable snippets, and pictures."""
    snippets = [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]
    return [*snippets, get_image_model()]


def on_published(instance: Page, **_signal) -> None:
    """Check a page as it is published now.

    Args:
        instance: the page.
        _signal: what the signal sends besides; not used.
    """
    write_findings(instance)


def on_hidden(instance, **_signal) -> None:
    """Forget what was found in a page or row that readers no longer see.

    Args:
        instance: the page, snippet or picture.
        _signal: what the signal sends besides; not used.
    """
    if isinstance(instance, Page) or type(instance) in checked_models():
        forget(instance)


def on_saved(instance, raw=False, **_signal) -> None:
    """Check a snippet or a picture that was saved; a draft is not what readers see.

    Args:
        instance: any object.
        raw: whether it comes from a fixture.
        _signal: what the signal sends besides; not used.
    """
    if raw or type(instance) not in checked_models():
        return
    if getattr(instance, "live", True):
        write_findings(instance)
    else:
        forget(instance)


def listen() -> None:
    """Connect the reactions; called once when the app is ready."""
    page_published.connect(on_published, dispatch_uid="guard.published")
    page_unpublished.connect(on_hidden, dispatch_uid="guard.unpublished")
    post_delete.connect(on_hidden, dispatch_uid="guard.deleted")
    post_save.connect(on_saved, dispatch_uid="guard.saved")
