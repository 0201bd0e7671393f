"""Words are written in one place, with checks, state, history and memory."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation

from translations.memory import matches
from translations.models import MemoryEntry, SegmentHistory, SegmentState, State
from translations.segments import segments_of
from translations.writing import write_segment

from .conftest import translate

pytestmark = pytest.mark.django_db


def segment(translation, path):
    return next(one for one in segments_of(translation) if one.record.context.path == path)


def write(translation, path, text, state=State.TRANSLATED, user=None):
    return write_segment(translation, segment(translation, path), text, state, user)


def with_link(translation):
    one = StringSegment.objects.get(source=translation.source, context__path="summary").string
    one.data = 'See <a id="a1">our <b>list</b></a>'
    one.save()


def test_segments_come_in_reading_order_and_begin_new(french):
    found = segments_of(french)
    assert [one.record.context.path for one in found] == ["title", "slug", "summary", "introduction"]
    assert {one.state for one in found} == {State.NEW}
    assert found[2].standing.label == "Summary"


def test_words_get_state_history_and_memory(french, translator):
    written = write(french, "summary", "Qui nous sommes", user=translator)
    assert written.state == State.TRANSLATED
    assert segment(french, "summary").changed_by == translator.pk
    assert SegmentHistory.objects.get().text == "Qui nous sommes"
    assert matches(("en", "fr"), "Who we are")[0].entry.target_text == "Qui nous sommes"


def test_the_same_again_changes_nothing(french, translator):
    write(french, "summary", "Qui nous sommes", user=translator)
    assert not write(french, "summary", "Qui  nous sommes".replace("  ", " "), user=translator).changed
    assert SegmentHistory.objects.count() == 1


def test_drafts_are_not_remembered_and_make_one_line_of_history(french, translator):
    for text in ("Qui", "Qui nous", "Qui nous sommes"):
        write(french, "summary", text, State.DRAFT, translator)
    assert not MemoryEntry.objects.exists()
    assert SegmentHistory.objects.get().text == "Qui nous sommes"


def test_blocked_words_are_kept_as_a_draft(french, translator):
    with_link(french)
    written = write(french, "summary", "Voir notre liste", user=translator)
    assert written.state == State.DRAFT
    assert [finding.code for finding in written.findings if finding.blocks] == ["tags"]
    assert segment(french, "summary").text == "Voir notre liste"
    assert write(french, "summary", 'Voir <a id="a1">notre <b>liste</b></a>', user=translator).state == State.TRANSLATED


def test_a_sentence_may_stay_as_it_is(french):
    assert write(french, "summary", "", State.KEEP_SOURCE).state == State.KEEP_SOURCE
    assert segment(french, "summary").text == "Who we are"
    assert not MemoryEntry.objects.exists()


def test_without_words_it_is_new_again(french):
    write(french, "summary", "Qui nous sommes")
    assert write(french, "summary", " ").state == State.NEW
    assert not StringTranslation.objects.filter(context__path="summary").exists()


def test_nobody_reviews_their_own_words(french, translator, reviewer):
    assert write(french, "summary", "Qui nous sommes", State.REVIEWED, reviewer).state == State.TRANSLATED
    assert write(french, "summary", "Qui nous sommes", State.REVIEWED, reviewer).state == State.TRANSLATED
    write(french, "summary", "Qui sommes-nous", user=translator)
    assert write(french, "summary", "Qui sommes-nous", State.REVIEWED, translator).state == State.TRANSLATED
    assert write(french, "summary", "Qui sommes-nous", State.REVIEWED, reviewer).state == State.REVIEWED
    assert segment(french, "summary").changed_by == translator.pk


def test_what_is_typed_is_cleaned(french):
    write(french, "summary", "Qui\x00 nous & vous\ud800")
    assert segment(french, "summary").text == "Qui nous &amp; vous"


def test_words_from_elsewhere_have_states_too(french):
    translate(french, title="À propos", summary="Qui nous sommes")
    SegmentState.objects.all().delete()
    StringTranslation.objects.filter(context__path="summary").update(translation_type="machine")
    assert segment(french, "title").state == State.TRANSLATED
    assert segment(french, "summary").state == State.MACHINE
