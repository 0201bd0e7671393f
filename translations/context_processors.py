"""What every template of the public site finds without asking."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from translations.readers import notice_for


def behind(request: HttpRequest) -> dict:
    """The notice that a translation is behind its source, or not whole.

    Args:
        request: Any request.

    Returns:
        `behind`, a dictionary with `text`, `url`, `label` and `lang`, or an empty one.
    """
    return {"behind": SimpleLazyObject(lambda: notice_for(getattr(request, "page", None)))}
