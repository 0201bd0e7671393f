"""What the office can look up afterwards: who read and exported what, and what was deleted."""

import pytest
from django.urls import reverse

from applications.models import AccessEntry, PurgeRun
from seed.factories.accounts import make_user
from seed.factories.applications import make_application

pytestmark = pytest.mark.django_db


def test_an_export_is_whole_or_refused_and_every_number_is_noted(desk, monkeypatch):
    rows = [make_application(answers={"organisation": f"T{n}"}) for n in range(12)]
    url = reverse("applications:export", args=["csv"])
    desk.get(url)
    assert set(AccessEntry.objects.get(action="export").references) == {row.reference for row in rows}
    monkeypatch.setattr("applications.admin.listing.MOST_EXPORTED", 11)
    answer = desk.get(url, {"kind": "join"})
    assert answer.headers["Location"].endswith("?kind=join")
    assert "more than 11 applications" in desk.get(answer.headers["Location"]).content.decode()
    assert AccessEntry.objects.filter(action="export").count() == 1


def test_the_logs_name_everything(desk):
    desk.get(reverse("applications:index"))
    PurgeRun.objects.create(day="2026-11-01", counts={"declined": 3, "failed": 0})
    words = desk.get(reverse("applications:logs")).content.decode()
    assert "declined applications: 3" in words
    assert "Listed" in words


def test_periods_have_an_end(desk):
    page = desk.get(reverse("applications:settings"))
    values = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    for wrong in (0, 601, 32_000):
        assert desk.post(reverse("applications:settings"), {**values, "declined_months": wrong}).status_code == 422
    assert desk.post(reverse("applications:settings"), {**values, "declined_months": 600}).status_code == 302
    assert "held back as spam" in desk.get("/admin/").content.decode()


def test_nobody_is_given_work_by_a_wrong_number(desk, officer):
    application = make_application(assignee=officer)
    stranger = make_user("stranger")
    for wrong in (stranger.pk, 999_999, "x"):
        desk.post(reverse("applications:bulk"), {"do": "assign", "id": application.pk, "assignee": wrong})
        application.refresh_from_db()
        assert application.assignee == officer
    desk.post(reverse("applications:bulk"), {"do": "assign", "id": application.pk, "assignee": ""})
    application.refresh_from_db()
    assert application.assignee is None
