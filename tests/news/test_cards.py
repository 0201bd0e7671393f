"""Cards of shared links: drawn when a story is published, in its language, and never in a reader's request."""

import datetime
import io

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import translation
from PIL import Image
from wagtail.models import PageViewRestriction

from common.cards import drawing, typesetting
from common.cards.drawing import Card, draw
from common.seo import site_name
from news.cards import publishing, shelf
from news.cards.wording import card_of
from seed.factories.library import make_image
from seed.factories.news import make_story, paragraph, quotation
from seed.factories.pages import translate_page

LETTERS = {
    "en": "Ab", "fr": "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’", "rom": "ČĆĎŁŚŠŤŽčćďłśšťžθΘëïöäü", "de": "ÄÖÜẞäöüß„“",
    "ro": "ĂÂÎȘȚăâîșț„”", "hu": "ÁÉÍÓÖŐÚÜŰáéíóöőúüű",
    "sk": "ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽáäčďéíĺľňóôŕšťúýž", "es": "ÁÉÍÑÓÚÜáéíñóúü¿¡",
    "it": "ÀÈÉÌÒÙàèéìòù", "el": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώϊϋΐΰς", "bg": "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯаъьюя",
    "uk": "АЄЖЗИІЇЙЩЬЮЯҐєіїґ", "sr": "ЂЈЉЊЋЏђјљњћџ", "sq": "ÇËçë", "tr": "ÇĞİÖŞÜçğıöşü",
}  # fmt: skip


def opened(data):
    return Image.open(io.BytesIO(data))


def test_the_typefaces_have_the_letters_of_every_language():
    assert set(LETTERS) == {code for code, _name in settings.LANGUAGES}
    for code, letters in LETTERS.items():
        assert typesetting.legible(letters) == letters, code


def test_signs_that_cannot_be_shown_are_left_out():
    assert typesetting.legible("Fine \U0001f600 words\u0000\u202e") == "Fine words"
    assert typesetting.legible("ʒanglipen") == "žanglipen"
    assert typesetting.legible("Dosta\u202f!  Prix") == "Dosta\u00a0! Prix"
    assert draw(Card("\U0001f600", "", "Site")) == b""


@pytest.mark.parametrize("title", ["A", "word " * 60, "Donaudampfschifffahrtsgesellschaft" * 12, "Ευρωπαϊκή " * 40])
@pytest.mark.parametrize("picture", [None, Image.new("RGBA", (10, 2000), "#2b5a9e")])
def test_every_title_fits(title, picture):
    for speaker in ("", "Christine Oppitz-Plörer (Austria, EPP/CCE) " * 4):
        drawn = opened(draw(Card(title, "Report", "Site " * 40, speaker, "Mayor " * 60), picture))
        assert drawn.size == (1200, 630)
        assert drawn.format == "JPEG"
        edge = drawn.convert("RGB").crop((0, 0, drawing.MARGIN // 2, 600)).getcolors(100_000)
        assert all(min(colour) > 200 for _count, colour in edge)


def test_a_long_title_is_cut_with_an_ellipsis():
    setting = typesetting.fit("word " * 200, typesetting.SERIF, (60, 30), 500, 200)
    assert setting.size == 30
    assert setting.height <= 200
    assert setting.lines[-1].endswith("…")
    assert all(typesetting.font(typesetting.SERIF, 30).getlength(line) <= 500 for line in setting.lines)


@pytest.fixture
def published(newsroom, django_capture_on_commit_callbacks):
    """Publish a story and let what follows happen; a function like ``make_story``."""

    def make(*args, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            story = make_story(newsroom.index, *args, **fields)
        story.refresh_from_db()
        return story

    return make


@pytest.mark.django_db
def test_a_card_is_drawn_as_a_story_is_published_and_served_by_the_site(client, published):
    story = published("Innsbruck joins the Alliance", lead_image=make_image(), lead_alt="A school")
    assert default_storage.exists(story.card)
    assert story.card_alt == "Innsbruck joins the Alliance"
    page = client.get(story.url).content.decode()
    assert f'<meta property="og:image" content="http://testserver/media/{story.card}">' in page
    assert f'<meta name="twitter:image" content="http://testserver/media/{story.card}">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    response = client.get(f"/media/{story.card}")
    assert response.status_code == 200
    assert "immutable" in response["Cache-Control"]
    assert opened(b"".join(response.streaming_content)).size == (1200, 630)


@pytest.mark.django_db
def test_a_reader_never_waits_for_a_card(client, newsroom, monkeypatch):
    story = make_story(newsroom.index)
    monkeypatch.setattr(shelf, "draw", lambda *_given: pytest.fail("drawn in a request"))
    assert "img/share.png" in client.get(story.url).content.decode()


@pytest.mark.django_db
def test_the_same_content_is_drawn_once(published, django_capture_on_commit_callbacks, monkeypatch):
    story = published("First title")
    first = story.card
    monkeypatch.setattr(shelf, "draw", lambda *_given: pytest.fail("drawn again"))
    with django_capture_on_commit_callbacks(execute=True):
        story.save_revision().publish()
    story.refresh_from_db()
    assert story.card == first
    monkeypatch.undo()
    story.title = "Second title"
    with django_capture_on_commit_callbacks(execute=True):
        story.save_revision().publish()
    story.refresh_from_db()
    assert story.card != first
    assert not default_storage.exists(first)
    assert default_storage.exists(story.card)


@pytest.mark.django_db
def test_a_story_that_leaves_takes_its_card_along(published):
    story, other = published("Leaves"), published("Is deleted")
    cards = [story.card, other.card]
    story.unpublish()
    other.delete()
    assert not any(default_storage.exists(name) for name in cards)
    story.refresh_from_db()
    assert story.card == ""


@pytest.mark.django_db
def test_drafts_and_embargoed_stories_have_none(published):
    embargo = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
    assert published("Draft", live=False).card == ""
    assert published("Embargoed", embargo_until=embargo).card == ""


@pytest.mark.django_db
def test_a_statement_shows_its_quotation_in_the_language_of_the_page(newsroom):
    said = {"language": "fr", "translation": "The Alliance, a strong initiative"}
    speaker = {"speaker": "Jean-Claude Frécon", "country": "FR", "group": "SOC", "role": "Senator"}
    quote = quotation("L’Alliance, une initiative forte", **said, **speaker)
    story = make_story(newsroom.index, "Headline", kind="statement", body=[paragraph(), quote])
    card = card_of(story)
    assert card.title == "The Alliance, a strong initiative"
    assert card.speaker == "Jean-Claude Frécon (France, SOC)"
    assert card.role == "Senator"
    assert card.kicker == "Statement · 14 November 2018"
    french = card_of(translate_page(story, "fr", title="Titre", slug="titre"))
    assert french.title == "L’Alliance, une initiative forte"
    assert french.kicker.endswith("14 novembre 2018")
    with translation.override("fr"):
        assert french.site == site_name("fr")
    assert card_of(make_story(newsroom.index, "Headline", body=[quote])).title == "Headline"


@pytest.mark.django_db
def test_an_import_draws_later(newsroom, django_capture_on_commit_callbacks, capsys):
    with publishing.paused(), django_capture_on_commit_callbacks(execute=True):
        story = make_story(newsroom.index)
    story.refresh_from_db()
    assert story.card == ""
    call_command("draw_cards", "--some")
    story.refresh_from_db()
    assert default_storage.exists(story.card)
    assert capsys.readouterr().out.startswith("Cards are ready for 1 stories.\n")
    call_command("draw_cards", "--some")
    assert capsys.readouterr().out == ""


@pytest.mark.django_db
def test_a_story_that_becomes_private_loses_its_card_until_it_is_public_again(published):
    story = published("For some only", slug="some")
    card = story.card
    restriction = PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    story.refresh_from_db()
    assert story.card == ""
    assert not default_storage.exists(card)
    assert publishing.draw_missing() == 0
    restriction.delete()
    assert publishing.draw_missing() == 1


@pytest.mark.django_db
def test_what_cannot_be_drawn_is_tried_once(published):
    story = published("\U0001f600", slug="smile")
    assert story.card == ""
    assert publishing.draw_missing() == 0
    assert story.card_alt == "\U0001f600"


@pytest.mark.django_db
def test_a_lost_picture_stops_no_publication(published):
    image = make_image()
    image.file.storage.delete(image.file.name)
    assert published("Without its picture", lead_image=image, lead_alt="x").card
