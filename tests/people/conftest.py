"""A site with people in two languages and stories that quote them."""

from types import SimpleNamespace

from wagtail.models import Page

from seed.factories.news import make_news_index
from seed.factories.pages import translate_page
from seed.factories.people import make_people_index, make_person, make_quotation
from tests.worlds import world

MAYOR = {
    "office": "Mayor of Innsbruck",
    "country": "AT",
    "group": "EPP/CCE",
    "start": "2010-01-01",
    "end": "2018-05-22",
}
TEXT = "European spirit originates from face-to-face encounters between the cultures"


@world
def place(site_tree):
    """A mayor with a French page, a quotation with a French row, and lists of news in both languages."""
    index = make_people_index(site_tree.home)
    french_index = translate_page(index, "fr", title="Personnes", slug="personnes")
    mayor = make_person(index, roles=[MAYOR], sort_name="Oppitz-Plörer, Christine", country="AT")
    maire = translate_page(mayor, "fr")
    maire.roles.update(office="Maire d’Innsbruck")
    said = make_quotation(mayor, TEXT, date="2013-04-26", source_url="https://example.org/57", occasion="Innsbruck")
    dit = make_quotation(
        mayor,
        translation_of=said,
        locale="fr",
        translation="L’esprit européen naît de rencontres",
        translation_note="Traduction publiée par l’Alliance.",
    )
    news = make_news_index(site_tree.home)
    nouvelles = translate_page(news, "fr", title="Actualités", slug="actualites")
    return SimpleNamespace(
        tree=site_tree, index=index, french_index=french_index, mayor=mayor, maire=maire, said=said, dit=dit,
        news=news, nouvelles=nouvelles,
    )  # fmt: skip


def quoted(*rows):
    """The body of a story with quotations from the library."""
    return [{"type": "quotation", "value": row.pk} for row in rows]


def fresh(page):
    """The page as it is stored."""
    return Page.objects.get(pk=page.pk).specific
