"""Developers see every block in each language and theme; readers never do."""

import pytest
from django.conf import settings
from django.http import Http404

from blocks.body import BodyBlock
from blocks.showcase import gallery
from tests.blocks.markup import parsed


@pytest.fixture
def show(rf, settings, db):
    """Ask for the gallery in development."""
    settings.DEBUG = True
    return lambda query="": gallery(rf.get(f"/gallery/{query}")).content.decode()


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_block_is_shown_in_every_language(show, language):
    html = show(f"?language={language}&theme=dark")
    parsed(html.partition("<body>")[2].partition("</body>")[0])
    assert f'<html lang="{language}" dir="ltr" data-theme="dark">' in html
    for name in BodyBlock().child_blocks:
        assert f'id="block-{name}"' in html


def test_it_is_shown_right_to_left_on_demand(show):
    assert 'dir="rtl" data-theme="light"' in show("?dir=rtl")


@pytest.mark.parametrize("query", ["?language=xx", "?theme=loud", "?dir=up"])
def test_what_does_not_exist_is_not_found(show, query):
    with pytest.raises(Http404):
        show(query)


def test_readers_never_see_it(rf, settings):
    settings.DEBUG = False
    with pytest.raises(Http404):
        gallery(rf.get("/gallery/"))
