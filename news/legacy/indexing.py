"""Keeps the search index for a while from taking in pages one by one: each time it would weigh all titles anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.search.backends import get_search_backends

__all__ = ["index_together", "not_indexed_one_by_one"]


@contextmanager
def not_indexed_one_by_one(model) -> Iterator[None]:
    """Inside the block saving an object of a model leaves the search index alone; for commands, not for the site.

    Args:
        model: The model.
    """
    was_connected = post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        yield
    finally:
        if was_connected:
            post_save.connect(post_save_signal_handler, sender=model)


def index_together(model, objects: list) -> None:
    """Write many objects into the search index in one go.

    Args:
        model: Their model.
        objects: Saved objects.
    """
    for backend in get_search_backends(with_auto_update=True) if objects else ():
        backend.add_bulk(model, objects)
