"""Personal data: given out, corrected, erased without a trace, and deleted in time."""

import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.urls import reverse
from django.utils import timezone

from applications.accepting import Decision, accept
from applications.mail import letters
from applications.models import AccessEntry, Application, Attachment, OutgoingMail, PurgeRun
from applications.personal.erasing import erase
from applications.personal.purging import months_before, purge, purge_if_due
from applications.private import private_storage
from applications.work import ask, note
from membership.models import MemberPage, MemberState
from seed.factories.applications import make_application
from seed.factories.membership import make_member, make_member_index
from seed.factories.news import make_news_index
from seed.factories.pages import translate_page
from tests.applications.applicant import Applicant, pdf

pytestmark = pytest.mark.django_db

CANARIES = ("Canaryname Zwxq", "canary.zwxq@example.org", "canarywords zwxq of mine")


def traces(*canaries):
    """Every table and file that holds one of some words."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.proxy or not model._meta.managed:
            continue
        names = [field.name for field in model._meta.concrete_fields if not isinstance(field, models.BinaryField)]
        for row in model._base_manager.values_list(*names):
            found += [model._meta.label for canary in canaries if canary in repr(row)]
    storage = private_storage()
    for path in Path(storage.location).rglob("*"):
        if path.is_file() and any(canary.encode() in path.read_bytes() for canary in canaries):
            found.append(str(path))
    return found


def test_erasing_leaves_no_trace(client, desk, officer, site_tree, join, caplog, capsys):
    caplog.set_level(logging.WARNING)
    caplog.set_level(logging.INFO, logger="alliance")
    make_news_index(site_tree.home)
    make_member_index(site_tree.home)
    reader = type(client)()
    document = pdf(data=pdf().read().replace(b"Catalog", b"Catalog /Title (canarywords zwxq of mine)"))
    applicant = Applicant(reader).apply(
        "/en/join/",
        contact_name=CANARIES[0], contact_email=CANARIES[1], done=CANARIES[2], leader=f"Mayor {CANARIES[0]}",
        organisation=f"Town of {CANARIES[2]}", decision=document,
    )  # fmt: skip
    application = Application.objects.get(reference=applicant.reference)
    call_command("send_mail")
    note(application, officer, f"Rang {CANARIES[0]}")
    ask(application, officer, f"Dear {CANARIES[0]}", application.version)
    desk.get(application.get_absolute_url())
    desk.get(reverse("applications:export_one", args=[application.pk, "json"]))
    application.refresh_from_db()
    made = accept(application, officer, Decision("participant", timezone.localdate()), application.version)
    made.member.save_revision(user=officer, log_action=True)
    assert traces(*CANARIES)
    assert "drafts were made of it" in desk.get(reverse("applications:erase", args=[application.pk])).content.decode()
    desk.post(reverse("applications:erase", args=[application.pk]))
    assert traces(*CANARIES) == []
    assert Application.objects.count() == Attachment.objects.count() == OutgoingMail.objects.count() == 0
    written = caplog.text + "".join(capsys.readouterr())
    assert [canary for canary in CANARIES if canary in written] == []
    assert AccessEntry.objects.filter(action="erase").get().references == [applicant.reference]


def test_published_pages_stay_without_the_applicants_own_words(officer, site_tree):
    index = make_member_index(site_tree.home)
    news = make_news_index(site_tree.home)
    translate_page(news, "fr", title="Actualités", slug="actualites")
    application = make_application(answers={"done": CANARIES[2], "contact_name": CANARIES[0]})
    made = accept(application, officer, Decision("participant", timezone.localdate()), 1)
    made.member.get_latest_revision().publish()
    application.refresh_from_db()
    erase(application)
    assert MemberPage.objects.child_of(index).get().live
    assert traces(*CANARIES) == []


def test_a_profile_that_was_there_before_is_left_alone(officer, site_tree):
    index = make_member_index(site_tree.home)
    known = make_member(index, "Štip", country="MK")
    known.save_revision()
    application = make_application()
    accept(application, officer, Decision("signatory", timezone.localdate(), existing=known, stories=False), 1)
    application.refresh_from_db()
    erase(application)
    assert MemberPage.objects.get() == known


def test_what_was_erased_does_not_come_back_with_a_backup():
    application = make_application()
    reference = application.reference
    erase(application)
    make_application()
    restored = make_application()
    Application.objects.filter(pk=restored.pk).update(reference=reference)
    assert purge()["replayed"] == 1
    assert Application.objects.count() == 1


def test_one_person_gets_everything(desk, officer):
    application = make_application(answers={"contact_email": "one@example.org"})
    make_application(answers={"contact_email": "two@example.org"})
    letters.welcome(application)
    note(application, officer, "A note")
    url = reverse("applications:person")
    answer = desk.post(url, {"email": "ONE@example.org", "do": "json"})
    data = json.loads(answer.content)["applications"]
    assert [one["reference"] for one in data] == [application.reference]
    assert data[0]["answers"]["Name of the authority"] == "Municipality of Štip"
    assert data[0]["notes"][0]["text"] == "A note"
    assert data[0]["letters"][0]["kind"] == "Confirmation"
    assert data[0]["notice"]["text"]
    assert "attachment" in answer.headers["Content-Disposition"]
    table = desk.post(url, {"email": "one@example.org", "do": "csv"}).content.decode("utf-8-sig")
    assert "Municipality of Štip" in table
    assert AccessEntry.objects.filter(action="export").count() == 2
    assert "one@example.org" not in answer.request["QUERY_STRING"]


def test_one_person_is_erased(desk):
    make_application(answers={"contact_email": "one@example.org"})
    make_application("contact", answers={"contact_email": "one@example.org"})
    other = make_application(answers={"contact_email": "two@example.org"})
    url = reverse("applications:erase_person")
    desk.post(url, {"email": "one@example.org"})
    assert Application.objects.count() == 3
    answer = desk.post(url, {"email": "one@example.org", "sure": "1"}, follow=True)
    assert "2 applications were erased." in answer.content.decode()
    assert Application.objects.get() == other


def test_data_is_corrected_and_the_history_does_not_repeat_it(desk):
    application = make_application()
    url = reverse("applications:correct", args=[application.pk])
    steps = desk.get(url).context["steps"]
    values = {name: form[name].value() for _step, form in steps for name in form.fields}
    data = {name: value for name, value in values.items() if value not in (None, [])}
    assert desk.post(url, {**data, "contact_email": "wrong", "version": 1}).status_code == 422
    assert desk.post(url, {**data, "contact_name": "Elena Novak", "version": 1}).status_code == 302
    application.refresh_from_db()
    assert application.contact_name == application.answers["contact_name"] == "Elena Novak"
    assert "contact_name" in application.events.last().detail["fields"]
    assert "Stojanova" not in str(application.events.last().detail)


def test_documents_are_given_out_to_officers_only_and_never_opened(client, desk, join, others):
    Applicant(type(client)()).apply("/en/join/", decision=pdf("<b>.pdf"))
    row = Attachment.objects.get()
    url = reverse("applications:document", args=[row.application_id, row.pk])
    answer = desk.get(url)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{row.application.reference}-{row.pk}.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert AccessEntry.objects.filter(action="download").count() == 1
    assert desk.get(reverse("applications:document", args=[row.application_id + 1, row.pk])).status_code == 404
    for path in (f"/media/{row.file.name}", f"/media/private/{row.file.name}", f"/documents/{row.pk}/x.pdf"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("state", "kind", "after"),
    [
        ("declined", "join", timedelta(days=367)),
        ("withdrawn", "join", timedelta(days=31)),
        ("spam", "contact", timedelta(days=8)),
        ("accepted", "contact", timedelta(days=367)),
        ("accepted", "cooperate", timedelta(days=735)),
    ],
)
def test_what_was_kept_long_enough_is_deleted(state, kind, after):
    now = timezone.now()
    make_application(kind, state=state, settled_at=now)
    make_application(answers={"organisation": "Open"})
    early = after - timedelta(days=6)
    with time_machine.travel(now + early):
        purge()
        assert Application.objects.count() == 2
    with time_machine.travel(now + after):
        counts = purge()
    assert counts[state] == 1
    assert Application.objects.get().organisation == "Open"


def test_a_member_keeps_its_application_until_two_years_after_it_left(site_tree):
    index = make_member_index(site_tree.home)
    now = timezone.now()
    member = make_member(index, states=["participant"])
    application = make_application(state="accepted", settled_at=now - timedelta(days=3000), member=member)
    purge()
    assert Application.objects.filter(pk=application.pk).exists()
    left = timezone.localdate() - timedelta(days=700)
    MemberState.objects.create(page=member, kind="withdrawn", date=left, locale=member.locale, sort_order=9)
    purge()
    assert Application.objects.filter(pk=application.pk).exists()
    MemberState.objects.filter(kind="withdrawn").update(date=timezone.localdate() - timedelta(days=800))
    purge()
    assert not Application.objects.filter(pk=application.pk).exists()


def test_documents_that_were_never_sent_go_after_a_day(applicant, join):
    applicant.fill("/en/join/", decision=pdf())
    path = Attachment.objects.get().file.path
    purge()
    assert Attachment.objects.count() == 1
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert purge()["documents"] == 1
    assert not Path(path).exists()


def test_addresses_of_senders_go_after_a_month():
    make_application(address_hash="abc", received=timezone.now() - timedelta(days=31))
    purge()
    assert Application.objects.get().address_hash == ""


def test_it_happens_once_a_day_and_leaves_counts_only():
    assert purge_if_due() is not None
    assert purge_if_due() is None
    assert set(map(type, PurgeRun.objects.get().counts.values())) == {int}


def test_months_are_counted_by_the_calendar():
    moment = timezone.now().replace(year=2024, month=3, day=31)
    assert months_before(moment, 1).day == 29
    assert months_before(moment, 24).year == 2022
