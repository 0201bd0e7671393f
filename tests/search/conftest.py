"""Pages of every kind in English and French, found as soon as they stand."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import TestCase

from seed.factories.membership import make_member, make_member_index
from seed.factories.news import make_news_index, make_story, paragraph
from seed.factories.pages import make_page, translate_page
from tests.worlds import world


@contextmanager
def committed():
    """Do what follows a transaction, as if this block were one: the index is then in line."""
    connection.run_on_commit.clear()
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield


@pytest.fixture
def in_step():
    """`with in_step(): …` changes pages and brings the index in line."""
    return committed


@world
def library_of_pages(site_tree):
    """`.story` (Tirana), `.city` (Şişli), `.about`, `.french` (a story in French), `.index`, `.home`."""
    with committed():
        for home in site_tree.homes.values():
            home.save_revision().publish()
        index = make_news_index(site_tree.home)
        french_index = translate_page(index, "fr", title="Actualités", slug="actualites")
        members = make_member_index(site_tree.home)
        return SimpleNamespace(
            home=site_tree.home,
            index=index,
            french_index=french_index,
            members=members,
            story=make_story(
                index,
                "A missing paper in Tirana",
                place="Tirana, Albania",
                body=[paragraph("<p>Ardiana spoke of identity &amp; papers before the committee of experts.</p>")],
            ),
            city=make_member(members, "Şişli", country="TR", local_name="Şişli", local_language="tr"),
            about=make_page(site_tree.home, "About the Alliance", introduction="It began in 2013."),
            french=make_story(french_index, "L’école d’Innsbruck", summary="Une école ouvre ses portes."),
        )
