"""What strangers send: a clear answer or clean text, never an error of the server, never a header of a letter."""

import pytest
from django.core import mail as sent
from django.core.management import call_command

from applications.cleaning import clean_line, clean_text
from applications.models import Application, OutgoingMail
from tests.applications.applicant import ANSWERS, Applicant

pytestmark = pytest.mark.django_db


def contact_form(client, **answers):
    applicant = Applicant(client).open("/en/contact/")
    applicant.send(**{**ANSWERS, **answers})
    return applicant if applicant.errors else applicant.send(**{**ANSWERS, **answers})


def test_words_are_made_fit_to_be_kept():
    assert clean_text("a\r\nb\x00\x07\ud800c\u202ed") == "a\nbcd"
    assert clean_line(" a\r\n b\t c ") == "a b c"
    assert clean_text("e\u0301") == "é"
    assert clean_text("क्\u200dष") == "क्\u200dष"


@pytest.mark.parametrize(
    "words",
    ["a\x00b", "line\r\nBcc: all@example.org", "\u202egnp.exe", "x" * 150, "<b>bold</b>", "\ufffe", "🦄"],
)
def test_strange_names_become_clean_text(client, contact, words):
    applicant = contact_form(client, contact_name=words, organisation=words)
    assert applicant.response.status_code in {200, 422}
    if not applicant.errors:
        applicant.send("send", consent="1")
        name = Application.objects.get().contact_name
        assert name == clean_line(words)
        assert not set(name) & set("\x00\r\n\ud800\u202e")


@pytest.mark.parametrize(
    "address",
    ["a@b.org\r\nBcc: c@d.org", "a@b.org, c@d.org", "a@b", "a b@c.org", '"x y"@example.org', "a@" + "b" * 300 + ".org"],
)
def test_strange_addresses_are_refused(client, contact, address):
    applicant = contact_form(client, contact_email=address)
    assert "field-contact_email" in {link.get("href")[1:] for link in applicant.problems}


def test_nothing_typed_reaches_a_header(client, contact):
    contact_form(client, contact_name="Eve\r\nBcc: x@y.org", organisation="Z\nSubject: no").send("send", consent="1")
    call_command("send_mail")
    for letter in sent.outbox:
        head = letter.message().as_string().split("\n\n", 1)[0]
        assert "Bcc" not in head
        assert "Eve" not in head
    assert {mail.kind for mail in OutgoingMail.objects.all()} >= {"confirmation"}


@pytest.mark.parametrize("size", [5_001, 300_000, 2_000_000])
def test_too_long_texts_say_so_and_stay(client, contact, size):
    applicant = contact_form(client, message="x" * size)
    assert applicant.errors == [f"This has {size} characters. Shorten it to 5000."]
    assert len(applicant.fields["message"]) == size


def test_large_bodies_and_many_fields_are_refused(client, contact):
    answer = client.post("/en/contact/", {"message": "x" * 10_500_000})
    assert answer.status_code == 413
    assert b"too large" in answer.content
    answer = client.post("/en/contact/", {f"f{n}": "x" for n in range(10_001)})
    assert answer.status_code == 400
    answer = client.post("/en/contact/", b"\xff\x00broken", content_type="multipart/form-data; boundary=x")
    assert answer.status_code in {400, 422}
    body = b"message=%ED%A0%80%00&step=message"
    answer = client.post("/en/contact/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422


def test_forms_from_other_sites_are_refused(client, contact):
    data = {"step": "message"}
    assert client.post("/en/contact/", data, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/en/contact/", data, headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post("/en/contact/", data, headers={"Origin": "null"}).status_code == 403
    assert client.post("/en/contact/", data, headers={"Origin": "http://testserver"}).status_code == 422


def test_a_thousand_posts_leave_five(client, contact):
    for number in range(200):
        if number % 5 == 0:
            from_cache = Applicant(client)
            from_cache.open("/en/contact/")
            try:
                from_cache.apply("/en/contact/", message=f"Buy {number}")
            except (AssertionError, KeyError):
                continue
        else:
            client.post("/en/contact/", {"message": "x"})
    assert Application.objects.count() <= 5


def test_whoever_floods_is_answered_cheaply_and_gets_the_words_back(client, contact, django_assert_num_queries):
    for _post in range(60):
        client.post("/en/contact/", {"message": "x"})
    with django_assert_num_queries(0):
        answer = client.post("/en/contact/", {"message": "My words"})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "60"
    assert "My words" in answer.content.decode()
    assert client.get("/en/contact/").status_code == 200


def test_the_sixth_in_an_hour_is_told_so_and_keeps_its_words(client, contact):
    for number in range(5):
        Applicant(client).apply("/en/contact/", message=f"Letter {number}")
    sixth = Applicant(client).fill("/en/contact/", message="The sixth")
    sixth.send("send", consent="1")
    assert sixth.response.status_code == 429
    assert "The sixth" in sixth.text
    assert "in an hour" in sixth.errors[0]
    assert Application.objects.count() == 5


def test_machines_are_held_back_and_not_written_to(client, contact):
    applicant = Applicant(client).fill("/en/contact/")
    data = {**applicant.fields, "fax_number": "123", "consent": "1", "go": "send"}
    answer = client.post("/en/contact/", data)
    assert answer.status_code == 303
    application = Application.objects.get()
    assert application.state == "spam"
    assert "trap" in application.suspicion
    assert OutgoingMail.objects.count() == 0


def test_markup_is_held_back(client, contact):
    Applicant(client).apply("/en/contact/", message='<a href="http://x">buy</a>')
    assert Application.objects.get().state == "spam"
