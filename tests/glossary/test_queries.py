"""What other rooms get from the glossary."""

from glossary.queries import approved_terms, search_groups, term_forms
from seed.factories.glossary import make_glossary, make_term, make_variant
from seed.factories.pages import translate_page
from tests.worlds import world


@world
def glossary(site_tree):
    english = make_glossary(site_tree.home)
    translate_page(english, "fr", title="Glossaire", slug="glossaire")
    return english


@world
def nomads(glossary):
    page = make_term(
        glossary,
        "nomads",
        variants=[
            {"language": "en", "form": "nomads", "kind": "former_official", "note": "of 1975", "instead": "Roma"},
            {"language": "hu", "form": "nomádok", "kind": "offensive"},
            {"language": "hu", "form": "romák", "kind": "preferred"},
        ],
        interchangeable=True,
        status="approved",
        usage_note="<p>Wrong for <b>most</b> Roma.</p>",
    )
    french = translate_page(page, "fr", title="nomades", slug="nomades", status="approved")
    french.variants = [make_variant({"language": "fr", "form": "nomade", "kind": "plural"})]
    french.save()
    return page


def forms(language):
    return {form.form: form for form in term_forms(language)}


def test_a_form_to_avoid_says_what_to_write_and_why(nomads):
    form = forms("en")["nomads"]
    assert (form.kind, form.severity, form.preferred, form.note) == ("former_official", "warn", "Roma", "of 1975")
    assert (form.usage_note, form.note_language) == ("Wrong for most Roma.", "en")
    assert (form.term_key, form.page_url) == (str(nomads.translation_key), nomads.url)


def test_a_language_without_a_page_has_the_forms_that_stand_on_another(nomads):
    found = forms("hu")
    assert set(found) == {"nomádok", "romák"}
    assert (found["nomádok"].severity, found["nomádok"].preferred) == ("block", "romák")
    assert found["romák"].severity == ""
    assert found["nomádok"].page_url == nomads.url


def test_the_title_is_a_form_of_its_language_and_the_others_lack_what_it_has(nomads):
    assert {form: found.kind for form, found in forms("fr").items()} == {"nomades": "preferred", "nomade": "plural"}
    assert forms("fr")["nomade"].preferred == "nomades"
    assert "nomade" not in forms("en")


def test_a_preferred_form_stands_for_a_title_that_nobody_writes(glossary):
    make_term(glossary, "Romani (adjective)", variants=[{"language": "en", "form": "Romani", "kind": "preferred"}])
    assert set(forms("en")) == {"Romani"}


def test_the_page_of_the_language_decides_where_two_name_a_form(nomads):
    english = nomads
    english.variants = [*english.variants.all(), make_variant({"language": "fr", "form": "Nomade", "kind": "outside"})]
    english.save()
    assert forms("fr")["nomade"].kind == "plural"
    assert "Nomade" not in forms("fr")


def test_what_readers_cannot_see_says_nothing(nomads):
    nomads.unpublish()
    assert "nomads" not in forms("en")
    assert "nomades" in forms("fr")


def test_a_change_shows_at_once(nomads):
    assert "wanderers" not in forms("en")
    nomads.variants = [make_variant({"language": "en", "form": "wanderers"})]
    nomads.save_revision().publish()
    assert "wanderers" in forms("en")


def test_it_costs_nothing_when_it_is_at_hand(nomads, django_assert_max_num_queries):
    term_forms("hu")
    with django_assert_max_num_queries(1):
        term_forms("hu")


def test_search_gets_all_forms_of_all_languages_of_interchangeable_terms(nomads, glossary):
    make_term(glossary, "halting site")
    (group,) = search_groups("fr")
    assert (group.title, group.term_key) == ("nomades", str(nomads.translation_key))
    assert group.forms[:2] == (("nomades", "fr"), ("nomade", "fr"))
    assert {("nomads", "en"), ("nomádok", "hu"), ("romák", "hu")} <= set(group.forms)


def test_translators_get_what_both_languages_approved(nomads, glossary):
    waiting = make_term(glossary, "Resande", status="under_review")
    translate_page(waiting, "fr", title="Resande", slug="resande", status="approved")
    (pair,) = approved_terms("en", "fr")
    assert (pair.source, pair.target, pair.avoid) == (("nomads",), "nomades", ())
    (back,) = approved_terms("fr", "en")
    assert (back.target, back.avoid) == ("Roma", ("nomads",))
