"""The applicant's own page, by a link that is signed and grows old."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from applications.links import status_path
from applications.models import Application, Message, OutgoingMail
from seed.factories.applications import make_application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]


def ask(application):
    Application.objects.filter(pk=application.pk).update(state="question")
    return Message.objects.create(application=application, direction="question", text="Who <b>decides</b>?")


def test_it_shows_state_and_question_and_takes_the_answer_once(client):
    application = make_application()
    ask(application)
    url = status_path(application)
    page = client.get(url)
    assert "Who &lt;b&gt;decides&lt;/b&gt;?" in page.content.decode()
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert not page.cookies
    assert client.post(url, {"answer": " ", "go": "answer"}).status_code == 422
    assert client.post(url, {"answer": "The council.", "go": "answer"}).status_code == 302
    late = client.post(url, {"answer": "Again.", "go": "answer"})
    assert late.status_code == 409
    assert list(Message.objects.filter(direction="answer").values_list("text", flat=True)) == ["The council."]
    application.refresh_from_db()
    assert application.state == "review"


def test_notes_and_names_of_officers_are_not_shown(client, officer):
    application = make_application()
    application.notes.create(user=officer, text="Secret note")
    words = client.get(status_path(application)).content.decode()
    assert "Secret note" not in words
    assert "officer" not in words


def test_it_is_withdrawn_with_a_tick_and_only_once(client):
    application = make_application()
    url = status_path(application)
    assert client.post(url, {"go": "withdraw"}).status_code == 422
    client.post(url, {"go": "withdraw", "sure": "1"})
    client.post(url, {"go": "withdraw", "sure": "1"})
    application.refresh_from_db()
    assert (application.state, application.version) == ("withdrawn", 2)
    assert "It was withdrawn." in client.get(url).content.decode()


@pytest.mark.parametrize("token", ["x", "J-2222-2222", "a:b:c", "%00", "x" * 3000])
def test_forged_links_lead_to_the_way_to_a_new_one(client, token):
    assert client.get(f"/en/application/{token}/").status_code == 404


def test_old_links_do_not_work(client):
    url = status_path(make_application())
    with time_machine.travel(timezone.now() + timedelta(days=61)):
        assert client.get(url).status_code == 404


def test_a_new_link_is_mailed_to_the_right_address_only_and_nothing_is_told(client):
    application = make_application()
    right = {"reference": application.reference.lower(), "email": "ELENA@stip.gov.mk"}
    answers = [
        client.post("/en/application/", right),
        client.post("/en/application/", {**right, "email": "else@example.org"}),
        client.post("/en/application/", {**right, "reference": "J-2222-2222"}),
    ]
    assert len({answer.content for answer in answers}) == 1
    assert [mail.recipient for mail in OutgoingMail.objects.all()] == ["elena@stip.gov.mk"]
    for _click in range(9):
        client.post("/en/application/", right)
    assert OutgoingMail.objects.count() == 3


def test_another_site_cannot_send_it(client):
    url = status_path(make_application())
    data = {"go": "withdraw", "sure": "1"}
    assert client.post(url, data, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert Application.objects.get().state == "new"
