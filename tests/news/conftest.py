"""A list of news in English and French, with themes, cities and stories."""

from types import SimpleNamespace

from wagtail.models import Collection

from seed.factories.membership import make_member, make_member_index
from seed.factories.news import make_news_index, make_story, make_theme
from seed.factories.pages import translate_page
from tests.worlds import world


@world
def newsroom(site_tree):
    """`.index`, `.french` (the list in French), `.rights` and `.droits` (a theme), `.tirana` (a city)."""
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    index = make_news_index(site_tree.home)
    rights = make_theme("Rights", introduction="Equal before the law.")
    return SimpleNamespace(
        home=site_tree.home,
        french_home=site_tree.homes["fr"],
        index=index,
        french=translate_page(index, "fr", title="Actualités", slug="actualites"),
        rights=rights,
        droits=make_theme("Droits", translation_of=rights, language="fr"),
        tirana=make_member(
            make_member_index(site_tree.home), "Tirana", country="AL", local_name="Tiranë", local_language="sq"
        ),
    )


@world
def story(newsroom):
    """A story with everything a story can have, but a picture."""
    return make_story(
        newsroom.index,
        place="Tirana, Albania",
        themes=[newsroom.rights],
        members=[newsroom.tirana],
        countries=["AL"],
        tags=["identity papers"],
        source_url="https://www.example.org/report",
    )
