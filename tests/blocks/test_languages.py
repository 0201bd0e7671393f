"""Languages are named in the reader's language, and Romani has its varieties."""

import pytest
from django.utils.translation import override

from blocks.languages import language_choices, language_in


@pytest.mark.parametrize(
    ("code", "reader", "name"), [("fr", "en", "French"), ("fr", "fr", "français"), ("en", "de", "Englisch")]
)
def test_a_language_is_named_in_the_readers_language(code, reader, name):
    assert language_in(code, reader) == name


def test_a_language_without_a_name_in_the_readers_language_is_still_named():
    with override("rom"):
        assert language_in("hu", "rom")
    assert language_in("xx", "en") == "xx"


def test_editors_choose_among_the_languages_of_the_site_and_the_varieties_of_romani():
    codes = [code for code, _name in language_choices()]
    assert codes[:2] == ["en", "fr"]
    assert {"rmn", "rmy", "rmc", "rmo", "ar"} <= set(codes)
    assert len(codes) == len(set(codes))
