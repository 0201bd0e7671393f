"""Pages of text."""

import datetime

import pytest

from seed.factories.pages import make_page

pytestmark = pytest.mark.django_db


def test_shows_introduction_text_and_the_date_of_review(client, site_tree):
    page = make_page(
        site_tree.home,
        "Join the Alliance",
        introduction="Any local or regional authority can ask to join.",
        body=[{"type": "paragraph", "value": "<p>Write to alliance@coe.int.</p>"}],
        last_reviewed=datetime.date(2026, 11, 30),
    )
    shown = client.get(page.url).content.decode()
    assert "<h1>Join the Alliance</h1>" in shown
    assert "Any local or regional authority can ask to join." in shown
    assert "Write to alliance@coe.int." in shown
    assert '<time datetime="2026-11-30">30 November 2026</time>' in shown


def test_says_nothing_of_a_review_that_did_not_happen(client, site_tree):
    assert "Last reviewed" not in client.get(make_page(site_tree.home, "About").url).content.decode()


def test_a_page_of_text_costs_few_queries(client, site_tree, django_assert_max_num_queries):
    page = make_page(site_tree.home, "About")
    client.get(site_tree.home.url)
    with django_assert_max_num_queries(12):
        client.get(page.url)
