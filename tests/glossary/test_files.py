"""A marked term goes out in a translator's file and comes back."""

import pytest

from seed.factories.blocks import body
from seed.factories.glossary import make_glossary, make_term
from seed.factories.pages import make_page
from tests.translations.conftest import start, trees
from tests.translations.exchange.conftest import export, forget, send, words_of, write
from tests.translations.exchange.test_round_trip import without_stamps
from translations.exchange.exporting import FORMATS

__all__ = ["trees"]


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_marked_term_comes_back(trees, name):
    term = make_term(make_glossary(trees.home), "anti-Gypsyism")
    marked = f'<p>On <a linktype="term" key="{term.translation_key}">anti-Gypsyism</a> now.</p>'
    page = make_page(trees.home, "About us", summary="Who we are", body=body([("paragraph", marked)]))
    translation = start(page, trees.locale("fr"))
    write(translation, title="Nous", slug="nous", summary="Qui", body='Sur l’<a id="a1">antitsiganisme</a>.')
    data, before = export(translation, name), words_of(translation)
    forget(translation)
    assert send(without_stamps(data)).counts["refused"] == 0
    assert {key: text for key, (text, _state) in words_of(translation).items()} == {
        key: text for key, (text, _state) in before.items()
    }
    translation.save_target(publish=False)
    revision = translation.get_target_instance().get_latest_revision_as_object()
    assert f'key="{term.translation_key}"' in str(revision.body[0].value.source)
