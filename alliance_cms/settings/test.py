"""For the tests: the same site, with cheap passwords and letters kept in memory."""

import tempfile
from urllib.parse import urlsplit

from .base import *

BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
ALLOWED_HOSTS = ["*"]
SECURE_SSL_REDIRECT = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = tempfile.mkdtemp(prefix="alliance-media-")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tempfile.mkdtemp(prefix="alliance-private-")},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "tests.sqlite3")}
else:
    # A database that lives as long as a test run need not wait for the disk.
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"
if REDIS_URL:
    # Every worker of the test run has a database of its own, since clearing one empties all of it.
    worker = int(env.str("PYTEST_XDIST_WORKER", default="gw0").removeprefix("gw"))
    number = int(urlsplit(REDIS_URL).path.strip("/") or 0) + worker
    CACHES["default"]["LOCATION"] = urlsplit(REDIS_URL)._replace(path=f"/{number}").geturl()
