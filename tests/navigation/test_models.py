"""Editors keep one frame a language, and each mistake is said where it was made."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments.extract import extract_segments

from navigation.models import Contact, Frame
from seed.factories.navigation import make_frame


def test_a_second_frame_in_a_language_is_refused(site_tree):
    make_frame(site_tree.home.locale)
    with pytest.raises(ValidationError, match="frame already"):
        Frame(site_name="Another", locale=site_tree.home.locale).clean()


def test_a_contact_needs_a_way_to_be_reached():
    with pytest.raises(ValidationError) as caught:
        Contact(name="Ana", role="Secretary").clean()
    assert "email" in caught.value.message_dict


def test_names_and_numbers_are_not_given_to_translators(site_tree):
    frame = make_frame(
        site_tree.home.locale,
        menu=[("Start", site_tree.home)],
        networks=[("Facebook", "https://f.example/")],
        contacts=[{"name": "Ana", "role": "Secretary", "telephone": "+33 3", "email": "a@example.org"}],
        mission="",
    )
    texts = {segment.string.render_text() for segment in extract_segments(frame) if hasattr(segment, "string")}
    assert texts == {"Alliance", "Start", "Secretary"}


def test_the_translation_follows_the_source(site_tree):
    frame = make_frame(
        site_tree.home.locale,
        menu=[("Start", site_tree.home)],
        networks=[("Facebook", "https://f.example/")],
        contacts=[{"name": "Ana", "role": "Secretary", "email": "a@example.org"}],
    )
    source, _created = TranslationSource.update_or_create_from_instance(frame)
    translation = Translation.objects.create(source=source, target_locale=site_tree.locale("fr"))
    translation.save_target()
    french = Frame.objects.get(locale=Locale.objects.get(language_code="fr"))
    assert [item.title for item in french.menu_items.all()] == ["Start"]
    assert [link.name for link in french.network_links.all()] == ["Facebook"]
    assert [(person.name, person.locale.language_code) for person in french.contacts.all()] == [("Ana", "fr")]
