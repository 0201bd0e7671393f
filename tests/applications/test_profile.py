"""What a profile and its stories get from an application, whatever was written in it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from applications.accepting import Decision, accept
from applications.models import Application
from applications.personal.erasing import erase
from membership.models import MemberPage
from news.models import NewsPage
from people.models import PersonIndexPage, PersonPage
from seed.factories.applications import make_application
from seed.factories.membership import make_member_index
from seed.factories.news import make_news_index, make_theme
from seed.factories.pages import translate_page
from seed.factories.people import make_people_index, make_person
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def lists(site_tree):
    """Lists of members, of persons, and of news in English and French."""
    make_people_index(site_tree.home)
    news = make_news_index(site_tree.home)
    translate_page(news, "fr", title="Actualités", slug="actualites")
    return make_member_index(site_tree.home)


def decided():
    """How an authority is accepted today."""
    return Decision("participant", timezone.localdate())


def test_the_person_who_leads_it_gets_a_draft_page_and_stands_on_the_profile(officer, lists):
    made = accept(make_application(), officer, decided(), 1)
    person = PersonPage.objects.get()
    assert (person.title, person.country, person.live) == ("Ivan Jordanov", "MK", False)
    assert person.roles.get().office == "Mayor"
    assert person.roles.get().body == "Municipality of Štip"
    assert made.member.leaders.get().person == person
    assert made.member.get_latest_revision_as_object().leaders.get().person_id == person.pk
    assert "Jordanov" not in str(made.member.body)


def test_a_person_who_is_known_already_is_not_made_again(officer, lists):
    known = make_person(PersonIndexPage.objects.get(), "Ivan JORDANOV", country="MK")
    made = accept(make_application(), officer, decided(), 1)
    assert made.member.leaders.get().person == known
    assert PersonPage.objects.get() == known


def test_erasing_takes_the_draft_person_along_and_leaves_a_known_one(officer, lists):
    application = make_application()
    accept(application, officer, decided(), 1)
    erase(Application.objects.get())
    assert not PersonPage.objects.exists()
    known = make_person(PersonIndexPage.objects.get(), "Ivan Jordanov", country="MK")
    accept(make_application(), officer, decided(), 1)
    erase(Application.objects.get())
    assert PersonPage.objects.get() == known


def test_stories_get_the_themes(officer, lists):
    theme = make_theme("Housing")
    accept(make_application(answers={"themes": [str(theme.translation_key), "gone"]}), officer, decided(), 1)
    for story in NewsPage.objects.all():
        assert [row.theme.translation_key for row in story.story_themes.all()] == [theme.translation_key]


def test_headings_speak_the_language_of_the_profile_not_of_the_officer(desk, officer, lists):
    profile = UserProfile.get_for_user(officer)
    profile.preferred_language = "fr"
    profile.save()
    application = make_application()
    data = {"event": "participant", "date": "2026-11-01", "version": 1}
    assert desk.post(reverse("applications:accept", args=[application.pk]), data).status_code == 302
    assert "What Municipality of Štip does" in str(MemberPage.objects.get().body)


@pytest.mark.parametrize(
    "answers",
    [
        {"organisation": "!!!"},
        {"organisation": "市"},
        {"organisation": "x" * 160},
        {"population_year": 2099},
        {"population": None, "population_year": 2021},
        {"leader": "", "leader_office": ""},
        {"leader": "ш" * 120, "leader_office": "y" * 120},
        {"website": "https://" + "a" * 280 + ".org"},
        {"authority_kind": "gone"},
        {"done": "", "planned": ""},
    ],
)
def test_whatever_was_written_can_be_accepted(desk, lists, answers):
    application = make_application(answers=answers)
    data = {"event": "participant", "date": "2026-11-01", "stories": "on", "version": 1}
    assert desk.post(reverse("applications:accept", args=[application.pk]), data).status_code == 302
    headings = [part["value"]["text"] for part in MemberPage.objects.get().body.raw_data if part["type"] == "heading"]
    assert all(len(words) <= 160 for words in headings)
