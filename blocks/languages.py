"""The languages a quotation may be in, and their names in the reader's language."""

from django.conf import settings
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from common.collation import sort_key
from common.dates import babel_locale

__all__ = ["FURTHER_LANGUAGES", "language_choices", "language_in"]

# Varieties of Romani by ISO 639-3, then further languages of Europe by BCP 47.
FURTHER_LANGUAGES = [
    ("rmn", _("Romani (Balkan)")),
    ("rmy", _("Romani (Vlax)")),
    ("rmc", _("Romani (Carpathian)")),
    ("rml", _("Romani (Baltic)")),
    ("rmf", _("Romani (Finnish Kalo)")),
    ("rmo", _("Romani (Sinte)")),
    ("rmw", _("Romani (Welsh)")),
    ("rmq", _("Caló")),
    ("yec", _("Yenish")),
    ("ar", _("Arabic")),
    ("az", _("Azerbaijani")),
    ("be", _("Belarusian")),
    ("bs", _("Bosnian")),
    ("ca", _("Catalan")),
    ("cnr", _("Montenegrin")),
    ("cs", _("Czech")),
    ("da", _("Danish")),
    ("et", _("Estonian")),
    ("fi", _("Finnish")),
    ("ga", _("Irish")),
    ("hr", _("Croatian")),
    ("hy", _("Armenian")),
    ("is", _("Icelandic")),
    ("ka", _("Georgian")),
    ("lt", _("Lithuanian")),
    ("lv", _("Latvian")),
    ("mk", _("Macedonian")),
    ("mt", _("Maltese")),
    ("nb", _("Norwegian")),
    ("nl", _("Dutch")),
    ("pl", _("Polish")),
    ("pt", _("Portuguese")),
    ("ru", _("Russian")),
    ("sl", _("Slovenian")),
    ("sv", _("Swedish")),
]
NAMES = dict(FURTHER_LANGUAGES)


def language_choices() -> list[tuple[str, str]]:
    """The site's languages first, then every other language in alphabetical order.

    Returns:
        Pairs of (code, name in the active language).
    """
    further = [(code, str(name)) for code, name in FURTHER_LANGUAGES]
    return [
        *((code, str(name)) for code, name in settings.LANGUAGES),
        *sorted(further, key=lambda pair: sort_key(pair[1], get_language())),
    ]


def language_in(code: str, language: str | None = None) -> str:
    """The name of a language as it stands in the middle of a sentence.

    Args:
        code: The language that is named.
        language: The language of the sentence; None means the active language.

    Returns:
        For example "French" in English or "français" in French; the code if nobody has a name for it.
    """
    reader = language or get_language() or settings.LANGUAGE_CODE
    locale = babel_locale(reader)
    if locale.language == reader.split("-")[0] and code in locale.languages:
        return locale.languages[code]
    return gettext(_english_name(code))


def _english_name(code: str) -> str:
    for known, name in [*settings.LANGUAGES, *FURTHER_LANGUAGES]:
        if known == code:
            return str(name)
    return code
