"""What every situation shares. Defaults are those of a public site; dev and test only loosen them."""

from .cms import *
from .environment import BASE_DIR, DATA_DIR, env
from .languages import *
from .secret import secret_key
from .security import *
from .storage import *

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key(DATA_DIR)
SEED_PASSWORD = env.str("SEED_PASSWORD", default="")

INSTALLED_APPS = [
    "alliance_cms",
    "seed",
    "home",
    "search",
    "applications",
    "news",
    "membership",
    "glossary",
    "glossary.guard",
    "people",
    "navigation",
    "translations",
    "blocks",
    "common",
    "library",
    "accounts",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.sites",
    "accounts.user_pages.UserPagesConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "common.middleware.ReaderHeaders",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "csp.middleware.CSPMiddleware",
    "alliance_cms.middleware.AdminPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "common.middleware.PathLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "common.gates.Refusals",
    "accounts.middleware.SnippetLanguages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "glossary.inline.middleware.TermNotes",
    "applications.rescue.TypedWordsKept",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "alliance_cms" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "common.context_processors.reading",
                "navigation.context_processors.frame",
                "membership.context_processors.counter",
                "translations.context_processors.behind",
            ],
        },
    }
]

ROOT_URLCONF = "alliance_cms.urls"
WSGI_APPLICATION = "alliance_cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
FORMS_URLFIELD_ASSUME_HTTPS = True
APPEND_SLASH = True

WHITENOISE_MAX_AGE = 86_400
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"tokens": {"()": "alliance_cms.logs.HideTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["tokens"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"alliance": {"level": "INFO"}},
}
