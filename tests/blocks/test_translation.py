"""A translator gets the words of a body and nothing else, and they come back to the French page."""

from django.utils.translation import override
from wagtail_localize.models import String, StringTranslation, TranslationContext, TranslationSource

from home.models import StandardPage
from seed.factories.blocks import stored
from tests.blocks.markup import render_stream
from tests.worlds import world

QUOTE = {"text": "Papers first", "language": "en", "speaker": "John Warmisham", "role": "Spokesperson"}
TABLE = {"caption": "Winners", "header": ["Town", "Year"], "rows": [["Volos", "2017"]]}
FACTS = {"items": [{"number": "13", "label": "towns"}], "as_of": "2026-11-23", "source": "https://www.coe.int/"}
FRENCH = {
    "Papers first": "Les papiers d’abord",
    "Who translated it is not on record.": "Traduction de l’Alliance.",
    "Spokesperson": "Porte-parole",
    "Winners": "Lauréats",
    "Town": "Ville",
    "Year": "Année",
    "towns": "villes",
}


@world
def french_page(site_tree):
    """A page of text with a quotation, a table and facts, translated into French string by string."""
    page = StandardPage(title="About", slug="about")
    page.body = stored([("quote", QUOTE), ("table", TABLE), ("facts", FACTS)], key="about")
    site_tree.home.add_child(instance=page)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    french = site_tree.locale("fr")
    for english, words in FRENCH.items():
        string = String.objects.get(data=english, locale=source.locale)
        for segment in source.stringsegment_set.filter(string=string):
            StringTranslation.objects.create(
                translation_of=string,
                locale=french,
                context=TranslationContext.objects.get(pk=segment.context_id),
                data=words,
            )
    source.create_or_update_translation(french, fallback=True)
    return page, page.get_translation(french), source


def test_names_numbers_and_the_original_words_never_reach_the_translator(french_page):
    _page, _french, source = french_page
    sent = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert set(FRENCH) <= sent
    assert not sent & {"John Warmisham", "13", "2017", "en", "https://www.coe.int/"}


def test_the_french_page_shows_original_and_translation(french_page):
    _page, french, _source = french_page
    with override("fr"):
        html = render_stream(french.body)
    assert '<blockquote lang="en" dir="ltr"><p>Papers first</p></blockquote>' in html
    assert '<div class="quote__translation" lang="fr" dir="ltr"><p>Les papiers d’abord</p></div>' in html
    assert "Traduction de l’Alliance." in html
    assert "John Warmisham" in html
    assert '<th scope="col" class="table__number">Année</th>' in html
    assert "<dt>villes</dt><dd>13</dd>" in html


def test_the_english_page_shows_the_words_once(french_page):
    page, _french, _source = french_page
    html = render_stream(page.body)
    assert html.count("Papers first") == 1
    assert "<details" not in html
