"""The applicant's own page, by a link that is signed and grows old."""

import io
import logging
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from applications.links import status_path
from applications.models import Application, Attachment, Message, OutgoingMail
from seed.factories.applications import make_application
from tests.applications.applicant import pdf

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


def test_a_document_may_come_later(client, officer):
    application = make_application()
    url = status_path(application)
    assert "Send the document" in client.get(url).content.decode()
    assert client.post(url, {"go": "document"}).status_code == 422
    html = pdf(data=b"<html><script>x()</script>")
    assert client.post(url, {"go": "document", "document": html}).status_code == 422
    assert Attachment.objects.count() == 0
    assert client.post(url, {"go": "document", "document": pdf("Beschluss.pdf")}).status_code == 302
    document = application.attachments.get()
    assert document.name == "Beschluss.pdf"
    assert "Beschluss.pdf" in client.get(url).content.decode()
    assert [event.action for event in application.events.all()] == ["document"]
    letter = OutgoingMail.objects.get()
    assert letter.recipient == "officer@example.org"
    assert "Beschluss" not in letter.subject + letter.body


def test_documents_are_taken_while_it_is_open_and_not_without_end(client):
    application = make_application()
    url = status_path(application)
    for number in range(12):
        client.post(url, {"go": "document", "document": pdf(f"{number}.pdf")})
    assert application.attachments.count() == 10
    Application.objects.update(state="declined")
    assert "Send the document" not in client.get(url).content.decode()
    Attachment.objects.all().delete()
    assert client.post(url, {"go": "document", "document": pdf()}).status_code == 422
    letter = make_application("contact")
    assert client.post(status_path(letter), {"go": "document", "document": pdf()}).status_code == 422
    assert Attachment.objects.count() == 0


def test_what_cannot_be_read_is_refused_with_words(client):
    urls = (status_path(make_application()), "/en/application/")
    for url in urls:
        answer = client.post(url, {f"f{n}": "x" for n in range(10_001)})
        assert answer.status_code == 400
        assert "could not be read" in answer.content.decode()
        assert client.post(url, {"answer": "x" * 8_000_000}).status_code == 413


def test_forgetting_the_tick_opens_the_box_with_the_error(client):
    words = client.post(status_path(make_application()), {"go": "withdraw"}).content.decode()
    assert '<details class="withdraw" open>' in words
    assert 'aria-describedby="error-sure"' in words


def test_the_log_does_not_hold_the_link(client):
    handler = next(one for one in logging.getLogger().handlers if one.name == "console")
    written = io.StringIO()
    stream = handler.setStream(written)
    url = status_path(make_application())
    client.post(url, {"go": "answer", "answer": ""})
    client.get(f"{url}x/")
    client.get("/en/application/forged:token/?r=1")
    handler.setStream(stream)
    assert "/en/application/…" in written.getvalue()
    assert url.split("/")[3] not in written.getvalue()
    assert "forged" not in written.getvalue()


def test_thanks_are_said_once(client):
    application = make_application(language="fr")
    ask(application)
    url = status_path(application)
    sent = client.post(url, {"answer": "Le conseil.", "go": "answer"}).headers["Location"]
    words = client.get(sent).content.decode()
    assert "bien reçu votre réponse" in words
    assert "bien reçu votre réponse" not in client.post(sent, {"go": "withdraw"}).content.decode()
