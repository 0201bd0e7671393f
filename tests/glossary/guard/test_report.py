"""The report over the whole site, and how it is kept in step."""

import csv
import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from glossary.guard.models import TermFinding
from glossary.guard.rounds import check_some, is_current
from glossary.models import TermVariant
from seed.factories.library import make_image
from seed.factories.news import make_story, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(newsroom, term):
    return make_story(
        newsroom.index,
        "Gypsies in town",
        summary="In short.",
        body=[("paragraph", "<p>The gypsies came. “The tinkers came.”</p>")],
        lead_alt="Gypsies at a table",
    )


def places():
    return list(TermFinding.objects.values_list("field", "words", "quiet").order_by("pk"))


def test_findings_are_written_when_a_page_is_published(story):
    assert sorted(places()) == [
        ("body", "gypsies", ""),
        ("body", "tinkers", "quotation"),
        ("lead_alt", "Gypsies", ""),
        ("title", "Gypsies", ""),
    ]


def test_a_draft_changes_nothing_and_the_next_publication_does(story):
    story.title, story.body, story.lead_alt = "Roma in town", [], ""
    story.save_revision()
    assert len(places()) == 4
    story.get_latest_revision().publish()
    assert places() == []


def test_what_readers_no_longer_see_is_not_reported(story):
    story.unpublish()
    assert places() == []
    story.get_latest_revision().publish()
    assert places()
    story.delete()
    assert places() == []


def test_pictures_and_snippets_are_reported_too(newsroom, term):
    image = make_image("Gypsies on a bridge")
    theme = make_theme("Gypsies and work")
    assert {row.title for row in TermFinding.objects.all()} == {"Gypsies on a bridge", "Gypsies and work"}
    image.delete()
    theme.title = "Roma and work"
    theme.save()
    assert places() == []


def test_a_change_of_the_glossary_makes_everything_due_a_part_at_a_time(story, term):
    call_command("check_site_terms", stdout=io.StringIO())
    assert is_current()
    TermVariant.objects.create(page=term, form="came", kind="discouraged", language="en", sort_order=9)
    assert not is_current()
    while check_some(most=2):
        assert not is_current()
    assert is_current()
    assert ("body", "came", "") in places()
    assert check_some() == 0


def test_the_report_counts_and_leads_to_the_field(client, story, accounts):
    client.force_login(accounts["moderator"])
    page = client.get(reverse("guard_report")).content.decode()
    assert f'/admin/pages/{story.pk}/edit/#field-lead_alt"' in page
    assert "Gypsies at a table" in page
    assert '<a href="?severity=discouraged&amp;language=en">3</a>' in page
    assert '<a href="?severity=offensive&amp;language=en&amp;quiet=yes">1</a>' in page
    assert "In a quotation" in client.get(f"{reverse('guard_report')}?quiet=yes").content.decode()


def test_the_table_can_be_taken_along(client, newsroom, term, accounts):
    make_story(newsroom.index, "=Gypsies(1)")
    client.force_login(accounts["moderator"])
    answer = client.get(reverse("guard_report_file"), {"language": "en"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["title"] for row in rows} == {"'=Gypsies(1)"}
    assert rows[0]["address"].startswith("/admin/pages/")


def test_each_sees_what_they_may_edit(client, story, accounts):
    client.force_login(accounts["reviewer-fr"])
    page = client.get(reverse("guard_report")).content.decode()
    assert "Gypsies at a table" not in page
    assert "Gypsies at a table" not in client.get(reverse("guard_report_file")).content.decode()
    client.logout()
    assert client.get(reverse("guard_report")).status_code == 302


def test_the_report_asks_no_more_for_more_rows(client, newsroom, term, accounts):
    client.force_login(accounts["moderator"])
    asked = []
    for number in (1, 3):
        for story in range(number):
            make_story(newsroom.index, f"Gypsies {number} {story}")
        client.get(reverse("guard_report"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("guard_report"))
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 40
