"""A language that is only half installed is reported before it goes dark."""

import pytest
from django.conf.locale import LANG_INFO

from common.checks import check_languages


def ids():
    return {error.id for error in check_languages(None)}


def test_unknown_language_is_reported(settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("qaa", "Unknown")]
    assert ids() == {"alliance.E002", "alliance.E003"}


def test_both_lists_are_needed(settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("en", "English")]
    settings.LANGUAGES = [("en", "English"), ("fr", "French")]
    assert ids() == {"alliance.E001"}


def test_missing_catalogue_of_romani_is_reported(settings, tmp_path):
    settings.LOCALE_PATHS = [tmp_path]
    assert "alliance.E003" in ids()


@pytest.mark.parametrize("code", ["en", "fr", "rom"])
def test_languages_are_known(code):
    assert LANG_INFO[code]["code"] == code
