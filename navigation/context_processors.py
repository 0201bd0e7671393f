"""What every template finds without asking: the frame, made only when it is used."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from navigation.queries import frame_for


def frame(request: HttpRequest) -> dict:
    """What stands around the page.

    Args:
        request: Any request.

    Returns:
        `frame`, a `navigation.queries.Surround`.
    """
    return {"frame": SimpleLazyObject(lambda: frame_for(request))}
