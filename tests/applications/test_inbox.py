"""The inbox: who may open it, what it shows, and that nobody overwrites anybody."""

import csv
import io

import lxml.html
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from applications.models import AccessEntry, Application, Message, OutgoingMail, ReplyTemplate, SavedView
from common.spreadsheets import safe
from seed.factories.accounts import make_user
from seed.factories.applications import make_application

pytestmark = pytest.mark.django_db

ACTING = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", '"=1', "'=1", "＝1+1", "＋1", "|calc", "%0A"]


def addresses(application):
    """Every address of the inbox, with a way to call it."""
    pk = application.pk
    names = [
        ("index", []), ("export", ["csv"]), ("export", ["xlsx"]), ("save_view", []), ("bulk", []), ("detail", [pk]),
        ("accept", [pk]), ("correct", [pk]), ("export_one", [pk, "json"]), ("export_one", [pk, "csv"]), ("erase", [pk]),
        ("person", []), ("erase_person", []), ("outbox", []), ("templates", []), ("new_template", []),
        ("settings", []), ("logs", []), ("document", [pk, 1]), ("resend", [1]), ("detail", [999_999]),
    ]  # fmt: skip
    return [reverse(f"applications:{name}", args=args) for name, args in names]


def test_only_officers_come_in(client, others, site_tree):
    application = make_application()
    nobody = make_user("nobody")
    for user in [None, nobody, *others]:
        client.logout()
        if user:
            client.force_login(user)
        for url in addresses(application):
            for answer in (client.get(url), client.post(url, {"do": "spam", "id": application.pk, "sure": "1"})):
                assert answer.status_code in {302, 403, 405}, (user, url)
                assert b"Stojanova" not in answer.content
                assert application.reference.encode() not in answer.content
    application.refresh_from_db()
    assert (application.state, application.version) == ("new", 1)
    assert not AccessEntry.objects.exists()


def test_others_see_no_count_and_no_menu(client, others, site_tree):
    make_application()
    for user in others:
        client.force_login(user)
        answer = client.get("/admin/", follow=True)
        assert b"/admin/applications/" not in answer.content
        assert b"new applications" not in answer.content


def test_the_dashboard_counts_for_officers(desk, site_tree):
    make_application()
    assert "new applications" in desk.get("/admin/").content.decode()


def test_the_list_filters_and_finds(desk):
    here = make_application(language="fr")
    there = make_application(
        "contact", answers={"organisation": "", "contact_name": "Zoé", "contact_email": "z@x.org", "country": ""}
    )
    spam = make_application(state="spam", answers={"organisation": "Spam town"})
    url = reverse("applications:index")
    assert set(desk.get(url).context["rows"]) == {here, there}
    assert desk.get(url, {"state": "spam"}).context["rows"] == [spam]
    assert set(desk.get(url, {"state": "all"}).context["rows"]) == {here, there, spam}
    assert desk.get(url, {"language": "fr"}).context["rows"] == [here]
    assert desk.get(url, {"kind": "contact"}).context["rows"] == [there]
    assert desk.get(url, {"country": "MK"}).context["rows"] == [here]
    assert desk.get(url, {"q": "stip"}).context["rows"] == [here]
    assert desk.get(url, {"q": there.reference.lower()}).context["rows"] == [there]
    for strange in ("\x00", "x" * 5000, "%", "'\"<>"):
        assert desk.get(url, {"q": strange, "state": strange, "p": strange, "order": strange}).status_code == 200


def test_the_list_costs_the_same_however_long_it_is(desk, django_assert_max_num_queries):
    for number in range(40):
        make_application(answers={"organisation": f"Town {number}", "contact_email": f"a@town{number}.org"})
    with django_assert_max_num_queries(30):
        assert len(desk.get(reverse("applications:index")).context["rows"]) == 40


def test_opening_is_noted(desk, officer):
    application = make_application()
    answer = desk.get(application.get_absolute_url())
    assert "Elena Stojanova" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    entry = AccessEntry.objects.get()
    assert (entry.user, entry.action, entry.references) == (officer, "read", [application.reference])


def test_every_form_carries_its_token(desk):
    application = make_application()
    spam = make_application(state="spam")
    pages = [reverse("applications:index"), application.get_absolute_url(), spam.get_absolute_url()]
    pages += [reverse(f"applications:{name}", args=[application.pk]) for name in ("accept", "correct", "erase")]
    pages += [reverse(f"applications:{name}") for name in ("person", "templates", "new_template", "settings")]
    for url in pages:
        document = lxml.html.document_fromstring(desk.get(url).content.decode())
        forms = document.xpath("//main//form[@method='post']")
        assert [form.get("action") for form in forms if "csrfmiddlewaretoken" not in form.fields] == [], url


def test_duplicates_are_shown(desk):
    first = make_application(answers={"organisation": "City of Štip", "contact_email": "x@gmail.com"})
    domain = make_application("cooperate", answers={"organisation": "Another", "contact_email": "z@stip.gov.mk"})
    second = make_application()
    words = desk.get(second.get_absolute_url()).content.decode()
    assert first.reference in words
    assert domain.reference in words
    assert "same authority" in words
    assert "same mail domain" in words
    assert "perhaps a duplicate" in desk.get(reverse("applications:index")).content.decode()


def test_a_question_is_asked_and_its_letter_waits(desk):
    application = make_application(language="fr")
    template = ReplyTemplate.objects.create(
        name="Missing", purpose="question", language="fr", text="Bonjour {name}, {organisation} ({reference})?"
    )
    ReplyTemplate.objects.create(name="Unsuitable", purpose="question", language="en", text="No")
    page = desk.get(application.get_absolute_url(), {"template": template.pk})
    words = page.context["forms"]["ask"]["text"].value()
    assert words == f"Bonjour Elena Stojanova, Municipality of Štip ({application.reference})?"
    assert "Unsuitable" not in page.content.decode()
    answer = desk.post(application.get_absolute_url(), {"do": "ask", "text": words, "version": 1})
    assert answer.status_code == 302
    application.refresh_from_db()
    assert application.state == "question"
    assert Message.objects.get().text == words
    letter = OutgoingMail.objects.get()
    assert letter.subject.startswith("Une question")
    assert "/fr/application/" in letter.body


def test_nobody_overwrites_a_colleague(desk):
    application = make_application()
    colleague = make_user("colleague", first_name="Ada", last_name="Lovelace")
    application.__class__.objects.filter(pk=application.pk).update(version=2, changed_by=colleague.label)
    for data in ({"do": "decline", "text": "My long letter"}, {"do": "spam"}, {"do": "assign", "due": "2026-12-24"}):
        answer = desk.post(application.get_absolute_url(), {**data, "version": 1})
        assert answer.status_code == 409
        assert "Ada Lovelace changed this application" in answer.content.decode()
        assert data.get("text", "") in answer.content.decode()
    application.refresh_from_db()
    assert application.state == "new"
    assert OutgoingMail.objects.count() == 0
    assert desk.post(application.get_absolute_url(), {"do": "spam", "version": 2}).status_code == 302


SENSELESS = [{"do": "release"}, {"do": "nothing"}, {"do": "ask", "text": ""}, {}, {"do": "spam", "version": "x"}]


@pytest.mark.parametrize("data", SENSELESS)
def test_what_makes_no_sense_changes_nothing(desk, data):
    application = make_application()
    answer = desk.post(application.get_absolute_url(), {"version": 1, **data})
    assert answer.status_code in {409, 422}
    application.refresh_from_db()
    assert (application.state, application.version) == ("new", 1)


def test_bulk_actions_touch_all_or_nothing(desk):
    rows = [make_application(answers={"organisation": f"T{n}"}) for n in range(3)]
    ids = [row.pk for row in rows]
    url = reverse("applications:bulk")
    for wrong in ([*ids, 999_999], ["x"], [], [*ids, "1; drop"], range(1, 400)):
        desk.post(url, {"do": "spam", "id": wrong})
    assert set(Application.objects.values_list("state", flat=True)) == {"new"}
    rows[0].__class__.objects.filter(pk=ids[0]).update(state="accepted")
    desk.post(url, {"do": "spam", "id": ids})
    assert sorted(Application.objects.values_list("state", flat=True)) == ["accepted", "new", "new"]
    desk.post(url, {"do": "spam", "id": ids[1:]})
    assert sorted(Application.objects.values_list("state", flat=True)) == ["accepted", "spam", "spam"]
    desk.post(url, {"do": "release", "id": ids[1:]})
    assert OutgoingMail.objects.filter(kind="confirmation").count() == 2


@pytest.mark.parametrize("fmt", ["csv", "xlsx"])
def test_exports_hold_no_formula_in_any_column(desk, fmt):
    for text in ACTING:
        names = ("organisation", "leader", "leader_office", "contact_name", "done", "planned", "website")
        make_application(answers=dict.fromkeys(names, text))
    answer = desk.get(reverse("applications:export", args=[fmt]))
    if fmt == "csv":
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    else:
        sheet = load_workbook(io.BytesIO(answer.content)).active
        assert {cell.data_type for row in sheet for cell in row} <= {"s", "inlineStr", "n"}
        rows = [[cell or "" for cell in row] for row in sheet.values]
    assert len(rows) == len(ACTING) + 1
    assert [cell for row in rows for cell in row if str(cell)[:1] in tuple("=+-@\t\r＝＋|")] == []
    assert AccessEntry.objects.get(action="export").count == len(ACTING)


@pytest.mark.parametrize("text", ACTING)
def test_no_cell_acts(text):
    assert safe(text) == f"'{text}"


def test_views_are_kept_for_their_owner(desk, officer):
    desk.post(reverse("applications:save_view"), {"name": "French", "query": "language=fr"})
    view = SavedView.objects.get()
    assert (view.user, view.query) == (officer, "language=fr")
    assert "?language=fr" in desk.get(reverse("applications:index")).content.decode()
    other = SavedView.objects.create(user=make_user("other"), name="Other", query="")
    assert desk.post(reverse("applications:drop_view", args=[other.pk])).status_code == 404


def test_the_office_writes_templates_and_periods(desk):
    data = {"name": "Hello", "purpose": "answer", "language": "en", "text": "Hello"}
    desk.post(reverse("applications:new_template"), data)
    template = ReplyTemplate.objects.get()
    desk.post(reverse("applications:template", args=[template.pk]), {**data, "name": "Bye"})
    assert ReplyTemplate.objects.get().name == "Bye"
    page = desk.get(reverse("applications:settings"))
    values = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    answer = desk.post(reverse("applications:settings"), {**values, "declined_months": 6, "team": "a@b.org\nnot"})
    assert answer.status_code == 422
    desk.post(reverse("applications:settings"), {**values, "declined_months": 6, "team": "a@b.org"})
    assert desk.get(reverse("applications:settings")).context["form"]["declined_months"].value() == 6


def test_applications_are_no_snippets_and_say_no_more_than_their_number(client, others, site_tree):
    application = make_application()
    assert str(application) == application.reference
    client.force_login(others[3])
    for url in ("/admin/localize/api/snippets/applications/application/", "/admin/snippets/applications/application/"):
        assert application.reference not in client.get(url).content.decode()
