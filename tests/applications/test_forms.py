"""An applicant fills in a form: step by step, without cookie or script, and nothing typed is lost."""

import re

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils.html import escape

from applications.models import Application, Attachment, Event, FormHelp, Notice, OutgoingMail
from seed.factories.accounts import make_user
from seed.factories.applications import make_form_page
from seed.factories.pages import translate_page
from tests.applications.applicant import ANSWERS, Applicant, pdf

pytestmark = pytest.mark.django_db


def test_a_form_is_filled_in_step_by_step_and_arrives_once(applicant, join):
    applicant.fill("/en/join/", decision=pdf())
    assert "44,866" in applicant.text
    assert "decision.pdf" in applicant.text
    assert Application.objects.count() == 0
    applicant.send("send", consent="1")
    application = Application.objects.get()
    assert applicant.reference == application.reference
    assert application.state == "new"
    assert application.organisation == "Municipality of Štip"
    assert application.answers["population"] == 44866
    assert application.answers["website"] == "https://stip.gov.mk"
    assert application.attachments.get().name == "decision.pdf"
    assert application.notice == Notice.objects.get(kind="join", language="en")
    assert Event.objects.get().action == "received"
    assert not applicant.client.cookies
    assert mail.outbox == []


def test_readers_of_the_form_share_one_page_without_a_cookie(applicant, join):
    one, other = applicant.open("/en/join/").response, applicant.open("/en/join/").response
    assert one.content == other.content
    assert one.headers["Cache-Control"].startswith("public")
    assert not one.cookies
    answer = applicant.send().response
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert not answer.cookies


def test_what_is_wrong_is_said_on_top_and_beside_the_field_and_what_was_typed_stays(applicant, join):
    applicant.open("/en/join/").send(organisation="Štip", population="many", website="not an address")
    assert applicant.response.status_code == 422
    assert applicant.document.findtext(".//title").startswith("Error: ")
    assert "Choose the country." in applicant.errors
    targets = {link.get("href")[1:] for link in applicant.problems}
    assert {"field-country", "field-authority_kind", "field-population", "field-website"} == targets
    for target in targets:
        field = applicant.document.get_element_by_id(target)
        assert field.get("aria-invalid") == "true"
        described = field.get("aria-describedby").split()[-1]
        assert applicant.document.get_element_by_id(described).text_content().strip().startswith("Error:")
    assert applicant.fields["organisation"] == "Štip"
    assert applicant.fields["population"] == "many"


def test_one_goes_back_and_changes_an_answer(applicant, join):
    applicant.open("/en/join/").send(**ANSWERS)
    applicant.send("back", leader="Half a na")
    assert applicant.fields["organisation"] == ANSWERS["organisation"]
    applicant.send(**ANSWERS)
    assert applicant.fields["leader"] == "Half a na"
    applicant.fill("/en/join/")
    applicant.send("change:people")
    applicant.send(leader="Another Mayor")
    assert applicant.fields["step"] == "summary"
    assert "Another Mayor" in applicant.text


def test_double_click_back_and_resend_make_one_row(client, applicant, contact):
    applicant.fill("/en/contact/")
    sent = {**applicant.fields, "consent": "1", "go": "send"}
    places = {client.post("/en/contact/", sent).headers["Location"].split("?")[0] for _click in range(4)}
    assert places == {"/en/contact/received/"}
    assert Application.objects.count() == 1
    assert OutgoingMail.objects.filter(kind="confirmation").count() == 1


def test_consent_is_asked_for_and_kept_with_the_wording_that_was_read(applicant, contact):
    applicant.fill("/en/contact/").send("send")
    assert applicant.errors == ["Tick the box to say that we may use your data for this."]
    contact.notice = "<p>Another purpose.</p>"
    contact.save_revision().publish()
    applicant.send("send", consent="1")
    assert applicant.errors == ["The notice about personal data has changed. Read it and tick the box again."]
    assert "Another purpose." in applicant.text
    applicant.send("send", consent="1")
    assert Application.objects.get().notice.text == "<p>Another purpose.</p>"


@pytest.mark.parametrize("state", ["", "forged", "a:b:c", "x" * 400_000])
def test_a_lost_state_keeps_what_was_typed(client, applicant, contact, state):
    applicant.open("/en/contact/")
    data = {**applicant.fields, "state": state, "message": "My words", "topic": "press"}
    applicant.take(client.post("/en/contact/", data))
    assert applicant.response.status_code == 422
    assert applicant.fields["message"] == "My words"
    applicant.send(topic="press")
    assert applicant.fields["step"] == "sender"


def test_the_state_of_one_form_is_no_good_for_another(client, applicant, contact, join):
    applicant.open("/en/contact/").send(**ANSWERS)
    applicant.take(client.post("/en/join/", {"state": applicant.fields["state"], "step": "summary", "go": "send"}))
    assert applicant.response.status_code == 422
    assert Application.objects.count() == 0


@pytest.mark.parametrize("kind", ["cooperate", "declaration"])
def test_every_kind_of_form_arrives(site_tree, applicant, kind):
    make_form_page(site_tree.home, kind, slug=kind)
    applicant.apply(f"/en/{kind}/")
    assert Application.objects.get().kind == kind
    assert applicant.reference


def test_a_form_in_french_without_script(site_tree, applicant):
    make_form_page(site_tree.homes["fr"], "join", title="Adhérer", slug="adherer", what_next="Nous répondons vite.")
    applicant.open("/fr/adherer/").send()
    assert "Entrez le nom de la collectivité." in applicant.errors
    applicant.apply("/fr/adherer/")
    assert "Nous répondons vite." in applicant.text
    assert 'hreflang="x-default"' not in applicant.response.content.decode()
    letter = OutgoingMail.objects.get(kind="confirmation")
    assert letter.subject == f"Nous l’avons bien reçu : {applicant.reference}".replace(" :", "\u202f:")
    assert "Nous répondons vite." in letter.body
    assert "/fr/application/" in letter.body


def test_editors_write_the_help_texts(site_tree, applicant, contact):
    FormHelp.objects.create(page=contact, field="message", text="Say <b>where</b>.", locale=contact.locale)
    applicant.open("/en/contact/")
    assert escape("Say <b>where</b>.") in applicant.response.content.decode()


def test_private_and_unpublished_forms_take_nothing(client, site_tree, contact):
    contact.view_restrictions.create(restriction_type="login")
    assert client.post("/en/contact/", {"step": "message"}).status_code == 302
    contact.view_restrictions.all().delete()
    contact.unpublish()
    assert client.post("/en/contact/", {"step": "message"}).status_code == 404


def test_other_pages_refuse_posts(client, site_tree):
    assert client.post("/en/", {"a": "b"}).status_code == 405


def test_the_confirmation_needs_its_number(client, contact):
    assert client.get("/en/contact/received/").status_code == 302
    assert client.get("/en/contact/received/?r=J-2222-2222").status_code == 302


def test_a_forgotten_document_belongs_to_nobody_else(client, applicant, join):
    applicant.fill("/en/join/", decision=pdf())
    thief = Applicant(type(client)()).fill("/en/join/")
    stolen = Attachment.objects.get()
    thief.send("send", consent="1")
    assert Application.objects.get().attachments.count() == 0
    assert stolen.application is None


def test_a_document_can_be_taken_away_again(applicant, join):
    applicant.fill("/en/join/", decision=pdf()).send("change:decision")
    assert "decision.pdf" in applicant.text
    applicant.take(applicant.client.post("/en/join/", {**applicant.fields, "decision-remove": "1", "go": "next"}))
    applicant.send("send", consent="1")
    assert Application.objects.get().attachments.count() == 0


def test_reference_numbers_are_not_in_order(applicant, contact):
    references = {applicant.apply("/en/contact/", message=f"Number {n}").reference for n in range(3)}
    assert len(references) == 3
    assert all(re.fullmatch(r"K-[2-9A-Z]{4}-[2-9A-Z]{4}", one) for one in references)


def test_no_form_goes_out_without_its_notice(contact):
    contact.notice = "<p> </p>"
    contact.save_revision()
    with pytest.raises(PermissionDenied, match="what the data is for"):
        contact.get_latest_revision().publish(user=make_user("chief", is_superuser=True))


def test_who_goes_back_and_sends_other_words_is_told_that_the_first_ones_count(client, applicant, contact):
    applicant.fill("/en/contact/")
    sent = {**applicant.fields, "consent": "1", "go": "send"}
    assert "late" not in client.post("/en/contact/", sent).headers["Location"]
    applicant.send("change:message")
    applicant.send(message="Other words").send("send", consent="1")
    assert "has not reached us" in applicant.text
    assert Application.objects.get().answers["message"] == ANSWERS["message"]


def test_the_confirmation_knows_the_form_in_other_languages(site_tree, applicant):
    page = make_form_page(site_tree.home, "contact", slug="contact")
    translate_page(page, "fr", title="Nous écrire", slug="nous-ecrire")
    applicant.apply("/en/contact/")
    assert applicant.document.xpath("//header//a[@hreflang='fr']")[0].get("href") == "/fr/nous-ecrire/"
