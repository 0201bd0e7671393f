"""A member in another language: what translators get, and what stays as it is."""

from wagtail_localize.models import StringSegment, Translation, TranslationSource

from membership.models import MemberPage
from seed.factories.membership import make_member, make_member_index
from seed.factories.pages import translate_page
from tests.worlds import world

STATES = ({"kind": "participant", "date": "2013-04-26", "note": "The mayor announced it.", "number": 12},)


@world
def city(site_tree):
    index = make_member_index(site_tree.home)
    translate_page(index, "fr", title="Villes et régions", slug="membres")
    return make_member(
        index, "Innsbruck", states=STATES, local_name="Innschbruck", local_language="de", summary="A city."
    )


def test_translators_get_words_and_no_facts(city):
    source, _created = TranslationSource.update_or_create_from_instance(city)
    texts = set(StringSegment.objects.filter(source=source).values_list("string__data", flat=True))
    assert {"Innsbruck", "A city.", "The mayor announced it."} <= texts
    assert not texts & {"Innschbruck", "de", "AT", "city", "12"}


def test_the_translation_goes_live_with_the_same_record(city, site_tree, django_capture_on_commit_callbacks):
    source, _created = TranslationSource.update_or_create_from_instance(city)
    translation = Translation.objects.create(source=source, target_locale=site_tree.locale("fr"))
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    french = MemberPage.objects.get(translation_key=city.translation_key, locale=site_tree.locale("fr"))
    assert french.live
    assert [(state.kind, state.number, state.locale_id) for state in french.states.all()] == [
        ("participant", 12, french.locale_id)
    ]
    assert (french.country, french.lat, french.local_name) == ("AT", city.lat, "Innschbruck")
