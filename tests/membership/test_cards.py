"""Cards of shared profiles: the place on the map, in the language of its page, drawn at publication."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image
from wagtail.models import PageViewRestriction

from common.cards.drawing import HEIGHT, PICTURE
from membership.cards import shelf
from membership.cards.chart import chart
from membership.cards.wording import card_of
from membership.import_records import MemberImport
from membership.imports.running import run_import
from membership.map.outline import points, rings
from membership.models import MemberPage, MemberRow
from membership.publishing import rebuild
from seed.factories.membership import make_member, make_member_index
from seed.factories.pages import translate_page
from tests.membership.imports.files import csv_of, lines
from tests.worlds import world


@world
def index(site_tree):
    index = make_member_index(site_tree.home)
    translate_page(index, "fr", title="Villes et régions", slug="membres")
    return index


@pytest.fixture
def vienna(index, django_capture_on_commit_callbacks):
    state = {"kind": "participant", "date": "2013-04-01", "precision": "month"}
    with django_capture_on_commit_callbacks(execute=True):
        page = make_member(index, "Vienna", slug="vienna", states=(state,), lat=48.2, lon=16.37)
        page.save_revision().publish()
    return page


@pytest.fixture
def bring(index, django_capture_on_commit_callbacks):
    """Import lines: a function of lines."""

    def bring(rows):
        with django_capture_on_commit_callbacks(execute=True):
            run_import(MemberImport(name="list.csv", content=csv_of(rows)))

    return bring


def cards():
    return list(MemberRow.objects.filter(drawn=True).order_by("locale_id").values_list("card", flat=True))


def head(client, path):
    return client.get(path).content.decode().split("</head>")[0]


def test_a_profile_is_shared_with_its_card(client, vienna):
    (card,) = cards()
    html = head(client, vienna.url)
    assert f'<meta property="og:image" content="http://testserver/media/{card}">' in html
    assert '<meta property="og:image:width" content="1200">' in html
    assert '<meta property="og:image:height" content="630">' in html
    assert '<meta property="og:image:alt" content="Vienna (Austria) on the map of Europe">' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html
    assert '<meta name="twitter:image:alt" content="Vienna (Austria) on the map of Europe">' in html
    response = client.get(f"/media/{card}")
    assert "immutable" in response["Cache-Control"]
    assert Image.open(io.BytesIO(b"".join(response.streaming_content))).size == (1200, 630)


def test_each_language_has_a_card_in_its_words(client, vienna, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        french = translate_page(vienna, "fr", title="Vienne", slug="vienne")
    english_card, french_card = cards()
    assert english_card != french_card
    assert french_card in head(client, french.url)
    card = card_of(MemberRow.objects.get(name="Vienne"), "fr")
    assert (card.title, card.kicker) == ("Vienne", "Autriche · Ville")
    assert "avril 2013" in card.role


def test_a_reader_never_waits_for_a_card(client, index, monkeypatch):
    page = make_member(index)
    monkeypatch.setattr(shelf, "draw", lambda *_given: pytest.fail("drawn in a request"))
    assert "img/share.png" in head(client, page.url)


def test_the_same_content_is_drawn_once_and_an_old_card_goes(vienna, django_capture_on_commit_callbacks, monkeypatch):
    (first,) = cards()
    monkeypatch.setattr(shelf, "draw", lambda *_given: pytest.fail("drawn again"))
    with django_capture_on_commit_callbacks(execute=True):
        vienna.summary = "Other words."
        vienna.save_revision().publish()
        rebuild()
    assert cards() == [first]
    monkeypatch.undo()
    with django_capture_on_commit_callbacks(execute=True):
        vienna.title = "City of Vienna"
        vienna.save_revision().publish()
    assert cards() != [first]
    assert not default_storage.exists(first)


@pytest.mark.parametrize("leave", ["unpublish", "delete", "restrict"])
def test_a_profile_that_leaves_takes_its_card_along(vienna, leave, django_capture_on_commit_callbacks):
    (card,) = cards()
    with django_capture_on_commit_callbacks(execute=True):
        if leave == "restrict":
            PageViewRestriction.objects.create(page=vienna, restriction_type=PageViewRestriction.LOGIN)
        else:
            getattr(vienna, leave)()
    assert not default_storage.exists(card)


def test_an_import_leaves_cards_to_the_schedule(bring, capsys, monkeypatch):
    with monkeypatch.context() as held:
        held.setattr(shelf, "draw", lambda *_given: pytest.fail("drawn in an import"))
        bring(lines(3))
    assert cards() == []
    call_command("draw_cards", "--some")
    assert len(cards()) == 3
    assert "3 profiles of members" in capsys.readouterr().out
    call_command("draw_cards", "--some")
    assert capsys.readouterr().out == ""


def test_a_lost_file_is_drawn_anew(vienna, client):
    (card,) = cards()
    default_storage.delete(card)
    assert shelf.draw_all() == 1
    assert default_storage.exists(card)


def test_a_name_that_cannot_be_shown_has_no_card(index, client):
    page = make_member(index, "\U0001f600", slug="smile")
    assert shelf.draw_missing() == 0
    assert shelf.draw_missing() == 0
    assert "img/share.png" in head(client, page.url)
    assert MemberPage.objects.count() == 1


@pytest.mark.parametrize("country", ["AT", "XK", "RU", "MT", "ZZ"])
def test_the_chart_is_as_large_as_its_place(country):
    assert chart(48.2, 16.37, country).size == (PICTURE, HEIGHT)


def test_places_beyond_the_map_have_no_chart():
    assert chart(None, None, "AT") is None
    assert chart(-20.88, 55.45, "FR") is None


def test_every_ring_can_be_read():
    for ring in rings():
        corners = points(ring.path)
        assert ring.left - 1 <= min(x for x, _y in corners)
        assert max(y for _x, y in corners) <= ring.bottom + 1
