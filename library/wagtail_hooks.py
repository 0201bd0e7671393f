"""What the library asks of Wagtail."""

from django.http import Http404
from wagtail import hooks

from library.serving import is_handed_out


@hooks.register("before_serve_document")
def keep_back(document, request):
    """Answer as if the document were not there where nothing public uses it.

    Args:
        document: the document that was asked for.
        request: the reader's request.

    Raises:
        Http404: if the reader may not have it.
    """
    if not is_handed_out(document, request):
        raise Http404
