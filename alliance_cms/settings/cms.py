"""Wagtail and its add-ons."""

from zoneinfo import available_timezones

from .environment import BASE_URL, env

WAGTAIL_SITE_NAME = "European Alliance of Cities and Regions for Roma Inclusion"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_PASSWORD_RESET_ENABLED = True
WAGTAILREDIRECTS_AUTO_CREATE = True
# Some machines list "localtime" among the time zones; it is no place, and browsers refuse it.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})
WAGTAILADMIN_RECENT_EDITS_LIMIT = 8

WAGTAILIMAGES_IMAGE_MODEL = "library.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "library.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 20_000_000
WAGTAILIMAGES_AVIF_QUALITY = 58
WAGTAILIMAGES_WEBP_QUALITY = 76
WAGTAILIMAGES_JPEG_QUALITY = 78
WAGTAILDOCS_DOCUMENT_MODEL = "library.Document"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "library.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# Documents are handed out by the site, which checks who may read them, never by their place in storage.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = []

# PostgreSQL must not treat the words of fifteen languages as English ones: "about" would find nothing.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.editors_search", "SEARCH_CONFIG": "simple"}}
TAGGIT_CASE_INSENSITIVE = True

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

WAGTAILADMIN_LOGIN_URL = "/admin/login/"
LOGIN_URL = "/admin/login/"

DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", default="no-reply@localhost")
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
