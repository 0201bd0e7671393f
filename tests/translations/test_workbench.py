"""The workbench: side by side, segment by segment, and everything without JavaScript."""

import time

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment

from seed.factories.pages import make_page
from translations.memory import remember
from translations.models import Letter, SegmentComment, State
from translations.segments import segments_of
from translations.writing import write_segment

from .conftest import start, translate

pytestmark = pytest.mark.django_db


def segment(translation, path):
    return next(one for one in segments_of(translation) if one.record.context.path == path)


def open_workbench(client, translation, **query):
    return client.get(reverse("translations_workbench", args=[translation.pk]), query)


def write(client, translation, path, text, action="done", **more):
    url = reverse("translations_write", args=[translation.pk, segment(translation, path).pk])
    headers = {"Accept": "application/json"} if more.pop("json", False) else {}
    return client.post(url, {"text": text, "action": action, **more}, headers=headers)


def test_opening_a_translation_leads_to_the_workbench(client, french, translator):
    client.force_login(translator)
    url = reverse("wagtailadmin_pages:edit", args=[french.get_target_instance().pk])
    assert client.get(url).url == reverse("translations_workbench", args=[french.pk])
    assert client.get(url, {"classic": 1}).status_code == 200


def test_source_and_target_say_their_language(client, french, translator):
    client.force_login(translator)
    html = open_workbench(client, french).content.decode()
    assert '<p lang="en" dir="ltr" data-source="Who we are">Who we are</p>' in html
    assert 'lang="fr" dir="ltr" spellcheck="true"' in html
    assert "part of the address" in html


def test_writing_goes_on_to_the_next_open_segment(client, french, translator):
    client.force_login(translator)
    response = write(client, french, "summary", "Qui nous sommes")
    assert response.status_code == 302
    assert response.url.endswith(f"#s{segment(french, 'introduction').pk}")
    assert segment(french, "summary").state == State.TRANSLATED


def test_only_a_form_writes(client, french, translator):
    client.force_login(translator)
    write(client, french, "summary", "Qui nous sommes")
    url = reverse("translations_write", args=[french.pk, segment(french, "summary").pk])
    assert client.get(url).status_code == 405
    assert segment(french, "summary").text == "Qui nous sommes"


@pytest.mark.parametrize("words", ["\x00", "'\"; --", "a" * 5000, "%_", "<b>"])
def test_odd_questions_are_answered(client, french, translator, words):
    client.force_login(translator)
    url = reverse("translations_segment", args=[french.pk, segment(french, "summary").pk])
    assert client.get(url, {"q": words}).status_code == 200
    assert open_workbench(client, french, q=words, state=words).status_code == 200
    assert client.get(reverse("translations_matrix"), {"q": words, "section": words, "p": words}).status_code == 200


def test_a_draft_stays_where_it_is(client, french, translator):
    client.force_login(translator)
    response = write(client, french, "summary", "Qui", "save")
    assert response.url.endswith(f"#s{segment(french, 'summary').pk}")
    assert segment(french, "summary").state == State.DRAFT


def test_autosave_answers_what_to_show(client, french, translator):
    client.force_login(translator)
    answer = write(client, french, "summary", "Qui nous  sommes?", "save", json=True).json()
    assert (answer["state"], answer["done"]) == ("draft", False)
    assert "two spaces" in answer["findings"]


def test_a_change_by_somebody_else_is_not_overwritten(client, french, translator, reviewer):
    client.force_login(translator)
    seen = open_workbench(client, french).context["rows"][2].seen
    write_segment(french, segment(french, "summary"), "Ce que nous sommes", State.TRANSLATED, reviewer)
    response = write(client, french, "summary", "Mes mots", seen=seen)
    assert response.status_code == 409
    assert "Mes mots" in response.content.decode()
    assert segment(french, "summary").text == "Ce que nous sommes"
    assert write(client, french, "summary", "Mes mots", seen=seen, json=True).status_code == 409


def test_the_memory_and_what_changed_stand_beside(client, about, french, translator):
    remember(("en", "fr"), "Who we really are", "Qui nous sommes vraiment")
    translate(french, introduction="Premiers mots")
    about.introduction = "First, words"
    about.save_revision().publish()
    client.force_login(translator)
    html = open_workbench(client, french).content.decode()
    assert "Qui nous sommes vraiment" in html
    assert "First<ins>,</ins> words" in html


def test_terms_are_set_off_and_can_be_inserted(client, french, translator, settings):
    settings.TRANSLATION_TERMS = "tests.translations.test_workbench.some_terms"
    client.force_login(translator)
    html = open_workbench(client, french).content.decode()
    assert '<mark class="wb-term" title="mots">words</mark>' in html
    assert 'data-insert="mots"' in html
    findings = write(client, french, "introduction", "Premières paroles", json=True).json()["findings"]
    assert "The approved term for “words” is “mots”." in findings


def some_terms(_source, _target):
    return [{"source": ("words", "wording"), "target": "mots", "target_forms": ("mot",)}]


def test_segments_are_narrowed_down(client, french, translator):
    translate(french, summary="Qui nous sommes")
    client.force_login(translator)
    assert len(open_workbench(client, french, state="open").context["rows"]) == 3
    assert len(open_workbench(client, french, state="translated").context["rows"]) == 1
    assert len(open_workbench(client, french, q="QUI NOUS").context["rows"]) == 1
    assert "No segment is like that" in open_workbench(client, french, q="zzz").content.decode()


def test_comments_reach_those_they_name(client, french, translator, reviewer):
    client.force_login(translator)
    one = segment(french, "summary")
    url = reverse("translations_comment", args=[french.pk, one.pk])
    client.post(url, {"text": "Is this right, @reviewer-fr? And @nobody?"})
    assert list(SegmentComment.objects.get().mentioned.all()) == [reviewer]
    assert [letter.user for letter in Letter.objects.all()] == [reviewer]
    html = client.get(reverse("translations_segment", args=[french.pk, one.pk])).content.decode()
    assert "Is this right" in html
    client.post(reverse("translations_resolve", args=[french.pk, SegmentComment.objects.get().pk]))
    assert SegmentComment.objects.get().resolved_at


def test_details_show_history_and_look_words_up(client, french, translator):
    client.force_login(translator)
    write(client, french, "summary", "Qui nous sommes")
    one = segment(french, "summary")
    html = client.get(reverse("translations_segment", args=[french.pk, one.pk]), {"q": "nous"}).content.decode()
    assert html.count("Qui nous sommes") >= 3


def test_nothing_typed_is_run(client, french, translator):
    client.force_login(translator)
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'</textarea>"
    write(client, french, "summary", evil, "save")
    client.post(reverse("translations_comment", args=[french.pk, segment(french, "summary").pk]), {"text": evil})
    pages = [
        open_workbench(client, french).content.decode(),
        client.get(reverse("translations_segment", args=[french.pk, segment(french, "summary").pk])).content.decode(),
    ]
    for html in pages:
        assert "<script>alert(1)" not in html
        assert "<img src=x" not in html


def test_a_locked_translation_is_read_only(client, french, translator):
    translate(french)
    client.force_login(translator)
    client.post(reverse("translations_hand_in", args=[french.pk]))
    html = open_workbench(client, french).content.decode()
    assert "closed for changes" in html
    assert "readonly" in html
    write(client, french, "summary", "Autre chose")
    assert segment(french, "summary").text == "fr Who we are"


def test_a_long_page_opens_quickly(client, trees, translator, django_assert_max_num_queries):
    body = [
        {"type": "paragraph", "value": f"<p>Sentence number {number} about <b>towns</b>.</p>"} for number in range(200)
    ]
    french = start(make_page(trees.home, "Long", body=body), trees.locale("fr"))
    assert StringSegment.objects.filter(source=french.source).count() >= 200
    client.force_login(translator)
    open_workbench(client, french)
    began = time.process_time()
    with django_assert_max_num_queries(25):
        assert len(open_workbench(client, french).context["rows"]) >= 200
    assert time.process_time() - began < 1
