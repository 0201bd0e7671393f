"""The front page as readers see it, and as editors compose it."""

import pytest
from wagtail.models import PageViewRestriction

from home.blocks import HomeBlock
from membership.models import MemberState
from seed.factories.home import compose, section
from seed.factories.news import make_story
from seed.factories.pages import make_page, translate_page

pytestmark = pytest.mark.django_db


def body(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def test_shows_every_section(client, front):
    page = body(client, front.home)
    assert page.count("<h1") == 1
    for words in ("Christine Oppitz-Plörer", "From the network", "Cities and regions", "In numbers", "Voices"):
        assert words in page
    assert "Next day that matters" in page


def test_the_newest_story_leads_and_is_not_repeated(client, front):
    page = body(client, front.home)
    assert page.count(">Story 7</a>") == 1
    assert page.count(">Story 6</a>") == 1
    assert ">Story 3</a>" in page
    assert ">Story 2</a>" not in page
    assert 'alt="A bridge"' in page
    assert "Drawing: the Alliance" in page


def test_a_chosen_story_leads(client, front):
    home = compose(
        front.home,
        section("lead_story", title="From the network", story=front.stories[4].pk),
        section("latest_news", title="", count=2),
    )
    page = body(client, home)
    lead = page[page.index('class="lead"') :].split("</article>")[0]
    assert "Story 3" in lead
    assert page.count(">Story 3</a>") == 1
    assert ">Story 6</a>" in page
    assert ">Story 5</a>" not in page


def test_a_chosen_story_that_readers_may_not_see_gives_way_to_the_newest(client, front):
    hidden = front.stories[4]
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    home = compose(front.home, section("lead_story", title="From the network", story=hidden.pk))
    page = body(client, home)
    assert "Story 3" not in page
    assert "Story 7" in page


def test_drafts_do_not_appear(client, front):
    make_story(front.index, "Secret draft", live=False)
    assert "Secret draft" not in body(client, front.home)


def test_numbers_are_counted_from_records(client, front):
    page = body(client, front.home)
    assert "<dt>participant with a confirmed record</dt><dd>1</dd>" in page
    assert "<dt>countries</dt><dd>2</dd>" in page
    assert "Counted from the records on" in page
    line = MemberState.objects.get(kind="signatory")
    line.kind = "participant"
    line.save()
    assert "<dt>participants with a confirmed record</dt><dd>2</dd>" in body(client, front.home)


def test_the_map_names_what_it_shows(client, front):
    page = body(client, front.home)
    assert 'role="group" aria-label="Map of Europe: 1 participant, 1 signatory.' in page
    assert 'href="/en/members/"' in page


def test_a_translated_front_page_shows_news_and_links_of_its_language(client, front):
    french_index = translate_page(front.index, "fr", title="Actualités", slug="actualites")
    join = make_page(front.home, "Join")
    translate_page(join, "fr", title="Adhérer", slug="adherer")
    make_story(french_index, "Une histoire")
    links = [{"type": "link", "value": {"page": join.pk, "label": ""}}]
    door = {"kicker": "", "title": "Participer", "text": "", "links": links, "tone": "sky"}
    french = front.tree.homes["fr"]
    home = compose(
        french,
        section("lead_story", title="Du réseau", story=None),
        section("call_to_action", title="Participer", doors=[{"type": "door", "value": door}]),
    )
    page = body(client, home)
    assert '<a href="/fr/actualites/une-histoire/">Une histoire</a>' in page
    assert '<a class="more" href="/fr/adherer/">Adhérer</a>' in page
    assert "Story 7" not in page


def test_an_empty_front_page_says_so(client, site_tree):
    assert "This front page has no sections yet" in body(client, site_tree.home)


def test_words_of_editors_are_escaped(client, front):
    home = compose(front.home, section("facts", title="<script>alert(1)</script>", note="<b>x</b>"))
    page = body(client, home)
    assert "<script>alert(1)" not in page
    assert "<b>x</b>" not in page


def test_no_query_comes_from_a_template(client, front, django_assert_max_num_queries):
    client.get(front.home.url)
    with django_assert_max_num_queries(20):
        client.get(front.home.url)


@pytest.mark.parametrize("name", list(HomeBlock().child_blocks))
def test_every_section_explains_and_previews_itself(front, name):
    block = HomeBlock().child_blocks[name]
    assert block.meta.icon
    assert block.meta.group
    assert block.meta.description
    assert block.render(block.get_preview_value(), {}).strip()
