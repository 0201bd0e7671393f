"""Dates, numbers and countries read as in the reader's own papers."""

import datetime

import pytest
from django.conf import settings
from django.utils import formats
from django.utils.translation import override

from common.countries import EUROPE, country_choices, country_name
from common.dates import machine, number, show

DAY = datetime.date(2013, 4, 26)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "26 April 2013"),
        ("fr", "26 avril 2013"),
        ("de", "26. April 2013"),
        ("rom", "26. aprili 2013"),
        ("el", "26 Απριλίου 2013"),
    ],
)
def test_day(language, words):
    assert show(DAY, "day", language) == words


def test_romani_has_formats_of_its_own():
    with override("rom"):
        assert formats.date_format(DAY, "SHORT_DATE_FORMAT") == "26.04.2013"
        assert formats.number_format(1234.5, use_l10n=True, force_grouping=True) == "1\u00a0234,5"


def test_precision():
    assert show(DAY, "month", "fr") == "avril 2013"
    assert show(DAY, "year", "fr") == "2013"
    assert show(DAY, "month", "rom") == "aprili 2013"
    assert machine(DAY, "month") == "2013-04"
    assert machine(DAY) == "2013-04-26"


def test_the_active_language_counts():
    with override("fr"):
        assert show(DAY) == "26 avril 2013"


def test_no_date_is_no_words():
    assert show(None) == machine(None) == ""


@pytest.mark.parametrize("code", [code for code, _name in settings.LANGUAGES])
def test_every_language_has_dates_numbers_and_countries(code):
    assert "2013" in show(DAY, "month", code)
    assert number(1234567, code) != "1234567"
    assert len({country_name(country, code) for country in EUROPE}) == len(EUROPE)


def test_countries():
    assert country_name("at", "fr") == "Autriche"
    assert country_name("XK", "en") == "Kosovo"
    assert country_name("AT", "rom") == "Austria"
    assert country_name("JP", "rom") == "Japan"
    assert country_name("??", "en") == "??"


def test_country_choices_are_in_order():
    names = [name for _code, name in country_choices("fr")]
    assert names.index("Allemagne") < names.index("Bulgarie") < names.index("Espagne")
    assert names.index("Espagne") < names.index("Estonie") < names.index("Finlande")
