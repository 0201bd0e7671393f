"""A term in another language: what translators get, and what stays as it is."""

from wagtail_localize.models import StringSegment, TranslationSource

from seed.factories.glossary import make_glossary, make_term


def test_translators_get_the_words_and_not_the_forms(site_tree):
    term = make_term(
        make_glossary(site_tree.home),
        "Kale",
        variants=[{"language": "es", "form": "Calé", "note": "own name"}],
        usage_note="<p>Own name of the group.</p>",
        where_used="Spain",
        sources="EN12",
        status="confirmed",
    )
    source, _created = TranslationSource.update_or_create_from_instance(term)
    texts = set(StringSegment.objects.filter(source=source).values_list("string__data", flat=True))
    assert {"Kale", term.definition, "Own name of the group.", "Spain", "own name"} <= texts
    assert not texts & {"Calé", "es", "EN12", "confirmed"}
