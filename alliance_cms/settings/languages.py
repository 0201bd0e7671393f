"""Languages of the site. A language is open to readers when the admin has a locale for it."""

from django.utils.translation import gettext_lazy as _

from common import romani

from .environment import BASE_DIR, env

romani.register()

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("fr", _("French")),
    ("rom", _("Romani")),
    ("de", _("German")),
    ("ro", _("Romanian")),
    ("hu", _("Hungarian")),
    ("sk", _("Slovak")),
    ("es", _("Spanish")),
    ("it", _("Italian")),
    ("el", _("Greek")),
    ("bg", _("Bulgarian")),
    ("uk", _("Ukrainian")),
    ("sr", _("Serbian")),
    ("sq", _("Albanian")),
    ("tr", _("Turkish")),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("fr", "Français")]

USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Paris"
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["common.formats"]

# A translation is published by a person, never by the act of starting it.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True

# Who proposes translations: "deepl" or "libretranslate", with its address and key. None unless somebody sets it.
TRANSLATION_ENGINE = env.str("TRANSLATION_ENGINE", default="")
TRANSLATION_ENGINE_URL = env.str("TRANSLATION_ENGINE_URL", default="")
TRANSLATION_ENGINE_KEY = env.str("TRANSLATION_ENGINE_KEY", default="")
# The glossary stands on the same floor as the translators' room, so neither may import the other.
TRANSLATION_TERMS = "glossary.queries.approved_terms"
TRANSLATION_GUARD = ("glossary.guard.engine.hits", "glossary.guard.records.lexicon_of")
