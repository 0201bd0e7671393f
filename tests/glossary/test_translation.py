"""A term in another language: what translators get, and what stays as it is."""

from wagtail_localize.models import StringSegment, TranslationSource

from glossary.models import TermVariant
from seed.factories.glossary import make_glossary, make_term
from seed.factories.pages import translate_page
from seed.translating import translate


def test_translators_get_the_words_and_not_the_forms(site_tree):
    term = make_term(
        make_glossary(site_tree.home),
        "Kale",
        variants=[{"language": "es", "form": "Calé", "note": "own name"}],
        usage_note="<p>Own name of the group.</p>",
        where_used="Spain",
        sources="EN12",
        status="approved",
    )
    source, _created = TranslationSource.update_or_create_from_instance(term)
    texts = set(StringSegment.objects.filter(source=source).values_list("string__data", flat=True))
    assert {"Kale", term.definition, "Own name of the group.", "Spain"} <= texts
    assert not texts & {"Calé", "own name", "es", "EN12", "approved"}


def test_a_language_keeps_its_own_forms_and_review_when_the_source_changes(site_tree):
    glossary = make_glossary(site_tree.home)
    translate_page(glossary, "fr", title="Glossaire", slug="glossaire")
    term = make_term(glossary, "Roma", variants=[("en", "Rrom")], status="approved", grammar="plural noun")
    french = translate(term, "fr", {"title": "Roms", "slug": "roms", "definition": "Un peuple."})
    assert (french.variants.count(), french.status, french.grammar) == (0, "under_review", "")
    french.variants = [TermVariant(language="fr", form="Rroms", kind="spelling")]
    french.grammar = "nom masculin pluriel"
    french.save_revision().publish()
    term.group = "peoples"
    term.variants = [TermVariant(language="en", form="Romany")]
    term.save_revision().publish()
    french = translate(term, "fr", {"title": "Roms", "slug": "roms", "definition": "Un peuple."})
    assert [row.form for row in french.variants.all()] == ["Rroms"]
    assert (french.group, french.grammar) == ("peoples", "nom masculin pluriel")
