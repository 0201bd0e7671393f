"""A theme or a frame has no drafts: readers get it when its translation is whole, from someone who may publish."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from common.gates import Obstacle
from navigation.models import Frame
from seed.factories.news import make_theme
from tests.worlds import world
from translations.models import Brief, State
from translations.panels import work_of
from translations.requesting import Wish, start
from translations.segments import segments_of
from translations.writing import write_segment

from .conftest import make_person

pytestmark = pytest.mark.django_db
CHANGE = ["navigation.change_frame"]


@world
def job(trees, coordinator):
    """A frame that was asked for in French."""
    english = Frame.objects.create(site_name="Our network", locale=trees.locale("en"))
    return start(english, [trees.locale("fr")], coordinator)[0]


@world
def publisher(trees):
    return make_person("publisher", {trees.homes["fr"]: ["change_page", "publish_page"]}, CHANGE)


def write(job):
    for segment in segments_of(job):
        write_segment(job, segment, "Notre réseau", State.TRANSLATED)


def french(trees):
    return Frame.objects.filter(locale=trees.locale("fr"))


def test_asking_shows_readers_no_english(job, trees):
    assert not french(trees).exists()


def test_coordinators_are_led_to_the_workbench_of_what_they_asked_for(client, trees):
    rights = [*CHANGE, "wagtail_localize.submit_translation"]
    pages = {trees.home: ["change_page"], trees.homes["fr"]: ["change_page"]}
    client.force_login(make_person("asks", pages, rights))
    english = Frame.objects.create(site_name="Our network", locale=trees.locale("en"))
    url = reverse("wagtail_localize:submit_snippet_translation", args=["navigation", "frame", english.pk])
    response = client.post(url, {"locales": [trees.locale("fr").pk]}, follow=True)
    assert response.status_code == 200
    assert "Our network" in response.content.decode()
    assert "Classic view" not in response.content.decode()


def test_it_appears_when_it_is_whole(client, job, trees, translator, publisher):
    url = reverse("translations_publish", args=[job.pk])
    client.force_login(publisher)
    assert "segment is missing" in client.post(url, follow=True).content.decode()
    write(job)
    client.force_login(translator)
    assert "Someone who may publish" in client.get(reverse("translations_workbench", args=[job.pk])).content.decode()
    client.post(url)
    assert not french(trees).exists()
    client.force_login(publisher)
    assert url in client.get(reverse("translations_workbench", args=[job.pk])).content.decode()
    assert "The translation is published." in client.post(url, follow=True).content.decode()
    assert french(trees).get().site_name == "Notre réseau"
    assert url not in client.get(reverse("translations_workbench", args=[job.pk])).content.decode()


def test_what_any_room_holds_against_it_keeps_it_back(client, job, trees, publisher, monkeypatch):
    write(job)
    held = [Obstacle("site_name", "Name", "This word offends.")]
    monkeypatch.setattr("translations.snippets.obstacles", lambda _row: held)
    client.force_login(publisher)
    html = client.post(reverse("translations_publish", args=[job.pk]), follow=True).content.decode()
    assert "Name: This word offends." in html
    assert not french(trees).exists()


def test_it_stands_on_the_dashboard_until_it_is_public(client, job, translator):
    Brief.objects.filter(translation=job).update(assignee=translator)
    url = reverse("translations_workbench", args=[job.pk])
    client.force_login(translator)
    assert url in client.get(reverse("wagtailadmin_home")).content.decode()
    write(job)
    assert url in client.get(reverse("wagtailadmin_home")).content.decode()
    job.save_target(publish=True)
    assert url not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_many_on_the_dashboard_cost_no_more_queries_than_one(trees, coordinator, translator):
    costs = []
    for number in range(3):
        theme = start(make_theme(f"Theme {number}"), [trees.locale("fr")], coordinator, Wish(assignee=translator))[0]
        write(theme)
        with CaptureQueriesContext(connection) as captured:
            assert len(work_of(translator)) == number + 1
        costs.append(len(captured))
    assert len(set(costs)) == 1


def test_the_classic_doors_are_no_error_pages_before(client, job, translator):
    client.force_login(translator)
    segment = segments_of(job)[0]
    for name, *more in (("download_pofile",), ("machine_translate",), ("edit_string_translation", segment.pk)):
        url = reverse(f"wagtail_localize:{name}", args=[job.pk, *more])
        assert client.get(url).status_code in {302, 404, 405}
