"""Checks that every language of the content is fully installed: a half-installed one goes dark without a word."""

import gettext

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.core.checks import CheckMessage, Error, Tags, register
from django.utils.translation import to_locale
from django.utils.translation.trans_real import all_locale_paths


@register(Tags.translation)
def check_languages(app_configs, **kwargs) -> list[CheckMessage]:
    """Every content language stands in both lists of the settings, has its data, and a compiled catalogue.

    Args:
        app_configs: Not used; the check looks at settings.
        kwargs: Not used.

    Returns:
        One error for each part that is missing.
    """
    content = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    interface = dict(settings.LANGUAGES)
    found: list[CheckMessage] = []
    for code in dict.fromkeys([*content, *interface]):
        found += _check_language(code, code in content and code in interface)
    return found


def _check_language(code: str, in_both: bool) -> list[CheckMessage]:
    return [
        *([] if in_both else [_one_list(code)]),
        *([] if code in LANG_INFO else [_unknown(code)]),
        *([] if _has_catalogue(code) else [_no_catalogue(code)]),
    ]


def _one_list(code: str) -> CheckMessage:
    message = f"Language {code} stands only in one of LANGUAGES and WAGTAIL_CONTENT_LANGUAGES."
    return Error(message, hint="Name it in both.", id="alliance.E001")


def _unknown(code: str) -> CheckMessage:
    hint = "Register its name in LANG_INFO, as common.romani does."
    return Error(f"Django does not know the language {code}.", hint=hint, id="alliance.E002")


def _no_catalogue(code: str) -> CheckMessage:
    hint = f"Compile the catalogues; locale/{code}/LC_MESSAGES/django.mo must exist."
    return Error(
        f"Language {code} has no compiled catalogue, so all its addresses are dead.", hint=hint, id="alliance.E003"
    )


def _has_catalogue(code: str) -> bool:
    places = all_locale_paths()
    return code == settings.LANGUAGE_CODE or any(gettext.find("django", place, [to_locale(code)]) for place in places)
