"""The site as a WSGI application."""

import os

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alliance_cms.settings.production")


class Utf8Request(WSGIRequest):
    """A request whose words are UTF-8, whatever its head says of them.

    Names of codecs come from strangers, and some of Python's are not for text: trying them would break the request
    before anything of the site could answer.
    """

    def _set_content_type_params(self, meta):
        try:
            self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
        except ValueError:
            self.content_type, self.content_params = "", {}


application = get_wsgi_application()
application.request_class = Utf8Request
