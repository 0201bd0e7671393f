"""What templates write."""

import datetime

from django.template import Context, Template


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
    assert render("{{ 'rom'|language_name }}") == "Romani ćhib"
    assert render("{{ 'fr'|language_name }}") == "Français"
    assert render("{{ 'AT'|country }}") == "Austria"
    assert render("{{ 12500|number }}") == "12,500"


def test_wheel_has_sixteen_spokes_and_no_voice():
    html = render("{% wheel 32 %}")
    assert html.count("L") == 16
    assert 'aria-hidden="true"' in html
