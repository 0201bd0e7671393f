"""Terms marked in running text: what is stored, what readers get, and what a mark survives."""

import re

import polib
import pytest
from bs4 import BeautifulSoup
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Locale, ReferenceIndex
from wagtail_localize.models import Translation, TranslationSource

from common.rich_text import FEATURES, SHORT_FEATURES
from glossary.inline.middleware import BUDGET, explained
from seed.factories.glossary import make_glossary, make_term
from seed.factories.pages import make_page, translate_page
from seed.translating import translate
from tests.worlds import world


@world
def glossary(site_tree):
    english = make_glossary(site_tree.home)
    translate_page(english, "fr", title="Glossaire", slug="glossaire")
    return english


@world
def term(glossary):
    page = make_term(
        glossary,
        "anti-Gypsyism",
        definition="A specific racism.",
        usage_note="<p>With a <b>hyphen</b>.</p>",
        status="approved",
    )
    translate_page(
        page, "fr", title="antitsiganisme", slug="antitsiganisme", definition="Un racisme.", status="approved"
    )
    return page


def mark(term, text="anti-Gypsyism"):
    return f'<a linktype="term" key="{term.translation_key}">{text}</a>'


def text_page(site_tree, *paragraphs, title="About"):
    body = [{"type": "paragraph", "value": f"<p>{text}</p>", "id": f"p{n}"} for n, text in enumerate(paragraphs)]
    page = make_page(site_tree.home, title)
    page.body = page.body.stream_block.to_python(body)
    page.save_revision().publish()
    return page


def read(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_every_list_of_features_with_links_has_terms():
    assert "term" in FEATURES
    assert "term" in SHORT_FEATURES


def test_the_first_mention_is_a_link_with_an_explanation(client, site_tree, term):
    tree = read(client, text_page(site_tree, f"Against {mark(term)} and {mark(term, 'anti-gypsyism')}.", mark(term)))
    links = tree.select("main a.term")
    assert [(link["href"], link.get_text()) for link in links] == [(term.url, "anti-Gypsyism")]
    note = tree.find(id=links[0]["data-note"])
    assert note.has_attr("popover")
    words = re.sub(r"\s+", " ", note.get_text(" "))
    assert "A specific racism." in words
    assert "With a hyphen." in words
    assert [script for script in tree.select("script[src]") if "glossary/terms" in script["src"]]
    assert "<a data-term" not in str(tree)
    assert "Against anti-Gypsyism and anti-gypsyism." in tree.get_text()


def test_a_translated_page_explains_in_its_language(client, site_tree, term):
    page = text_page(site_tree, mark(term))
    french = translate_page(page, "fr", title="À propos", slug="a-propos")
    link = read(client, french).select_one("main a.term")
    assert link["href"].startswith("/fr/")
    assert "Un racisme." in read(client, french).find(id=link["data-note"]).get_text()


def test_a_term_without_a_translation_says_its_language(client, site_tree, glossary):
    english = make_term(glossary, "Resande")
    french = translate_page(text_page(site_tree, mark(english, "Resande")), "fr", title="Texte", slug="texte")
    tree = read(client, french)
    link = tree.select_one("main a.term")
    assert (link["href"], link["hreflang"]) == (english.url, "en")
    assert tree.find(id=link["data-note"])["lang"] == "en"


def test_a_term_that_is_gone_leaves_its_words(client, site_tree, term):
    page = text_page(site_tree, f"Against {mark(term)}.")
    term.delete()
    tree = read(client, page)
    assert not tree.select("main a.term")
    assert "Against anti-Gypsyism." in tree.get_text()


def test_a_term_that_is_hidden_leaves_its_words(client, site_tree, term):
    page = text_page(site_tree, f"Against {mark(term)}.")
    term.unpublish()
    assert not read(client, page).select("main a.term")


def test_a_renamed_and_moved_term_is_still_found(client, site_tree, term):
    page = text_page(site_tree, f"Against {mark(term)}.")
    term.title, term.slug = "antigypsyism", "antigypsyism"
    term.save_revision().publish()
    link = read(client, page).select_one("main a.term")
    assert link["href"].endswith("/antigypsyism/")
    assert link.get_text() == "anti-Gypsyism"


@pytest.mark.parametrize("key", ["", "x", "&lt;script&gt;", "00000000-0000-0000-0000-000000000000"])
def test_a_key_that_is_none_leaves_the_words(client, site_tree, key):
    tree = read(client, text_page(site_tree, f'Some <a linktype="term" key="{key}">word</a> here.'))
    assert "Some word here." in tree.get_text()
    assert not tree.select("main a.term")


def test_many_terms_cost_one_query_and_none_afterwards(client, site_tree, glossary, django_assert_max_num_queries):
    plain = text_page(site_tree, "Nothing to explain.", title="Plain")
    terms = [make_term(glossary, f"Term {number}") for number in range(12)]
    page = text_page(site_tree, " ".join(mark(each, each.title) for each in terms))
    client.get(plain.url)
    with django_assert_max_num_queries(20) as without:
        client.get(plain.url)
    with django_assert_max_num_queries(len(without) + 1):
        client.get(page.url)
    with django_assert_max_num_queries(len(without)):
        client.get(page.url)


@pytest.mark.parametrize("number", [1, 6, 24])
def test_explanations_add_at_most_three_kibibytes(client, site_tree, glossary, number):
    long = "A neutral sentence that says what the word means and where it comes from. " * 7
    terms = [
        make_term(glossary, f"Term {n}", definition=long[:600], usage_note=f"<p>{long * 2}</p>") for n in range(number)
    ]
    page = text_page(site_tree, " ".join(mark(each, each.title) for each in terms))
    html = client.get(page.url).content
    links = html.count(b'class="term"')
    without = re.sub(
        rb'<div class="term-note".*?</div>|<script type="module"[^>]*glossary/terms[^>]*></script>', b"", html
    )
    without = re.sub(rb' data-note="[^"]*"', b"", without)
    assert links == number
    assert len(html) - len(without) <= 3072
    assert html.count(b'<div class="term-note"') >= min(number, 5)
    assert BUDGET <= 3072


def test_a_page_without_marks_is_left_as_it_is():
    assert explained("<main><p>x</p></main></body>", "en") == "<main><p>x</p></main></body>"


def converted(html):
    converter = ContentstateConverter(FEATURES)
    return converter.to_database_format(converter.from_database_format(html))


def test_the_editor_keeps_the_mark(term):
    html = f'<p data-block-key="abcde">Against {mark(term)}.</p>'
    assert converted(html) == html


def test_the_editor_keeps_the_mark_of_a_term_that_is_gone(term):
    html = f'<p data-block-key="abcde">Against {mark(term)}.</p>'
    term.delete()
    assert converted(html) == html


def test_what_was_pasted_with_a_bad_key_becomes_words():
    html = '<p data-block-key="abcde">An <a linktype="term" key="javascript:alert(1)">evil</a> word.</p>'
    assert converted(html) == '<p data-block-key="abcde">An evil word.</p>'


def test_a_mark_survives_copying_to_another_page(client, site_tree, term):
    page = text_page(site_tree, f"Against {mark(term)}.")
    copy = page.copy(update_attrs={"title": "Copy", "slug": "copy"})
    assert read(client, copy).select_one("main a.term")["href"] == term.url


def marked_in(page):
    tree = BeautifulSoup(page.body.raw_data[0]["value"], "html.parser")
    return [(link["key"], link.get_text()) for link in tree.select("a[linktype=term]")]


def french_of(page):
    source, _made = TranslationSource.update_or_create_from_instance(page)
    french, _made = Translation.objects.get_or_create(
        source=source, target_locale=Locale.objects.get(language_code="fr"), defaults={"enabled": True}
    )
    return french


def test_a_mark_survives_translation(client, site_tree, term):
    page = text_page(site_tree, f"Against {mark(term)} everywhere.")
    body = [{"type": "paragraph", "id": "p0", "value": f"<p>Contre l’{mark(term, 'antitsiganisme')} partout.</p>"}]
    french = translate(page, "fr", {"title": "À propos", "slug": "a-propos", "body": body})
    assert marked_in(french) == [(str(term.translation_key), "antitsiganisme")]
    assert read(client, french).select_one("main a.term").get_text() == "antitsiganisme"


def test_a_mark_survives_the_translators_file(client, site_tree, term):
    page = text_page(site_tree, f"Against {mark(term)} everywhere.")
    translation = french_of(page)
    catalogue = polib.pofile(str(translation.export_po()))
    for entry in catalogue:
        entry.msgstr = re.sub(
            r"Against (<a[^>]*>)anti-Gypsyism</a> everywhere", r"Contre l’\1antitsiganisme</a> partout", entry.msgid
        )
    translation.import_po(catalogue)
    translation.save_target(publish=False)
    french = translation.get_target_instance()
    assert marked_in(french) == [(str(term.translation_key), "antitsiganisme")]


def test_a_term_knows_the_texts_that_mark_it(site_tree, term):
    page = text_page(site_tree, f"Against {mark(term)}.")
    assert page.pk in {user.pk for user, _references in ReferenceIndex.get_grouped_references_to(term)}
