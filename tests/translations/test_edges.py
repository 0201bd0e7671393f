"""What seldom happens: pages that are gone, words without end, tags in tags, and people who come late."""

import time

import pytest
from django.urls import reverse

from seed.factories.blocks import body
from seed.factories.pages import make_page
from translations.models import SegmentComment, State
from translations.review import hand_in
from translations.segments import segments_of

from .conftest import start, translate
from .test_workbench import segment, write

pytestmark = pytest.mark.django_db
LONG = " ".join(f"word{number}" for number in range(6000))
NESTED = '<p>See <b>our <a href="https://example.org/list">whole <i>list</i></a> of</b> cities.</p>'


def bench(translation):
    return reverse("translations_workbench", args=[translation.pk])


def actions(translation):
    """Every address at which something happens to a translation."""
    one = segments_of(translation)[0].pk
    names = ("hand_in", "decide", "publish", "publish_first", "pretranslate")
    return [reverse(f"translations_{name}", args=[translation.pk]) for name in names] + [
        reverse(f"translations_{name}", args=[translation.pk, one]) for name in ("write", "comment", "segment")
    ]


@pytest.mark.parametrize("gone", ["source", "target", "stopped"])
def test_what_is_gone_is_not_found(client, about, french, admin_user, gone):
    addresses = [bench(french), *actions(french)]
    if gone == "stopped":
        type(french).objects.filter(pk=french.pk).update(enabled=False)
    else:
        (about if gone == "source" else french.get_target_instance()).delete()
    client.force_login(admin_user)
    for address in addresses:
        assert client.post(address, {"text": "x", "action": "done"}).status_code in {302, 404}, address
        assert client.get(address).status_code in {302, 404, 405}, address
    for name in ("translations_matrix", "translations_files", "wagtailadmin_home"):
        assert client.get(reverse(name)).status_code == 200


def test_a_source_that_moved_keeps_its_translation(client, about, french, trees, translator):
    translate(french)
    other = make_page(trees.home, "Other")
    about.move(other, pos="last-child")
    client.force_login(translator)
    assert client.get(bench(french)).status_code == 200
    hand_in(french, translator)
    assert french.get_target_instance().current_workflow_state is not None


def test_a_very_long_segment_is_shown_and_followed_in_time(client, trees, translator):
    page = make_page(trees.home, "Long", body=body([("paragraph", f"<p>{LONG}</p>")]))
    french = start(page, trees.locale("fr"))
    translate(french)
    page.body = body([("paragraph", f"<p>{LONG.replace('word9 ', 'word9, ').replace('word500 ', '')}</p>")])
    page.save_revision().publish()
    client.force_login(translator)
    began = time.process_time()
    html = client.get(bench(french)).content.decode()
    assert time.process_time() - began < 3
    assert "What changed in the source" in html


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ('Voir <b>notre <a id="a1">liste <i>entière</i></a> de</b> villes.', State.TRANSLATED),
        ('<a id="a1">Liste <i>entière</i> <b>de</b></a> villes.', State.TRANSLATED),
        ('Voir <b>notre <a id="a1">liste <i>entière</i> de</b></a> villes.', None),
        ('Voir <b>notre <a id="a2">liste <i>entière</i></a> de</b> villes.', State.DRAFT),
        ('Voir <b>notre <a id="a1">liste entière</a> de</b> villes.', State.DRAFT),
        ('Voir <b>notre <a id="a1" href="javascript:x">liste <i>e</i></a> de</b> villes.', State.DRAFT),
        ("Voir <b><b>notre</b></b>", State.DRAFT),
        ("<script>alert(1)</script>", State.DRAFT),
    ],
)
def test_tags_in_tags(client, trees, translator, text, state):
    page = make_page(trees.home, "Nested", body=body([("paragraph", NESTED)]))
    french = start(page, trees.locale("fr"))
    client.force_login(translator)
    sentence = segments_of(french)[-1]
    write(client, french, sentence.record.context.path, text)
    after = segment(french, sentence.record.context.path)
    assert state is None or after.state == state
    assert "href" not in after.text or after.state == State.DRAFT
    preview = client.get(reverse("wagtail_localize:preview_translation", args=[french.pk]))
    assert preview.status_code == 200
    assert "alert(1)</script>" not in preview.content.decode()
    assert "javascript:x" not in preview.content.decode()


@pytest.mark.parametrize("text", ["\x00", "a\x00b\x0b", "\u202e" * 50, "&#0;&nbsp;", "<", "<b", "a & b", "x" * 40000])
def test_odd_words_are_no_error_pages(client, french, translator, text):
    client.force_login(translator)
    one = segments_of(french)[-1]
    assert write(client, french, one.record.context.path, text).status_code in {200, 302}
    assert client.get(bench(french)).status_code == 200


def test_nobody_reaches_the_comments_of_another_translation(client, about, french, trees, translator):
    german = start(about, trees.locale("de"))
    one = segments_of(german)[0]
    key = {"context": one.record.context, "string": one.record.string}
    comment = SegmentComment.objects.create(translation=german, text="Secret", **key)
    client.force_login(translator)
    client.post(reverse("translations_resolve", args=[french.pk, comment.pk]))
    comment.refresh_from_db()
    assert comment.resolved_at is None
    assert "Secret" not in client.get(reverse("translations_segment", args=[french.pk, one.pk])).content.decode()


def test_a_translator_learns_nothing_of_the_source_page(client, about, french, translator):
    client.force_login(translator)
    for name in ("history", "edit", "usage", "copy", "delete", "unpublish"):
        assert client.get(reverse(f"wagtailadmin_pages:{name}", args=[about.pk])).status_code == 302, name
    revision = about.save_revision()
    assert client.get(reverse("wagtailadmin_pages:revisions_view", args=[about.pk, revision.pk])).status_code == 302


def test_a_page_without_words_has_nothing_to_do(client, trees, translator, about):
    french = start(make_page(trees.home, "1", slug="n1", summary=""), trees.locale("fr"))
    client.force_login(translator)
    assert client.get(bench(french)).status_code == 200
    assert client.get(bench(french), {"state": "nonsense", "q": "\x00%_"}).status_code == 200


def test_a_title_that_is_too_long_is_a_draft_and_never_the_pages(client, french, translator):
    client.force_login(translator)
    before = french.get_target_instance().draft_title
    for number in range(2):
        write(client, french, "title", f"Bien trop long {number} " * 20)
        assert segment(french, "title").state == State.DRAFT
        assert segment(french, "title").text.startswith(f"Bien trop long {number}")
    title = segment(french, "title")
    url = reverse("wagtail_localize:edit_string_translation", args=[french.pk, title.pk])
    form = "application/x-www-form-urlencoded"
    assert client.put(url, "value=" + "x" * 300, content_type=form).status_code == 400
    assert french.get_target_instance().draft_title == before
    assert client.put(url, "value=Titre", content_type=form).status_code in {200, 201}
