"""Titles of every script become readable addresses in plain letters."""

import pytest

from common.slugs import LENGTH, free_slug, slug_for


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Голоси ромських жінок", "uk", "holosy-romskykh-zhinok"),
        ("Згода у Їжаківці", "uk", "zghoda-u-yizhakivtsi"),
        ("Щастието на ромите в България", "bg", "shtastieto-na-romite-v-balgaria"),
        ("Ђорђе, љубав и џеп", "sr", "djordje-ljubav-i-dzep"),
        ("Хомо", "sr", "homo"),
        ("Хорошо, щука", "ru", "khorosho-shchuka"),
        ("Ευρώπη: Μπάρμπα Αύγουστος", "el", "evropi-barmpa-avgoustos"),
        ("Łódź, straße, ığdır, København", "en", "lodz-strasse-igdir-kobenhavn"),
        ("Über Größe", "de", "ueber-groesse"),
        ("Égalité d’accès à l'école", "fr", "egalite-d-acces-a-l-ecole"),
        ("The city’s Roma", "en", "the-citys-roma"),
        ("Iași și Târgu Mureș", "ro", "iasi-si-targu-mures"),
        ("İzmir", "tr", "izmir"),
        ("Čačipe e Řomenqe", "rom", "cacipe-e-romenqe"),
    ],
)
def test_titles_become_plain_addresses(text, language, slug):
    assert slug_for(text, language) == slug


def test_long_titles_are_cut_at_a_word():
    slug = slug_for("European Alliance of Cities and Regions for Roma Inclusion meets in Innsbruck this spring again")
    assert len(slug) <= LENGTH
    assert slug.endswith("-in-innsbruck")


def test_taken_addresses_get_a_number():
    taken = {"roma", "roma-2"}
    assert free_slug("roma", taken.__contains__) == "roma-3"
    assert free_slug("sinti", taken.__contains__) == "sinti"
