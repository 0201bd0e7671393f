"""Pages of every kind in English and French."""

from types import SimpleNamespace

import pytest

from seed.factories.membership import make_member, make_member_index
from seed.factories.news import make_news_index, make_story, paragraph
from seed.factories.pages import make_page, translate_page


@pytest.fixture
def library_of_pages(site_tree):
    """`.story` (Tirana), `.city` (Şişli), `.about`, `.french` (a story in French), `.index`, `.home`."""
    index = make_news_index(site_tree.home)
    french_index = translate_page(index, "fr", title="Actualités", slug="actualites")
    members = make_member_index(site_tree.home)
    return SimpleNamespace(
        home=site_tree.home,
        index=index,
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
