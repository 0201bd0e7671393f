"""Accepting: the profile, the dated line and the stories are there as drafts, and nothing was typed twice."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.models import Application, OutgoingMail
from membership.models import MemberPage
from news.models import NewsPage
from seed.factories.accounts import make_user
from seed.factories.applications import make_application
from seed.factories.membership import make_member, make_member_index
from seed.factories.news import make_news_index
from seed.factories.pages import translate_page
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def lists(site_tree):
    """A list of members, and lists of news in English and French."""
    members = make_member_index(site_tree.home)
    news = make_news_index(site_tree.home)
    translate_page(news, "fr", title="Actualités", slug="actualites")
    return members


def accepted(desk, application, **data):
    url = reverse("applications:accept", args=[application.pk])
    form = desk.get(url).context["form"]
    values = {name: form[name].value() for name in form.fields}
    values = {name: value for name, value in values.items() if value not in (None, False)} | data
    return desk.post(url, {**values, "version": Application.objects.get(pk=application.pk).version})


def test_one_click_makes_profile_line_and_stories(desk, lists):
    application = make_application()
    assert accepted(desk, application).status_code == 302
    member = MemberPage.objects.get()
    assert not member.live
    assert member.first_published_at is None
    assert (member.title, member.country, member.kind) == ("Municipality of Štip", "MK", "municipality")
    assert (member.population, member.population_year, member.website) == (44866, 2021, "https://stip.gov.mk")
    line = member.states.get()
    assert (line.kind, line.date) == ("participant", timezone.localdate())
    assert "A kindergarten." in str(member.body)
    draft = member.get_latest_revision_as_object()
    assert draft.states.count() == 1
    stories = {story.locale.language_code: story for story in NewsPage.objects.select_related("locale")}
    assert set(stories) == {"en", "fr"}
    assert stories["en"].translation_key == stories["fr"].translation_key
    assert stories["en"].title == "Municipality of Štip joins the Alliance"
    assert stories["fr"].title != stories["en"].title
    assert stories["fr"].slug != ""
    assert {story.kind for story in stories.values()} == {"new_participant"}
    assert not any(story.live for story in stories.values())
    assert stories["fr"].story_members.get().member == member
    application.refresh_from_db()
    assert (application.state, application.member) == ("accepted", member)
    desk.force_login(make_user("boss", is_superuser=True))
    edit = desk.get(reverse("wagtailadmin_pages:edit", args=[member.pk]))
    assert edit.status_code == 200
    assert "Municipality of Štip" in edit.content.decode()


def test_a_known_authority_gets_the_line_in_a_draft_of_its_profile(desk, lists):
    known = make_member(lists, "Štip", country="MK", kind="municipality")
    known.save_revision().publish()
    application = make_application("declaration")
    page = desk.get(reverse("applications:accept", args=[application.pk]))
    assert page.context["form"]["existing"].value() == str(known.pk)
    accepted(desk, application)
    assert MemberPage.objects.count() == 1
    known.refresh_from_db()
    assert known.states.count() == 1, "readers see nothing before somebody publishes"
    assert known.has_unpublished_changes
    assert [line.kind for line in known.get_latest_revision_as_object().states.all()] == ["participant", "signatory"]


def test_accepting_twice_or_after_a_colleague_makes_nothing_more(desk, lists):
    application = make_application()
    url = reverse("applications:accept", args=[application.pk])
    data = {"event": "participant", "date": "2026-11-01", "stories": "on", "version": 1}
    assert desk.post(url, {**data, "version": 7}).status_code == 409
    assert desk.post(url, {**data, "date": "2999-01-01"}).status_code == 422
    assert MemberPage.objects.count() == 0
    assert desk.post(url, data).status_code == 302
    assert desk.post(url, {**data, "version": 2}).status_code == 409
    assert MemberPage.objects.count() == 1
    assert MemberPage.objects.get().states.get().date == datetime.date(2026, 11, 1)


def test_without_a_list_of_members_nothing_happens(desk, site_tree):
    application = make_application()
    data = {"event": "participant", "date": "2026-11-01", "version": 1, "text": "Kept words"}
    answer = desk.post(reverse("applications:accept", args=[application.pk]), data)
    assert answer.status_code == 409
    assert "Kept words" in answer.content.decode()
    application.refresh_from_db()
    assert application.state == "new"


def test_markup_of_applicants_stays_words(desk, lists):
    make_application(answers={"organisation": "<b>Štip</b>", "done": "<script>x()</script>\n\n<img onerror=x>"})
    accepted(desk, Application.objects.get())
    assert "<script>" not in str(MemberPage.objects.get().body)
    assert "<b>" not in str(NewsPage.objects.filter(locale__language_code="en").get().body)


def test_the_letter_goes_with_it(desk, lists):
    accepted(desk, make_application(), text="Welcome!")
    assert "Welcome!" in OutgoingMail.objects.get(kind="reply").body


def test_others_are_accepted_with_a_letter_only(desk, site_tree):
    application = make_application("cooperate")
    assert desk.get(reverse("applications:accept", args=[application.pk])).status_code == 404
    desk.post(application.get_absolute_url(), {"do": "close", "text": "Yes", "version": 1})
    application.refresh_from_db()
    assert application.state == "accepted"


def test_the_way_of_an_officer_takes_few_actions(desk, client, lists):
    """New, duplicate seen, question, answer, accept, draft profile: the actions of a person are counted."""
    earlier = make_application(state="declined")
    application = make_application()
    actions = 0
    page = desk.get(reverse("applications:index"))
    actions += 1
    page = desk.get(application.get_absolute_url())
    assert earlier.reference in page.content.decode()
    actions += 3  # opens the question, chooses a template, sends
    desk.post(application.get_absolute_url(), {"do": "ask", "text": "When?", "version": 1})
    link = OutgoingMail.objects.get(kind="question").body
    status = next(word for word in link.split() if "/application/" in word).removeprefix("http://testserver")
    reader = type(client)()
    assert "When?" in reader.get(status).content.decode()
    reader.post(status, {"answer": "In May.", "go": "answer"})
    assert "In May." in desk.get(application.get_absolute_url()).content.decode()
    actions += 1
    application.refresh_from_db()
    assert application.state == "review"
    assert accepted(desk, application).status_code == 302
    actions += 3  # opens it, accepts, goes to the profile
    assert MemberPage.objects.get().title == "Municipality of Štip"
    assert actions <= 11
