"""The index of stories follows whatever happens to stories and to what they name."""

import datetime

import pytest
from django.core.management import call_command
from taggit.models import Tag
from wagtail.models import PageViewRestriction

from news.models import NewsPage, Theme
from news.story_rows import FacetKind, StoryFacet, StoryMark, StoryPair, StoryRow
from seed.factories.news import make_story, make_theme
from tests.worlds import world

pytestmark = pytest.mark.django_db


def state():
    """Everything that the index says, without the numbers of its own rows."""
    names = dict(StoryFacet.objects.values_list("pk", "value"))
    marks = StoryMark.objects.values_list("row_id", "facet__kind", "facet__value", "rank", "place")
    counts = StoryFacet.objects.filter(stories__gt=0).values_list(
        "locale_id", "kind", "value", "slug", "label", "stories"
    )
    pairs = StoryPair.objects.filter(stories__gt=0).values_list("first_id", "second_id", "stories")
    named = sorted((*sorted((names[one], names[two])), number) for one, two, number in pairs)
    return sorted(marks), sorted(counts), named, sorted(StoryRow.objects.values_list("pk", "rank"))


def count(kind, value):
    return StoryFacet.objects.get(kind=kind, value=value).stories


@world
def three(newsroom):
    """Three stories; the first has a theme, a city, a country and a tag."""
    first = make_story(
        newsroom.index, "One", themes=[newsroom.rights], members=[newsroom.tirana], countries=["AL"], tags=["papers"]
    )
    others = [make_story(newsroom.index, title, countries=["AL"]) for title in ("Two", "Three")]
    return [first, *others]


def test_what_happened_step_by_step_is_what_a_rebuild_finds(newsroom, three):
    three[0].date = datetime.date(2020, 2, 29)
    three[0].save_revision().publish()
    three[1].unpublish()
    three[2].delete()
    make_story(newsroom.index, "Four", live=False)
    grown = state()
    call_command("rebuild_stories", verbosity=0)
    assert state() == grown
    assert [row.page_id for row in StoryRow.objects.all()] == [three[0].pk]
    assert count(FacetKind.COUNTRY, "AL") == 1


def test_publishing_again_changes_nothing(three):
    before = state()
    three[0].save_revision().publish()
    assert state() == before


def test_a_restriction_from_above_empties_the_index_until_it_is_lifted(newsroom, three):
    rule = PageViewRestriction.objects.create(page=newsroom.index, restriction_type=PageViewRestriction.LOGIN)
    assert not StoryRow.objects.exists()
    assert count(FacetKind.COUNTRY, "AL") == 0
    rule.delete()
    assert StoryRow.objects.count() == 3


def test_a_theme_changes_its_words_and_its_address(client, newsroom, three):
    newsroom.rights.title, newsroom.rights.slug = "Human rights", "human-rights"
    newsroom.rights.save()
    page = client.get(f"{newsroom.index.url}?theme=human-rights").content.decode()
    assert '<option value="human-rights" selected>Human rights (1)</option>' in page
    newsroom.rights.delete()
    assert not StoryFacet.objects.filter(kind=FacetKind.THEME, stories__gt=0).exists()
    assert StoryRow.objects.count() == 3


def test_a_theme_is_shown_once_it_is_translated(client, newsroom):
    theme = make_theme("Housing")
    make_story(newsroom.french, "Toit", themes=[theme])
    assert "Logement" not in client.get(newsroom.french.url).content.decode()
    Theme.objects.create(
        title="Logement", slug="logement", locale=newsroom.french.locale, translation_key=theme.translation_key
    )
    assert "Logement (1)" in client.get(newsroom.french.url).content.decode()


def test_a_city_that_is_closed_to_readers_is_not_named(client, newsroom, three):
    assert "Tirana (1)" in client.get(newsroom.index.url).content.decode()
    PageViewRestriction.objects.create(page=newsroom.tirana, restriction_type=PageViewRestriction.LOGIN)
    assert "Tirana" not in client.get(newsroom.index.url).content.decode()


def test_a_tag_that_is_deleted_leaves_its_stories(three):
    Tag.objects.get(name="papers").delete()
    assert not StoryFacet.objects.filter(kind=FacetKind.TAG, stories__gt=0).exists()
    assert NewsPage.objects.live().count() == 3
