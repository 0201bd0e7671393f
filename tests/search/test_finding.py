"""Visitors find what they mean: in every form, by every name, in the spelling they have."""

import pytest

from news.models import NewsIndexPage
from search.evaluation import Question, questions, scores
from seed.factories.glossary import make_glossary, make_term
from seed.factories.membership import make_member
from seed.factories.news import make_story, make_theme, paragraph
from seed.factories.pages import translate_page

pytestmark = pytest.mark.django_db

MEANT = [
    ("fr", "municipalités", "Les municipalités s’engagent"),
    ("fr", "municipalite", "Les municipalités s’engagent"),
    ("fr", "MUNICIPALITÉ", "Les municipalités s’engagent"),
    ("fr", "gens du voyage", "Les municipalités s’engagent"),
    ("fr", "Travellers", "Les municipalités s’engagent"),
    ("en", "gens du voyage", "Travellers in the council"),
    ("en", "Travellers", "Travellers in the council"),
    ("en", "Sisli", "Şişli"),
    ("en", "ŞİŞLİ", "Şişli"),
    ("en", "antitsiganisme", "A day against anti-Gypsyism"),
    ("en", "antigypsyism", "A day against anti-Gypsyism"),
    ("en", "anti gypsyism", "A day against anti-Gypsyism"),
    ("en", "Бургас", "Burgas opens a school"),
    ("en", "Бургас", "Burgas"),
    ("en", "Burgas", "Burgas"),
    ("en", "tirnaa", "A missing paper in Tirana"),
    ("en", "comittee", "A missing paper in Tirana"),
    ("en", "burg*", "Burgas"),
    ("en", '"missing paper"', "A missing paper in Tirana"),
]


def titles(client, language="en", **query):
    answer = client.get(f"/{language}/search.json", query).json()
    return [result["title"] for result in answer["results"]]


@pytest.fixture
def words_and_cities(library_of_pages, in_step):
    with in_step():
        glossary = make_glossary(library_of_pages.home)
        translate_page(glossary, "fr", title="Glossaire", slug="glossaire")
        term = make_term(
            glossary,
            "Travellers",
            interchangeable=True,
            variants=[
                {"form": "Gens du voyage", "language": "fr"},
                {"form": "Traveller", "language": "en"},
                {"form": "tinker", "language": "en", "kind": "offensive"},
            ],
        )
        translate_page(term, "fr", title="Gens du voyage", slug="gens-du-voyage")
        make_term(
            glossary, "anti-Gypsyism", interchangeable=True, variants=[{"form": "antitsiganisme", "language": "fr"}]
        )
        make_member(library_of_pages.members, "Burgas", country="BG", local_name="Бургас", local_language="bg")
        make_story(library_of_pages.index, "Travellers in the council", summary="What Travellers ask for.")
        make_story(library_of_pages.index, "Burgas opens a school", summary="On the coast.")
        make_story(library_of_pages.index, "A day against anti-Gypsyism", summary="In many towns.")
        make_story(
            library_of_pages.french_index,
            "Les municipalités s’engagent",
            summary="Des élus parlent.",
            body=[paragraph("<p>Les gens du voyage ont été reçus.</p>")],
        )
    return library_of_pages


def test_what_is_meant_is_found(client, words_and_cities):
    assert [case for case in MEANT if case[2] not in titles(client, case[0], q=case[1])] == []


def test_other_names_are_said_and_can_be_left_out(client, words_and_cities):
    shown = client.get("/en/search/", {"q": "gens du voyage"}).content.decode()
    assert "Also searched for:" in shown
    assert "exact=1" in shown
    assert "tinker" not in shown
    assert "Travellers in the council" in titles(client, q="tinker")
    assert "Travellers in the council" not in titles(client, q="gens du voyage", exact="1")


def test_phrases_and_words_left_out(client, words_and_cities):
    assert titles(client, q='"paper missing"') == []
    assert "Burgas" in titles(client, q="burgas")
    assert "Burgas opens a school" not in titles(client, q="burgas -school")


def test_a_certain_correction_is_made_and_said(client, words_and_cities):
    shown = client.get("/en/search/", {"q": "tirnaa"}).content.decode()
    assert "No page has “tirnaa”." in shown
    assert "These results are for <strong>tirana</strong>." in shown


def test_nothing_found_leads_on(client, words_and_cities):
    shown = client.get("/en/search/", {"q": "travelerz zzz"}).content.decode()
    shown = shown if "Where to begin" in shown else client.get("/en/search/", {"q": "qqqqq"}).content.decode()
    assert "Where to begin" in shown
    assert 'href="/en/news/"' in shown


def test_who_finds_little_is_led_on_as_well(client, words_and_cities):
    shown = client.get("/en/search/", {"q": "missing paper tirana"}).content.decode()
    assert 'href="/en/news/a-missing-paper-in-tirana/"' in shown
    assert "Where to begin" in shown
    assert "Terms with similar names" not in shown


def test_facets_combine_and_addresses_can_be_shared(client, library_of_pages, in_step):
    with in_step():
        housing, school = make_theme("Housing", slug="housing"), make_theme("School", slug="school")
        for number in range(3):
            make_story(library_of_pages.index, f"Roofs {number}", themes=[housing], countries=["ES"])
        make_story(library_of_pages.index, "Roofs and desks", themes=[housing, school], countries=["FR"])
    answer = client.get("/en/search.json", {"q": "roofs", "theme": "housing", "country": "es"}).json()
    assert answer["total"] == 3
    values = {kind: {one["value"]: one["count"] for one in found} for kind, found in answer["facets"].items()}
    assert values["theme"] == {"housing": 3}
    assert values["country"] == {"es": 3, "fr": 1}
    shown = client.get("/en/search/", {"q": "roofs", "theme": "school"}).content.decode()
    assert 'value="school" checked' in shown


def test_newest_first(client, library_of_pages, in_step):
    with in_step():
        make_story(library_of_pages.index, "Roofs of old", date="2014-01-01")
        make_story(library_of_pages.index, "Roofs of today, and more about other things", date="2020-01-01")
    assert titles(client, q="roofs", sort="date")[0].startswith("Roofs of today")


def test_questions_are_scored():
    lines = ['{"language": "en", "query": "x", "relevant": {"/a/": 2, "/b/": 1}}', ""]
    asked = questions(lines)
    perfect = scores(asked, lambda question: ["/a/", "/b/"])["en"]
    assert (perfect.ndcg, perfect.mrr, perfect.recall) == (1.0, 1.0, 1.0)
    late = scores(asked, lambda question: ["/c/", "/a/"])["en"]
    assert late.mrr == 0.5
    assert 0 < late.ndcg < 1
    with pytest.raises(ValueError, match="Line 2"):
        questions([lines[0], '{"query": 1}'])
    assert asked[0] == Question("en", "x", {"/a/": 2, "/b/": 1})


COMPOUNDS = [
    ("de", "Siedlung", "Die Romasiedlungen am Rand"),
    ("de", "Siedlungen", "Die Romasiedlungen am Rand"),
    ("de", "Konferenz", "Eine Bürgermeisterkonferenz in Wien"),
    ("de", "Bürgermeister", "Eine Bürgermeisterkonferenz in Wien"),
    ("de", "Buergermeisterkonferenzen", "Eine Bürgermeisterkonferenz in Wien"),
    ("de", "Bildungskonferenz", "Eine Konferenz über Bildung"),
    ("de", "Konferenzen", "Die Bürgermeisterinnenkonferenz tagt"),
    ("de", "Konferenzbedienung", "Eine Konferenz über Bildung"),
    ("hu", "telep", "A romatelepek lakói"),
    ("hu", "konferenciaterem", "Roma telep, konferencia, polgármester"),
    ("hu", "konferencia", "Polgármesterkonferencia Pécsett"),
]


@pytest.fixture
def compounds(library_of_pages, in_step):
    with in_step():
        for language, titles_ in {
            "de": (
                "Die Romasiedlungen am Rand",
                "Eine Bürgermeisterkonferenz in Wien",
                "Eine Konferenz über Bildung",
                "Die Bürgermeisterinnenkonferenz tagt",
                "Roma und Bürgermeister in einer Siedlung",
                "Eine Übersetzung über das Lesen",
            ),
            "hu": ("A romatelepek lakói", "Polgármesterkonferencia Pécsett", "Roma telep, konferencia, polgármester"),
        }.items():
            home = translate_page(library_of_pages.home, language, title=language, slug=f"home-{language}")
            home.save_revision().publish()
            index = translate_page(library_of_pages.index, language, title=f"News {language}", slug="news")
            for title in titles_:
                make_story(index, title)
    return library_of_pages


def test_compounds_are_found_by_their_parts(client, compounds):
    assert [case for case in COMPOUNDS if case[2] not in titles(client, case[0], q=case[1])] == []
    assert titles(client, "de", q="Siedlung")[0] == "Roma und Bürgermeister in einer Siedlung"
    assert titles(client, "de", q="Setzung") == []
    assert "<mark>Romasiedlungen</mark>" in client.get("/de/search/", {"q": "Siedlung"}).content.decode()


def test_a_compound_that_no_page_has_is_what_has_both_of_its_parts(client, compounds, in_step):
    with in_step():
        index = NewsIndexPage.objects.get(locale__language_code="de")
        for number in range(3):
            make_story(index, f"Bürgermeister {number}", summary="Der Bürgermeister und noch ein Bürgermeister.")
        make_story(index, "In Wien", summary="Zum Gipfel kamen viele Bürgermeister aus dem ganzen Land.")
    assert titles(client, "de", q="Bürgermeistergipfel")[0] == "In Wien"


def test_a_year_asks_for_what_is_of_that_year(client, library_of_pages, in_step):
    with in_step():
        make_story(library_of_pages.index, "Sixth prize", date="2017-10-19", summary="After 2011, 2013 and 2015.")
        make_story(library_of_pages.index, "Fourth prize", date="2013-10-30", summary="Three places, one prize.")
        make_story(library_of_pages.index, "Seventh prize", date="2019-10-30", summary="As in 2013, 2013 and 2013.")
    assert titles(client, q="prize 2013")[0] == "Fourth prize"
    assert titles(client, q="prize 2019")[0] == "Seventh prize"


def test_the_page_that_is_called_so_comes_before_those_that_speak_of_it(client, library_of_pages, in_step):
    with in_step():
        for number in range(12):
            text = "<p>The mayor signed the Declaration. Who signs a Declaration keeps it. Signed: the Declaration.</p>"
            make_story(library_of_pages.index, f"Town {number}", body=[paragraph(text)])
        long = paragraph("<p>" + "Rules of every kind are said here, one after the other. " * 60 + "</p>")
        make_story(library_of_pages.index, "Sign the Declaration", date="2013-01-01", body=[long])
    assert titles(client, q="signing a declaration")[0] == "Sign the Declaration"


def test_names_of_another_script_are_found_in_latin_letters(client, library_of_pages, in_step):
    with in_step():
        home = translate_page(library_of_pages.home, "uk", title="Альянс", slug="home-uk")
        home.save_revision().publish()
        index = translate_page(library_of_pages.index, "uk", title="Новини", slug="novyny")
        make_story(index, "Нові квартири", summary="Родини живуть тепер в Ужгороді.")
        make_story(library_of_pages.index, "From Uzhhorod and Kragujevac", summary="Two towns.")
    for typed in ("Uzhhorod", "Uzhgorod", "Ужгород"):
        assert titles(client, "uk", q=typed) == ["Нові квартири"]
        assert "<mark>Ужгороді</mark>" in client.get("/uk/search/", {"q": typed}).content.decode()
    for typed in ("Ужгород", "Крагујевац"):
        assert titles(client, q=typed) == ["From Uzhhorod and Kragujevac"]


def test_a_word_that_no_page_has_is_found_by_words_that_begin_alike(client, library_of_pages, in_step):
    with in_step():
        make_story(library_of_pages.index, "Interculturalism in town")
    shown = client.get("/en/search/", {"q": "interculturality"}).content.decode()
    assert "<mark>Interculturalism</mark>" in shown
    assert titles(client, q="interest") == []


def test_words_are_suggested_and_corrected_as_pages_write_them(client, words_and_cities):
    answer = client.get("/fr/search/suggest/", {"q": "élu"}).json()
    assert answer["suggestions"] == [{"text": "élus", "url": "/fr/search/?q=%C3%A9lus", "type": "query"}]
    shown = client.get("/fr/search/", {"q": "munisipalités"}).content.decode()
    assert "<strong>municipalités</strong>" in shown


def test_a_word_of_another_language_is_no_misspelling(client, words_and_cities):
    shown = client.get("/en/search/", {"q": "élus"}).content.decode()
    assert "No page has" not in shown
    assert "Les municipalités s’engagent" in shown
