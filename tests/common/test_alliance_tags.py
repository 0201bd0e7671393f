"""What templates write."""

import datetime
from importlib import import_module
from pathlib import Path

import pytest
from django.template import Context, Engine, Template


def render(source, **context):
    return Template("{% load alliance %}" + source).render(Context(context))


def test_day_is_a_time_element():
    html = render('{% day date "month" "fr" %}', date=datetime.date(2013, 4, 26))
    assert html == '<time datetime="2013-04">avril 2013</time>'


def test_json_ld_cannot_be_broken_out_of():
    html = render("{% json_ld items %}", items=[{"name": "</script><script>alert(1)</script>&\u2028"}])
    assert html.count("</script>") == 1
    assert html.count("<script") == 1
    assert "&" not in html
    assert "\u2028" not in html


def test_language_attributes():
    assert render("{% lang_attrs 'fr' %}") == 'lang="fr" dir="ltr"'
    assert render("{% lang_attrs value %}", value={"language": "ar"}) == 'lang="ar" dir="rtl"'
    assert render("{% lang_attrs value %}", value={}) == ""


def test_names():
    assert render("{{ 'rom'|own_name }}") == "Romani ćhib"
    assert render("{{ 'fr'|own_name }}") == "Français"
    assert render("{{ 'AT'|country }}") == "Austria"
    assert render("{{ 12500|number }}") == "12,500"


def test_wheel_has_sixteen_spokes_and_no_voice():
    html = render("{% wheel 32 %}")
    assert html.count("L") == 16
    assert 'aria-hidden="true"' in html


ROOT = Path(__file__).resolve().parents[2]
OURS = sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in ROOT.glob("*/templatetags/[a-z]*.py"))
DJANGO = [
    "django.templatetags.i18n",
    "django.templatetags.l10n",
    "django.templatetags.static",
    "django.templatetags.tz",
]


@pytest.mark.parametrize("name", OURS)
def test_no_word_of_ours_means_something_else_after_another_load(name):
    own, theirs = import_module(name).register, Engine.get_default().template_builtins
    for library in [*theirs, *(import_module(each).register for each in DJANGO)]:
        assert not own.filters.keys() & library.filters.keys()
        assert not own.tags.keys() & library.tags.keys()
