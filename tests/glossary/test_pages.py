"""The glossary and a term, as readers and machines get them."""

import json
import re
import uuid

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.models import Page

from common.stamp import renew
from glossary.forms_shown import name_of_language
from glossary.models import RelatedTerm, TermPage, TermVariant
from seed.factories.glossary import make_glossary, make_term
from seed.factories.pages import make_page, translate_page
from tests.worlds import world

BUDGET = 8


@world
def glossary(site_tree):
    return make_glossary(site_tree.home, introduction="Words, with care.")


@world
def term(glossary):
    return make_term(
        glossary,
        variants=[
            ("fr", "antitsiganisme"),
            {"language": "de", "form": "Antiziganismus", "status": "under_review", "kind": "discouraged"},
            {"language": "rom", "form": "romanofobija", "note": "own word"},
        ],
        usage_note="<p>With a <b>hyphen</b>.</p>",
        where_used="Council of Europe, EU",
        status="approved",
        sources="EN12\nAGY",
    )


def read(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def warm(client):
    """Let the process learn what it keeps for all requests: the site and its languages."""
    client.get("/en/")


def words(element):
    return re.sub(r"\s+", " ", element.get_text()).strip()


def data(tree):
    return [json.loads(block.string) for block in tree.select("script[type='application/ld+json']")]


def test_terms_stand_under_their_letters_and_the_letters_lead_to_them(client, glossary):
    for title in ("Sinti", "Ashkali", "anti-Gypsyism", "Šinti", "țigan", "8 April"):
        make_term(glossary, title)
    tree = read(client, glossary)
    letters = [words(letter) for letter in tree.select(".letter__sign")]
    assert letters == ["#", "A", "S", "T"]
    assert [words(title) for title in tree.select("dt a")] == [
        "8 April", "anti-Gypsyism", "Ashkali", "Sinti", "Šinti", "țigan",
    ]  # fmt: skip
    for link in tree.select(".alphabet a"):
        assert tree.select(f"[id='{link.get('href')[1:]}']")


def test_each_language_has_its_own_alphabet(client, glossary):
    french = translate_page(glossary, "fr", title="Glossaire", slug="glossaire")
    for title, french_title in (("Elder", "Ébène"), ("Zed", "Eau"), ("A", "Œuvre")):
        translate_page(make_term(glossary, title), "fr", title=french_title, slug=french_title.lower()[:3] + "x")
    tree = read(client, french)
    assert [words(title) for title in tree.select("dt a")] == ["Eau", "Ébène", "Œuvre"]
    assert [words(letter) for letter in tree.select(".letter__sign")] == ["E", "O"]


def test_what_is_not_translated_is_listed_apart_in_its_own_language(client, glossary, term):
    french = translate_page(glossary, "fr", title="Glossaire", slug="glossaire")
    link = read(client, french).select("section[aria-labelledby=untranslated] dt a")[0]
    assert (words(link), link.get("lang"), link.get("hreflang")) == ("anti-Gypsyism", "en", "en")


def test_entries_under_review_are_marked_in_the_list(client, glossary, term):
    make_term(glossary, "Resande", status="under_review")
    marks = [words(entry.parent) for entry in read(client, glossary).select(".entry__state")]
    assert marks == ["Resande Under review"]


def test_an_empty_glossary_says_so(client, glossary):
    assert "No term has been published yet" in words(read(client, glossary))


def test_the_term_shows_meaning_use_forms_and_sources(client, term):
    tree = read(client, term)
    text = words(tree.select("main")[0])
    assert words(tree.select(".definition")[0]) == term.definition
    assert "Council of Europe, EU" in text
    assert tree.select(".prose b")
    assert "Descriptive Glossary of terms relating to Roma issues" in text
    assert "Source on record: AGY" in text


def test_each_form_carries_its_language_and_standing(client, term):
    rows = read(client, term).select("tbody tr")
    forms = [row.select("th span")[0] for row in rows]
    assert [(form.get("lang"), words(form)) for form in forms] == [
        ("fr", "antitsiganisme"),
        ("de", "Antiziganismus"),
        ("rom", "romanofobija"),
    ]
    assert [words(row.select("td")[0]) for row in rows] == ["French", "German", "Romani"]
    assert "Better avoided, under review" in words(rows[1])
    assert "own word" in words(rows[2])


def test_the_names_of_languages_follow_the_language_of_the_page():
    assert name_of_language("de", "fr") == "Allemand"
    assert name_of_language("sr-Cyrl", "en").startswith("Serbian")
    assert name_of_language("zzz", "en") == "Zzz"
    with override("rom"):
        assert name_of_language("fr", "rom") == "Francuziko čhib"


def test_the_notice_names_the_forms_that_wait(client, term):
    notice = read(client, term).select("aside.notice")[0]
    assert "Antiziganismus (German)" in words(notice)
    assert "antitsiganisme" not in words(notice)
    assert "waits for a reader from the communities" not in words(notice)


def test_a_whole_entry_under_review_says_so(client, glossary):
    tree = read(client, make_term(glossary, "Resande", status="under_review"))
    assert "waits for a reader from the communities" in words(tree.select("aside.notice")[0])


def test_a_confirmed_entry_has_no_notice(client, glossary):
    assert not read(client, make_term(glossary, "Roma", status="approved")).select("aside.notice")


def test_related_terms_lead_to_the_language_of_the_page(client, glossary, term):
    french = translate_page(glossary, "fr", title="Glossaire", slug="glossaire")
    translate_page(term, "fr", title="antitsiganisme", slug="antitsiganisme")
    other = make_term(glossary, "Romaphobia", related=[term])
    link = read(client, translate_page(other, "fr", title="Romaphobie", slug="romaphobie"))
    found = link.select("section[aria-labelledby=related] dt a")
    assert [(words(each), each.get("href")) for each in found] == [("antitsiganisme", f"{french.url}antitsiganisme/")]


def test_machines_read_a_defined_term_in_its_set(client, glossary, term):
    found = next(block for block in data(read(client, term)) if block["@type"] == "DefinedTerm")
    terms = next(block for block in data(read(client, glossary)) if block["@type"] == "DefinedTermSet")
    assert found["name"] == "anti-Gypsyism"
    assert found["description"] == term.definition
    assert found["inDefinedTermSet"]["@id"] == terms["@id"]


@pytest.mark.parametrize("code", ["french", "FR", "f", "sr-cyrl"])
def test_a_language_that_is_no_code_is_refused(code):
    with pytest.raises(ValidationError) as caught:
        TermVariant(language=code, form="x").clean_fields(exclude=["page"])
    assert set(caught.value.message_dict) == {"language"}


def test_a_term_without_a_definition_is_refused(glossary):
    with pytest.raises(ValidationError) as caught:
        make_term(glossary, "Roma", definition="")
    assert set(caught.value.message_dict) == {"definition"}


@pytest.mark.django_db
def test_group_and_sources_are_the_same_in_every_language():
    fixed = {field.field_name: field for field in TermPage.override_translatable_fields}
    assert {name for name, field in fixed.items() if field.is_synchronized(TermPage())} == {
        "group", "interchangeable", "sources",
    }  # fmt: skip
    assert not any(field.is_overridable(TermPage()) for field in fixed.values())


def test_a_term_stays_in_its_budget(client, glossary, term, django_assert_max_num_queries):
    page = make_term(glossary, "Romaphobia", related=[term], variants=[("fr", "romaphobie")])
    warm(client)
    with django_assert_max_num_queries(BUDGET):
        assert client.get(page.url).status_code == 200


def test_links_in_the_note_lead_to_the_language_of_the_page(client, glossary, term):
    french = translate_page(glossary, "fr", title="Glossaire", slug="glossaire")
    translate_page(term, "fr", title="antitsiganisme", slug="antitsiganisme")
    note = f'<p>See <a linktype="page" id="{term.pk}">this</a>.</p>'
    other = translate_page(make_term(glossary, "Romaphobia", usage_note=note), "fr", slug="romaphobie")
    assert read(client, other).select(".prose a")[0]["href"] == f"{french.url}antitsiganisme/"


def test_two_thousand_terms_stay_in_the_budget(client, glossary, django_assert_max_num_queries):
    make_many(glossary, 2000)
    warm(client)
    with django_assert_max_num_queries(BUDGET):
        tree = read(client, glossary)
    assert "2,000 terms" in words(tree) or "2000 terms" in words(tree)
    assert len(tree.select(".letter__sign")) == 1
    assert len(tree.select(".alphabet a")) > 1
    link = tree.select(".alphabet a")[-1]["href"]
    with django_assert_max_num_queries(BUDGET):
        assert client.get(glossary.url + link.split("#")[0]).status_code == 200
    page = TermPage.objects.order_by("-pk")[0]
    with django_assert_max_num_queries(BUDGET):
        assert client.get(page.url).status_code == 200


def make_many(glossary, number):
    """Make terms without the cost of the tree: rows of both tables, as the tree would have them."""
    first = make_term(glossary, "Aa", variants=[("fr", "mot")])
    like = Page.objects.filter(pk=first.pk).values().get()
    base = Page.objects.get(pk=glossary.pk)
    rows = []
    for place in range(2, number + 1):
        title = f"{chr(65 + place % 26)}term {place}"
        path = TermPage._get_path(base.path, base.depth + 1, place)
        own = {"title": title, "draft_title": title, "slug": f"t{place}", "path": path, "id": None}
        rows.append(Page(**{**like, **own, "url_path": f"{base.url_path}t{place}/", "translation_key": uuid.uuid4()}))
    made = Page.objects.bulk_create(rows)
    Page.objects.filter(pk=base.pk).update(numchild=number)
    fields = TermPage._meta.local_fields
    values = {field.attname: getattr(first, field.attname) for field in fields}
    rows = [TermPage(**{**values, "page_ptr_id": page.pk}) for page in made]
    TermPage._base_manager._insert(rows, fields, using="default")
    renew()


def test_words_groups_and_kinds_narrow_the_list_down(client, glossary, term):
    make_term(glossary, "Resande", group="peoples", definition="Travellers of Sweden.")

    def titles(query):
        tree = BeautifulSoup(client.get(glossary.url, query).content.decode(), "html.parser")
        return [words(title) for title in tree.select("dt a")]

    assert titles({"q": "romanofob"}) == titles({"words": "romanofob"}) == ["anti-Gypsyism"]
    assert titles({"q": "ANTITSIGAN"}) == ["anti-Gypsyism"]
    assert titles({"q": "sweden"}) == ["Resande"]
    assert titles({"group": "peoples"}) == ["Resande"]
    assert titles({"kind": "discouraged"}) == ["anti-Gypsyism"]
    assert len(titles({"group": "nonsense", "kind": "x", "letter": "x"})) == 2
    assert titles({"q": "\x00"}) == titles({})
    assert titles({"q": "nothing like it"}) == []


def test_what_fits_is_counted_and_nothing_is_said_kindly(client, glossary, term):
    text = client.get(glossary.url, {"q": "<script>"}).content.decode()
    assert "No term fits" in text
    assert "0 terms fit" in text
    assert '<script>"' not in text


def test_a_term_keeps_its_anchor_when_it_is_renamed(client, glossary, term):
    before = read(client, glossary).select_one(".entry")["id"]
    term.title, term.slug = "antigypsyism", "antigypsyism"
    term.save_revision().publish()
    assert read(client, glossary).select_one(".entry")["id"] == before


def test_the_list_shows_forms_in_their_languages(client, glossary, term):
    found = {span["lang"]: words(span) for span in read(client, glossary).select(".entry__form [lang]")}
    assert found == {"fr": "antitsiganisme", "de": "Antiziganismus", "rom": "romanofobija"}
    assert "(Better avoided)" in words(read(client, glossary).select_one(".entry__forms"))


def test_narrower_terms_are_found_from_above(client, glossary):
    roma = make_term(glossary, "Roma", status="approved")
    lovari = make_term(glossary, "Lovari")
    lovari.related_terms = [RelatedTerm(term=roma, relation="broader")]
    lovari.save()
    section = read(client, roma).select_one("section[aria-labelledby=related]")
    assert [words(title) for title in section.select("h3, dt a")] == ["Narrower", "Lovari"]
    section = read(client, lovari).select_one("section[aria-labelledby=related]")
    assert [words(title) for title in section.select("h3, dt a")] == ["Broader", "Roma"]


def test_a_term_names_the_texts_that_mark_it(client, site_tree, glossary, term):
    page = make_page(site_tree.home, "A text")
    html = f'<p>Against <a linktype="term" key="{term.translation_key}">it</a>.</p>'
    page.body = page.body.stream_block.to_python([{"type": "paragraph", "value": html, "id": "p"}])
    page.save_revision().publish()
    make_page(site_tree.home, "Another text")
    links = read(client, term).select("section[aria-labelledby=texts] a")
    assert [(link["href"], words(link)) for link in links] == [(page.url, "A text")]


def test_machines_read_all_terms_of_the_set(client, glossary, term):
    terms = next(block for block in data(read(client, glossary)) if block["@type"] == "DefinedTermSet")
    (one,) = terms["hasDefinedTerm"]
    assert (one["name"], one["description"]) == ("anti-Gypsyism", term.definition)
    assert one["inDefinedTermSet"] == {"@id": terms["@id"]}


def test_a_set_holds_no_term_of_another_language(client, glossary, term):
    french = translate_page(glossary, "fr", title="Glossaire", slug="glossaire")
    terms = next(block for block in data(read(client, french)) if block["@type"] == "DefinedTermSet")
    assert "hasDefinedTerm" not in terms
