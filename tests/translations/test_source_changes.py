"""A change of the source is taken over at once, publishes nothing and loses no words."""

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from translations.gate import problems
from translations.models import Letter, SegmentState, State
from translations.progress import PageState, progress_of
from translations.review import hand_in
from translations.saving import save_draft
from translations.segments import segments_of
from translations.writing import write_segment

from .conftest import translate

pytestmark = pytest.mark.django_db
WORDS = {"title": "À propos", "slug": "a-propos", "summary": "Qui nous sommes", "introduction": "Premiers mots"}


@pytest.fixture
def live(french, django_capture_on_commit_callbacks):
    translate(french, **WORDS)
    with django_capture_on_commit_callbacks(execute=True):
        french.save_target(publish=True)
    return french


def publish(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def states(translation):
    return {one.record.context.path: one.state for one in segments_of(translation)}


def segment(translation, path):
    return next(one for one in segments_of(translation) if one.record.context.path == path)


def reader_sees(client, url="/fr/a-propos/"):
    return client.get(url).content.decode()


def test_a_comma_keeps_the_old_words_as_fuzzy(about, live):
    publish(about, introduction="First, words")
    assert states(live) == {
        "title": State.TRANSLATED,
        "slug": State.TRANSLATED,
        "summary": State.TRANSLATED,
        "introduction": State.FUZZY,
    }
    changed = segment(live, "introduction")
    assert (changed.text, changed.previous_source) == ("Premiers mots", "First words")


def test_fuzzy_words_are_not_published(about, live):
    publish(about, introduction="First, words")
    assert "not yet confirmed" in problems(live)[0]
    write_segment(live, segment(live, "introduction"), "Premiers mots", State.TRANSLATED)
    assert problems(live) == []


def test_two_changes_show_what_the_words_were_made_for(about, live):
    publish(about, introduction="First, words")
    publish(about, introduction="First, words!")
    assert segment(live, "introduction").previous_source == "First words"


def test_a_change_that_is_taken_back_gives_the_words_back(about, live):
    publish(about, introduction="First, words")
    publish(about, introduction="First words")
    assert states(live)["introduction"] == State.TRANSLATED


def test_another_sentence_is_new(about, live):
    publish(about, introduction="Elsewhere it is quite different")
    assert states(live)["introduction"] == State.NEW


def test_the_address_stays(about, live):
    publish(about, slug="all-about-us")
    assert (segment(live, "slug").text, states(live)["slug"]) == ("a-propos", State.TRANSLATED)


def test_readers_see_no_change_before_it_is_approved(client, about, live, translator):
    before = reader_sees(client)
    publish(about, introduction="First, words", summary="Something else entirely")
    assert "Something else" not in reader_sees(client)
    assert "Premiers mots" in before
    assert "Premiers mots" in reader_sees(client)
    # Saving a draft, with the source's words in it, changes nothing for readers either.
    save_draft(live, translator)
    page = Page.objects.get(pk=live.get_target_instance().pk).specific
    assert page.summary == "Qui nous sommes"
    assert page.has_unpublished_changes
    assert "Something else" not in reader_sees(client)


def test_a_hand_in_of_a_public_page_changes_nothing_for_readers(client, about, live, translator):
    publish(about, introduction="First, words")
    write_segment(live, segment(live, "introduction"), "Nouveaux mots", State.TRANSLATED, translator)
    hand_in(live, translator)
    assert "Nouveaux mots" not in reader_sees(client)
    assert progress_of(live).state == PageState.IN_REVIEW


def test_states_of_a_page(about, live):
    assert progress_of(live).state == PageState.LIVE
    publish(about, introduction="First, words")
    assert progress_of(live).state == PageState.OUTDATED
    assert progress_of(live).words_todo == 2
    write_segment(live, segment(live, "introduction"), "Premiers, mots", State.TRANSLATED)
    assert progress_of(live).state == PageState.READY


def test_publishing_the_same_again_leaves_translations_alone(about, live):
    publish(about)
    assert progress_of(live).state == PageState.LIVE
    assert not Letter.objects.exists()


def test_a_moved_paragraph_keeps_its_words(about, french):
    blocks = [("aaaaaaaa-0000-4000-8000-000000000001", "One sentence"), ("aaaaaaaa-0000-4000-8000-000000000002", "Two")]
    body = [{"type": "paragraph", "value": f"<p>{text} here.</p>", "id": key} for key, text in blocks]
    publish(about, body=body)
    translate(french)
    publish(about, body=[body[1], {**body[0], "id": "aaaaaaaa-0000-4000-8000-000000000003"}])
    assert set(states(french).values()) == {State.TRANSLATED}


def test_the_worker_is_told_once(about, live, translator):
    SegmentState.objects.update(changed_by=translator)
    publish(about, introduction="First, words")
    publish(about, introduction="First, words!")
    assert [(one.user, one.kind) for one in Letter.objects.all()] == [(translator, Letter.Kind.CHANGED)]


def test_segments_that_only_moved_keep_their_record(about, french):
    before = StringSegment.objects.get(source=french.source, context__path="introduction").pk
    publish(about, summary="", introduction="First words")
    assert StringSegment.objects.get(source=french.source, context__path="introduction").pk == before


def test_a_fuzzy_text_with_lost_tags_stays_fuzzy(about, live):
    publish(about, introduction="First words")
    one = segment(live, "introduction")
    write_segment(live, one, "Premiers <b>mots</b>", State.FUZZY)
    assert states(live)["introduction"] == State.FUZZY
    assert StringTranslation.objects.get(context__path="introduction").has_error
