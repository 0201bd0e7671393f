"""Forms are fit for everyone at every step: with errors, at the summary, on the applicant's own page."""

import secrets

import pytest
from playwright.sync_api import expect

from tests.journeys.test_access import LOOKS, TOO_WIDE, findings
from tests.journeys.test_applications import choose


def check(page, problems):
    """Note what is wrong with the page as it stands."""
    problems += findings(page) + [f"{page.url}: {box}" for box in page.evaluate(TOO_WIDE)]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_has_nothing_against_any_step(open_page, width, scheme):
    page = open_page("/en/contact/", viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    problems = []
    check(page, problems)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check(page, problems)
    choose(page, "topic", "question")
    page.locator("#field-message").fill(f"When do you meet? {secrets.token_hex(30)}\n" * 3)
    page.get_by_role("button", name="Continue").click()
    page.locator("#field-contact_name").fill("Elena Stojanova")
    page.locator("#field-contact_email").fill(f"elena@{secrets.token_hex(4)}.example.org")
    check(page, problems)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#field-consent")).to_have_attribute("aria-invalid", "true")
    check(page, problems)
    page.goto("/en/application/")
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check(page, problems)
    assert problems == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_has_nothing_against_documents_and_long_names(open_page, width, scheme):
    page = open_page("/fr/adherer/", viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.locator("#field-organisation").fill("Communauté de communes de Saint-Étienne-du-Rouvray-sur-Loire-Inférieure")
    choose(page, "authority_kind", "municipality")
    choose(page, "country", "FR")
    problems = []
    for answers in (
        {},
        {"leader": "A", "contact_name": "B", "contact_function": "C", "contact_email": "d@example.org"},
    ):
        for name, words in answers.items():
            page.locator(f"#field-{name}").fill(words)
        page.get_by_role("button", name="Continuer").click()
    page.locator("#field-done").fill("Une école maternelle.")
    page.get_by_role("button", name="Continuer").click()
    page.locator("#field-decision").set_input_files({"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"<x>"})
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_role("alert")).to_be_visible()
    check(page, problems)
    page.get_by_role("button", name="Continuer").click()
    check(page, problems)
    assert problems == []
