"""With the database down a reader gets every word back."""

import pytest
from django.db import InterfaceError, OperationalError

from applications.links import status_path
from seed.factories.applications import make_application
from tests.applications.applicant import ANSWERS, Applicant

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
@pytest.mark.parametrize("place", ["common.routing.nearest_page", "applications.receiving.receive"])
def test_what_was_typed_comes_back_and_can_be_sent_again(client, contact, monkeypatch, error, place):
    applicant = Applicant(client).fill("/en/contact/")
    data = {**applicant.fields, "consent": "1", "go": "send", "message": "Słowa <b>tak</b>"}

    def fail(*_args, **_kwargs):
        raise error("the server closed the connection: secret.host")

    with monkeypatch.context() as broken:
        broken.setattr(place, fail)
        answer = client.post("/en/contact/", data)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    words = answer.content.decode()
    assert "Słowa &lt;b&gt;tak&lt;/b&gt;" in words
    assert "secret.host" not in words
    assert "Your message" in words
    assert "elena.stojanova@stip.gov.mk" in words, "what was typed in earlier steps is shown, too"
    again = Applicant(client).take(answer)
    form = again.document.forms[0]
    assert client.post(form.action, dict(form.form_values())).status_code == 303


def test_it_speaks_the_language_of_the_address(client, site_tree, monkeypatch):
    def fail(*_args):
        raise OperationalError

    monkeypatch.setattr("common.routing.nearest_page", fail)
    answer = client.post("/fr/contact/", {"message": ANSWERS["message"]})
    assert answer.status_code == 503
    assert b'<html lang="fr"' in answer.content
    assert "Votre message" in answer.content.decode()
    assert client.get("/fr/").status_code == 503


def test_an_answer_to_a_question_comes_back_too(client, site_tree, monkeypatch):
    def fail(*_args):
        raise OperationalError

    url = status_path(make_application(language="fr"))
    monkeypatch.setattr("applications.status.application_of", fail)
    answer = client.post(url, {"answer": "Le conseil décide.", "go": "answer"})
    assert answer.status_code == 503
    assert "Votre réponse" in answer.content.decode()
    assert "Le conseil décide." in answer.content.decode()
