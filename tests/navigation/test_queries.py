"""What stands around a page: in the reader's language, alive, and in few queries."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from common.localization import homes
from common.stamp import current, one_request
from navigation.feeds import offers_feeds
from navigation.queries import Person, frame_for, site_name
from seed.factories.navigation import make_frame
from seed.factories.pages import make_page, translate_page
from tests.worlds import world

BUDGET = 2


def asked(path="/en/", language="en"):
    """A request of a reader."""
    request = RequestFactory().get(path)
    request.LANGUAGE_CODE = language
    return request


@world
def about(site_tree):
    """A page that stands in English only."""
    return make_page(site_tree.home, "About")


def test_a_menu_entry_leads_to_its_page_and_knows_where_the_reader_is(site_tree, about):
    team = make_page(about, "Team")
    make_frame(site_tree.home.locale, menu=[("Start", site_tree.home), ("About", about)])
    on_page = {link.title: link.current for link in frame_for(asked(about.url)).menu}
    below = {link.title: link.current for link in frame_for(asked(team.url)).menu}
    assert on_page == {"Start": "", "About": "page"}
    assert below == {"Start": "", "About": "true"}
    assert frame_for(asked()).menu[1].url == "/en/about/"


def test_each_language_leads_to_its_own_translation(site_tree, about):
    translate_page(about, "fr", title="À propos", slug="a-propos")
    make_frame(site_tree.locale("fr"), menu=[("À propos", about)], join_page=about, join_title="Adhérer")
    frame = frame_for(asked("/fr/", "fr"))
    assert [link.url for link in frame.menu] == ["/fr/a-propos/"]
    assert frame.join_url == "/fr/a-propos/"
    assert frame.language == ""


def test_a_page_that_readers_cannot_see_is_left_out(site_tree, about):
    draft = make_page(site_tree.home, "Draft", live=False)
    make_frame(
        site_tree.home.locale, menu=[("About", about), ("Draft", draft)], legal=[("Draft", draft)], notice_page=draft
    )
    frame = frame_for(asked())
    assert [link.title for link in frame.menu] == ["About"]
    assert (frame.legal, frame.notice_url) == ([], "")


def test_an_unpublished_page_leaves_the_menu_at_once(site_tree, about):
    make_frame(site_tree.home.locale, menu=[("About", about)])
    assert frame_for(asked()).menu
    about.unpublish()
    assert frame_for(asked()).menu == []


def test_a_language_without_a_frame_borrows_the_default_one_and_says_so(site_tree):
    make_frame(site_tree.home.locale, site_name="Alliance", mission="English words.")
    frame = frame_for(asked("/fr/", "fr"))
    assert frame.mission == "English words."
    assert frame.language == "en"


def test_without_any_frame_the_page_still_stands(site_tree):
    frame = frame_for(asked())
    assert (frame.menu, frame.mission, frame.contacts, frame.notice_html) == ([], "", [], "")


def test_a_contact_is_shown_until_its_last_day(site_tree):
    today = timezone.localdate()
    make_frame(
        site_tree.home.locale,
        contacts=[
            {"name": "Gone", "role": "Secretary", "email": "a@example.org", "until": today - timedelta(days=1)},
            {"name": "Last day", "role": "Secretary", "email": "b@example.org", "until": today},
            {"name": "Here", "role": "Secretary", "telephone": "+33 (0)3 88 41", "until": None},
        ],
    )
    persons = frame_for(asked()).contacts
    assert [person.name for person in persons] == ["Last day", "Here"]
    assert Person("", "", "+33 (3) 88 41").dial == "+3338841"


def test_entries_keep_the_order_of_the_editors(site_tree, about):
    team = make_page(site_tree.home, "Team")
    make_frame(
        site_tree.home.locale,
        menu=[("Team", team), ("About", about)],
        networks=[("Zulip", "https://z.example/"), ("Facebook", "https://f.example/")],
    )
    frame = frame_for(asked())
    assert [link.title for link in frame.menu] == ["Team", "About"]
    assert [(link.title, link.url) for link in frame.networks] == [
        ("Zulip", "https://z.example/"),
        ("Facebook", "https://f.example/"),
    ]


def test_the_notice_links_to_the_page_in_the_readers_language(site_tree, about):
    translate_page(about, "fr", title="À propos", slug="a-propos")
    gone = make_page(site_tree.home, "Gone", live=False)
    notice = f'<p><a id="{about.pk}" linktype="page">Roms</a> et <a id="{gone.pk}" linktype="page">mots</a></p>'
    make_frame(site_tree.locale("fr"), notice_title="Note", notice_text=notice)
    assert frame_for(asked("/fr/", "fr")).notice_html == '<p><a href="/fr/a-propos/">Roms</a> et <a>mots</a></p>'


def test_everything_costs_two_queries_once(site_tree, about, django_assert_max_num_queries):
    notice = f'<p><a id="{about.pk}" linktype="page">words</a></p>'
    make_frame(
        site_tree.home.locale,
        menu=[("About", about)] * 6,
        legal=[("About", about)] * 3,
        networks=[("Facebook", "https://f.example/")],
        contacts=[{"role": "Secretary", "email": "a@example.org"}],
        notice_text=notice,
        notice_page=about,
        join_page=about,
    )
    homes()
    with one_request():
        current()
        with django_assert_max_num_queries(BUDGET):
            frame_for(asked())
        with django_assert_max_num_queries(0):
            frame_for(asked())


def test_the_name_of_the_site_changes_with_the_next_page(site_tree):
    frame = make_frame(site_tree.home.locale, site_name="Old name")
    assert site_name("en") == "Old name"
    assert site_name("fr") == "Old name"
    frame.site_name = "New name"
    frame.save()
    assert site_name("en") == "New name"


def test_a_room_above_offers_its_feeds_once(site_tree, monkeypatch):
    monkeypatch.setattr("navigation.feeds._sources", [])

    @offers_feeds
    def news(language):
        return [("News", f"/{language}/news/feed.rss", "application/rss+xml")]

    assert frame_for(asked()).feeds == [("News", "/en/news/feed.rss", "application/rss+xml")]
    with pytest.raises(ValueError, match="already"):
        offers_feeds(news)
