"""The counter that stands in the frame of every page."""

from django.utils.functional import SimpleLazyObject

from membership.queries import counts


def counter(request):
    """Add `counter`, with `participants` and `countries`; counted only where a template shows it.

    Args:
        request: the request being answered; not used.
    """
    return {"counter": SimpleLazyObject(counts)}
