"""What stops a story from being published, and what asks for a reason."""

import datetime

import pytest

from news.checks import check, findings
from news.models import NewsPage
from seed.factories.library import make_image
from seed.factories.news import make_story, paragraph, quotation
from tests.worlds import world

pytestmark = pytest.mark.django_db


def keys(story):
    return {finding.key for finding in findings(story)}


@world
def ready(newsroom):
    """A story that passes every check."""
    return make_story(
        newsroom.index,
        live=False,
        themes=[newsroom.rights],
        members=[newsroom.tirana],
        lead_image=make_image(),
        lead_alt="A school",
        body=[paragraph(), quotation()],
    )


def test_a_complete_story_passes(ready):
    assert findings(ready) == []


@pytest.mark.parametrize(
    ("change", "key", "field"),
    [
        ({"summary": " "}, "summary", "summary"),
        ({"lead_alt": ""}, "alt", "lead_alt"),
        ({"body": [quotation(speaker="")]}, "speaker", "body"),
        ({"body": [quotation(language="")]}, "language", "body"),
        ({"body": [paragraph('<p><a linktype="page" id="987654">x</a></p>')]}, "dead_link", "body"),
        ({"body": [paragraph('<p><a href="/en/news/never/">x</a></p>')]}, "dead_link", "body"),
        ({"body": [paragraph('<p><a linktype="document" id="987654">x</a></p>')]}, "dead_link", "body"),
        ({"body": [{"type": "quotation", "value": None}]}, "quotation", "body"),
    ],
)
def test_an_error_names_the_field(ready, change, key, field):
    for name, value in change.items():
        setattr(ready, name, value)
    found = [finding for finding in findings(ready) if finding.is_error]
    assert [(finding.key, finding.field) for finding in found] == [(key, field)]
    assert found[0].label(ready)
    assert found[0].block == (0 if field == "body" else None)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"title": "x" * 120}, "long_title"),
        ({"summary": "x" * 310}, "long_summary"),
        ({"lead_image": None}, "picture"),
        ({"body": [paragraph("<p>" + ("word " * 50 + ". ") * 3 + "</p>")]}, "long_sentences"),
    ],
)
def test_a_warning_may_be_overridden(ready, change, key):
    for name, value in change.items():
        setattr(ready, name, value)
    assert [(finding.key, finding.is_error) for finding in findings(ready)] == [(key, False)]
    assert findings(ready, {key}) == []


def test_errors_cannot_be_overridden(ready):
    ready.summary = ""
    assert [finding.key for finding in findings(ready, {"summary"})] == ["summary"]


def test_a_decorative_picture_needs_no_words(ready):
    ready.lead_alt, ready.lead_decorative = "", True
    assert findings(ready) == []


def test_a_picture_needs_a_credit_and_a_licence_that_holds(ready):
    image = ready.lead_image
    image.credit, image.licence_until = "", datetime.date(2020, 1, 1)
    image.save()
    assert keys(ready) == {"credit", "licence"}
    inside = {"image": image.pk, "alt_text": "x", "decorative": False}
    ready.lead_image = make_image()
    ready.body = [{"type": "image", "value": {"image": inside, "caption": ""}}]
    ready.save()
    story = NewsPage.objects.get(pk=ready.pk)
    assert keys(story) == {"credit", "licence"}


def test_no_theme_is_an_error_and_no_city_a_warning(newsroom):
    story = make_story(newsroom.index, "Bare", live=False)
    found = {finding.key: finding.is_error for finding in findings(story)}
    assert found == {"theme": True, "city": False, "picture": False}


def test_links_that_lead_somewhere_pass(ready, newsroom):
    other = make_story(newsroom.index, "Other")
    hidden = make_story(newsroom.index, "Hidden", live=False)
    ready.body = [
        paragraph(f'<p><a linktype="page" id="{other.pk}">x</a> <a href="{other.url}">y</a></p>'),
        paragraph('<p><a href="/en/search/?q=x">y</a> <a href="https://www.coe.int/none/">z</a></p>'),
    ]
    assert findings(ready) == []
    ready.body = [paragraph(f'<p><a linktype="page" id="{hidden.pk}">x</a></p>')]
    assert "Hidden" in findings(ready)[0].message


def test_two_checks_of_one_name_are_refused():
    def summary(_page):
        return []

    with pytest.raises(ValueError, match="summary"):
        check(summary)
