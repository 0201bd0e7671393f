"""What an editor can look at before a story goes out."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from seed.factories.library import make_image
from seed.factories.news import make_story, quotation
from seed.factories.pages import translate_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client, newsroom):
    """Returns the preview of a draft in a mode."""
    client.force_login(get_user_model().objects.create_superuser("ana", "ana@example.org", "three long words"))
    story = make_story(
        newsroom.index,
        "A draft",
        live=False,
        themes=[newsroom.rights],
        lead_image=make_image(credit="Photo: Ana"),
        lead_alt="A school",
        body=[quotation()],
        authors="Ana Horvat, Jan Kolar",
    )

    def show(mode):
        response = client.get(reverse("wagtailadmin_pages:view_draft", args=(story.pk,)), {"mode": mode})
        assert response.status_code == 200
        return response.content.decode()

    show.story = story
    return show


def test_offers_every_way_and_every_other_language(shown):
    modes = dict(shown.story.preview_modes)
    assert list(modes) == ["", "card", "social", "feed", "print", "language-fr"]
    assert modes["language-fr"] == "Français"


@pytest.mark.parametrize("mode", ["", "card", "social", "feed", "print"])
def test_every_way_shows_the_draft(shown, mode):
    page = shown(mode)
    assert "A draft" in page
    assert "noindex" in page


def test_each_way_shows_what_it_is_for(shown):
    assert 'class="item"' in shown("card")
    assert "Juliana Hoxha" not in shown("card").partition("<body>")[2]
    assert "Juliana Hoxha" in shown("feed")
    assert 'class="shared"' in shown("social")
    assert 'class="paper"' in shown("print")
    assert "Ana Horvat, Jan Kolar" in shown("").replace("\n", "")


def test_the_feed_is_shown_as_it_is_carried(shown):
    feed = shown("feed")
    carried = feed[feed.index("feed-entry__text") :]
    assert "blockquote" in carried
    assert 'class="quote' not in carried


def test_a_language_shows_its_own_newest_version(shown, newsroom):
    assert "Genre" in shown("language-fr") or 'lang="fr"' in shown("language-fr")
    french = translate_page(shown.story, "fr", title="Un brouillon", slug="un-brouillon")
    version = french.get_latest_revision_as_object()
    version.title = "Un brouillon plus récent"
    version.save_revision()
    page = shown("language-fr")
    assert "Un brouillon plus récent" in page
    assert '<html lang="fr"' in page
