"""How much one sender may send: bodies, posts a minute, applications and documents an hour."""

from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from applications.records import Application, Attachment

MOST_BODY = 7 * 1024 * 1024
POSTS_A_MINUTE = 60
MINUTE = 60
DOCUMENTS_AN_HOUR = 20
HOUR = timedelta(hours=1)


def is_too_large(request) -> bool:
    """Tell from its head alone whether a request is larger than any form can be.

    Args:
        request: a reader's request.
    """
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdigit() or int(length) > MOST_BODY


def is_flooding(address: str) -> bool:
    """Count one more post of a sender, and tell whether they send faster than people do.

    Args:
        address: who sends, as a keyed hash.
    """
    return count(f"applications.posts.{address}", MINUTE) > POSTS_A_MINUTE


def count(key: str, seconds: int) -> int:
    """Count one more of something, and return how many there were since the first.

    Args:
        key: what is counted.
        seconds: after which it begins anew.

    Returns:
        The number, or 0 where the cache has lost it meanwhile: nobody is refused for that.
    """
    try:
        cache.add(key, 0, seconds)
        return cache.incr(key)
    except ValueError:
        return 0


def may_send(address: str) -> bool:
    """Tell whether a sender may send one more application; call it inside the transaction that keeps it.

    Args:
        address: who sends, as a keyed hash.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(address[:15], 16)])
    since = timezone.now() - HOUR
    sent = Application.objects.filter(address_hash=address, received__gt=since).count()
    return sent < settings.FORM_SENDINGS_PER_HOUR


def may_upload(address: str) -> bool:
    """Tell whether a sender may send one more document.

    Args:
        address: who sends, as a keyed hash.
    """
    since = timezone.now() - HOUR
    return Attachment.objects.filter(address_hash=address, at__gt=since).count() < DOCUMENTS_AN_HOUR
