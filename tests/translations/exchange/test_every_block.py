"""Every page type and every block of the house goes through every format and comes back byte by byte."""

import json

import pytest
from django.utils.translation import override
from wagtail.models import DraftStateMixin
from wagtail_localize.models import Translation, TranslationSource

from blocks.body import BodyBlock
from seed.factories.applications import make_form_page
from seed.factories.glossary import make_glossary, make_term
from seed.factories.home import compose, section
from seed.factories.library import make_image
from seed.factories.membership import make_member, make_member_index
from seed.factories.navigation import make_frame
from seed.factories.news import make_news_index, make_story, make_theme, quotation
from seed.factories.pages import make_page
from seed.factories.people import make_people_index, make_person, make_quotation
from tests.translations.conftest import start
from translations.exchange.exporting import FORMATS
from translations.models import State
from translations.segments import segments_of
from translations.writing import write_segment

from .conftest import export, forget, send
from .test_round_trip import without_stamps

pytestmark = pytest.mark.django_db

STREAM = BodyBlock()
BODY = STREAM.child_blocks
ID = "00000000-0000-4000-8000-000000000000"


def previewed(stem):
    """A stream with the preview of one block, as the gallery shows it, stored and read again."""
    block = BODY[stem]
    with override("en"):
        value = json.dumps(block.get_prep_value(block.get_preview_value()), default=str)
    value = json.loads(value.replace('"image": null', f'"image": {make_image().pk}'))
    return STREAM.to_python([{"type": stem, "value": value, "id": ID}])


def marked(source):
    """Words for a segment with its tags, and what is easily lost on the way."""
    return f"« Ω\u202f» {source} — &amp; &lt;ř&gt; \u0161\u00e9\u2019"


def round_trip(translation):
    """Send every format out and in; return what differs from what was written."""
    for segment in segments_of(translation):
        text = f"o-{segment.record.pk}" if segment.standing.is_slug else marked(segment.source)
        write_segment(translation, segment, text, State.FUZZY)
    before = {one.key: (one.text, one.state) for one in segments_of(translation)}
    wrong = []
    for name in FORMATS:
        data = export(translation, name)
        untouched = send(data).counts
        forget(translation)
        report = send(without_stamps(data))
        after = {one.key: (one.text, one.state) for one in segments_of(translation)}
        wrong += [] if untouched["unchanged"] == len(before) else [(name, untouched)]
        wrong += [] if report.counts["created"] == len(before) else [(name, report.counts, report.lines)]
        wrong += [] if after == before else [(name, before, after)]
    return before, wrong


@pytest.mark.parametrize("stem", BODY)
def test_every_block_comes_back(trees, stem):
    page = make_page(trees.home, "Page", body=previewed(stem))
    translation = start(page, trees.locale("fr"))
    before, wrong = round_trip(translation)
    assert wrong == []
    assert len(before) >= 2


MARKUP = '<p>Ask <b>us</b> &amp; <a href="https://example.org">see</a>.</p><ul><li>One</li></ul>'
TEXT = [{"type": "paragraph", "value": MARKUP}]


def front(trees):
    teaser = section("map_teaser", title="Cities", text="They share what they learn.", note="", with_facts=True)
    return compose(trees.home, teaser, section("facts", title="In numbers", note="As of today"))


def story(trees):
    return make_story(make_news_index(trees.home), body=[*TEXT, quotation()], summary="In short & true")


def member(trees):
    return make_member(make_member_index(trees.home))


def term(trees):
    return make_term(make_glossary(trees.home), variants=[("en", "antigypsyism")])


def person(trees):
    return make_person(make_people_index(trees.home))


TYPES = {
    "HomePage": front,
    "StandardPage": lambda trees: make_page(trees.home, "Join", introduction="How", body=STREAM.to_python(TEXT)),
    "NewsIndexPage": lambda trees: make_news_index(trees.home),
    "NewsPage": story,
    "MemberIndexPage": lambda trees: make_member_index(trees.home),
    "MemberPage": member,
    "GlossaryPage": lambda trees: make_glossary(trees.home),
    "TermPage": term,
    "PersonIndexPage": lambda trees: make_people_index(trees.home),
    "PersonPage": person,
    "FormPage": lambda trees: make_form_page(trees.home),
    "Theme": lambda trees: make_theme(),
    "Frame": lambda trees: make_frame(trees.locale("en")),
    "Quotation": lambda trees: make_quotation(person(trees)),
}


@pytest.mark.parametrize("name", TYPES)
def test_every_type_comes_back(trees, name):
    source = TYPES[name](trees)
    assert type(source).__name__ == name
    record, _made = TranslationSource.update_or_create_from_instance(source)
    translation, _made = Translation.objects.get_or_create(source=record, target_locale=trees.locale("fr"))
    translation.save_target(publish=not isinstance(source, DraftStateMixin))
    before, wrong = round_trip(translation)
    assert wrong == []
    assert before
