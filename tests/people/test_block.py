"""The quotation block shows itself to editors, in every language, and editors may use it."""

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.telepath import JSContext
from wagtail.admin.views.generic.preview import StreamFieldBlockPreview

from accounts.roles import ensure_demo_accounts, ensure_roles
from news.stream import StoryBlock, quotes_in
from people.models import Quotation
from seed.factories.news import make_story, quotation
from tests.blocks.markup import parsed

from .conftest import quoted

BLOCK = StoryBlock().child_blocks["quotation"]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_preview_renders_in_every_language(language):
    with override(language):
        html = BLOCK.render(BLOCK.get_preview_value(), {"is_block_preview": True})
    parsed(html)
    assert "Jean-Claude Frécon" in html
    assert "une initiative forte" in html


def test_the_preview_says_the_group_as_readers_know_it():
    with override("fr"):
        assert "SOC" in BLOCK.render(BLOCK.get_preview_value(), {})
    assert "Read in English" in BLOCK.render(BLOCK.get_preview_value(), {})


@pytest.mark.django_db
def test_the_block_picker_shows_it():
    response = StreamFieldBlockPreview.as_view()(RequestFactory().get("/", {"id": BLOCK.definition_prefix}))
    assert "css/site" in response.render().content.decode()


def test_the_editor_can_build_its_form(place):
    stream = StoryBlock()
    assert JSContext().pack(stream)
    assert stream.child_blocks["quotation"].get_form_state(place.said)["id"] == place.said.pk


def test_nothing_chosen_shows_nothing():
    assert BLOCK.render(None, {}) == ""
    assert BLOCK.get_searchable_content(None) == []
    assert BLOCK.get_translatable_segments(None) == []


def test_quotations_of_a_story_have_one_shape(place):
    story = make_story(place.news, "Both", body=[quotation("Papers first"), *quoted(place.said)])
    one_off, kept = quotes_in(story)
    assert one_off["speaker"] == "Juliana Hoxha"
    assert (kept["speaker"], kept["country"], kept["group"]) == ("Christine Oppitz-Plörer", "AT", "EPP/CCE")
    assert kept["date"].machine == "2013-04-26"


@pytest.mark.parametrize(
    ("name", "english", "french", "new"),
    [
        ("editor", True, False, True),
        ("moderator", True, False, True),
        ("coordinator", True, True, True),
        ("translator-fr", False, True, False),
    ],
)
def test_each_job_keeps_the_quotations_of_its_languages(client, place, name, english, french, new):
    ensure_roles()
    client.force_login(ensure_demo_accounts("three long words")[name])
    for row, allowed in ((place.said, english), (place.dit, french)):
        status = client.get(reverse("wagtailsnippets_people_quotation:edit", args=[row.pk])).status_code
        assert (status == 200) == allowed
    chooser = Quotation.snippet_viewset.chooser_viewset
    status = client.post(reverse(chooser.get_url_name("create")), {}).status_code
    assert (status == 200) == new
