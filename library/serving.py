"""Who may fetch a document: readers, once something that they may see uses it; the team, always."""

import re

from django.contrib.contenttypes.models import ContentType
from django.core import signing
from wagtail.models import Page, ReferenceIndex

from common.restrictions import everyones

__all__ = ["is_handed_out", "with_keys"]

SALT = "library.document"
KEY = "key"
KEY_SECONDS = 24 * 60 * 60
LINK = re.compile(rb'(href="/documents/(\d+)/[^"?#]*)"')


def is_handed_out(document, request):
    """Tell whether a document goes to whoever asks.

    A file that only a draft, a withdrawn story or nothing at all uses is as secret as that, however well its address
    can be guessed. Who was let in to a page with a rule of its own gets the files of that page.

    Args:
        document: the document.
        request: the reader's request.

    Returns:
        True if the team asks, a page that the reader may see or a snippet uses it, or the address carries a key.
    """
    if request.user.has_perm("wagtailadmin.access_admin") or _opens(request.GET.get(KEY, ""), document.pk):
        return True
    users = set(ReferenceIndex.get_references_to(document).values_list("base_content_type", "object_id"))
    kind = ContentType.objects.get_for_model(Page).pk
    pages = {key for base, key in users if base == kind}
    return len(pages) < len(users) or _shown(pages, request)


def with_keys(html):
    """Let whoever reads a page fetch the documents that it links to, for a day.

    Args:
        html: the bytes of a draft that was shown by a signed link.

    Returns:
        The same bytes, with a key behind each document's address.
    """
    return LINK.sub(lambda found: b'%s?%s=%s"' % (found[1], KEY.encode(), _key(int(found[2])).encode()), html)


def _shown(keys, request):
    pages = Page.objects.filter(pk__in=keys, live=True)
    if everyones(pages).exists():
        return True
    return any(all(rule.accept_request(request) for rule in page.get_view_restrictions()) for page in pages)


def _key(document_id):
    return signing.dumps(document_id, salt=SALT)


def _opens(key, document_id):
    try:
        return signing.loads(key, salt=SALT, max_age=KEY_SECONDS) == document_id
    except signing.BadSignature:
        return False
