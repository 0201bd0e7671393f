"""Who keeps the records of the members."""

from functools import wraps

from django.core.exceptions import PermissionDenied

from membership.lists import source_list

__all__ = ["keeps_records", "officers_only"]


def keeps_records(user):
    """Tell whether somebody may import members, take imports back and change states together.

    Args:
        user: the user; needs the right of the job, and to publish below the list of members.
    """
    if not user.has_perm("membership.keep_records"):
        return False
    index = source_list()
    return index is None or index.permissions_for_user(user).can_publish_subpage()


def officers_only(view):
    """Refuse a view to everybody who does not keep the records; a decorator.

    Args:
        view: takes a request.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not keeps_records(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
