"""Words are changed only by those who work in the language."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from navigation.models import Frame
from seed.factories.pages import make_page
from translations.models import State
from translations.segments import segments_of

from .conftest import start, translate

pytestmark = pytest.mark.django_db


def put(client, translation, data="Bonjour"):
    segment = StringSegment.objects.filter(source=translation.source).first()
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    body = f"value={data}"
    return client.put(url, body, content_type="application/x-www-form-urlencoded")


def words(translation):
    return StringTranslation.objects.filter(locale=translation.target_locale).count()


def test_translators_write_in_their_language_only(client, about, french, trees, translator):
    german = start(about, trees.locale("de"))
    client.force_login(translator)
    put(client, german)
    assert words(german) == 0


def test_a_translator_writes_word_by_word(client, french, translator):
    client.force_login(translator)
    assert put(client, french).status_code == 201
    assert words(french) >= 1


def test_writing_needs_the_token_against_forgery(french, translator):
    client = Client(enforce_csrf_checks=True)
    client.force_login(translator)
    assert put(client, french).status_code == 403
    assert words(french) == 0


def test_words_are_closed_while_a_reviewer_reads(client, french, translator):
    translate(french)
    client.force_login(translator)
    client.post(reverse("translations_hand_in", args=[french.pk]))
    before = list(StringTranslation.objects.values_list("data", flat=True))
    put(client, french, "Bonjour")
    assert list(StringTranslation.objects.values_list("data", flat=True)) == before


def test_only_those_who_publish_stop_a_translation(client, french, translator, reviewer):
    url = reverse("wagtail_localize:stop_translation", args=[french.pk])
    client.force_login(translator)
    client.post(url)
    assert Translation.objects.get(pk=french.pk).enabled
    client.force_login(reviewer)
    client.post(url)
    assert not Translation.objects.get(pk=french.pk).enabled


# Snippets


def test_snippets_open_only_in_own_languages(client, trees, translator):
    english = Frame.objects.create(site_name="Alliance", locale=trees.locale("en"))
    french = english.copy_for_translation(trees.locale("fr"))
    french.save()
    client.force_login(translator)
    edit = Frame.snippet_viewset.get_url_name("edit")
    assert client.get(reverse(edit, args=[french.pk])).status_code == 200
    assert client.get(reverse(edit, args=[english.pk])).status_code == 302


# PO files


def upload(client, translation, content=None):
    data = {} if content is None else {"file": SimpleUploadedFile("fr.po", content)}
    response = client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), data)
    assert response.status_code == 302
    return [str(message) for message in get_messages(response.wsgi_request)]


def po(translation, **strings):
    file = translation.export_po()
    for entry in file:
        entry.msgstr = strings.get(entry.msgctxt, "")
    return file


def test_a_file_without_its_header_is_taken_in(client, french, translator):
    client.force_login(translator)
    file = po(french, summary="Qui nous sommes")
    del file.metadata["X-WagtailLocalize-TranslationID"]
    messages = upload(client, french, str(file).encode())
    assert messages == [
        "1 entry was taken in. 3 entries were passed over: they are empty, unchanged or not of this page."
    ]
    assert StringTranslation.objects.get().data == "Qui nous sommes"


def test_unclear_entries_need_review(client, french, translator):
    client.force_login(translator)
    file = po(french, summary="Qui nous sommes")
    for entry in file:
        entry.flags.append("fuzzy")
    upload(client, french, str(file).encode())
    assert {segment.state for segment in segments_of(french) if segment.text} == {State.FUZZY}


def test_a_file_of_another_page_is_refused(client, french, trees, translator):
    other = start(make_page(trees.home, "Other"), trees.locale("fr"))
    client.force_login(translator)
    assert "another page or language" in upload(client, french, str(po(other, title="Autre")).encode())[0]


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00", b"/etc/passwd", b'msgid "a\nmsgstr "b"\n'])
def test_broken_files_are_sentences_not_error_pages(client, french, translator, content):
    client.force_login(translator)
    assert len(upload(client, french, content)) == 1
    assert not StringTranslation.objects.exists()


def test_a_translated_title_proposes_an_address(french):
    translate(french, title="Égalité des chances")
    slug = StringTranslation.objects.get(context__path="slug")
    assert slug.data == "egalite-des-chances"
    translate(french, title="Égalité")
    slug.refresh_from_db()
    assert slug.data == "egalite-des-chances"
