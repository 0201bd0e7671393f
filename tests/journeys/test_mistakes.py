"""An editor's mistakes are named where they were made, in the editor's language, and nothing typed is lost."""

import re
import secrets
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

LONG = "A title that does not end " * 12
WORDS = {
    "en": {
        "too long": "Ensure this value has at most 255 characters (it has 311).",
        "no date": "Enter a valid date.",
        "no alt": "Say what the picture shows, or mark it as decorative.",
        "no credit": "This field is required.",
        "no licence": "Choose the licence: it says on what terms the Alliance may show this.",
        "choose": "Choose an image",
        "upload": "Upload",
    },
    "fr": {
        "too long": "Assurez-vous que cette valeur comporte au plus 255 caractères (actuellement 311).",
        "no date": "Saisissez une date valide.",
        "no alt": "Dites ce que montre l’image, ou indiquez qu’elle est décorative.",
        "no credit": "Ce champ est requis.",
        "no licence": "licence",
        "choose": "Choisir une image",
        "upload": "Transférer",
    },
}


@pytest.fixture(params=["en", "fr"])
def desk(request, logged_in):
    """An editor in front of the form of a new story, who reads the admin in that language; and its words."""
    page = logged_in("editor")
    speak(page, request.param)
    page.goto("/admin/pages/")
    page.locator("main a[href^='/admin/pages/'][title*='News']").click()
    page.locator("main a[href$='/add_subpage/']").first.click()
    page.wait_for_url("**/admin/pages/add/news/newspage/*/")
    yield page, WORDS[request.param]
    speak(page, "en")


def speak(page, language):
    """Choose a language in the account settings."""
    page.goto("/admin/account/")
    choice = page.locator("#id_locale-preferred_language")
    if choice.input_value() != language:
        choice.select_option(language)
        page.locator("main form [type=submit]").click()
        expect(page.locator(".messages li")).to_have_count(1)


def save(page):
    """Save the draft and wait for the answer."""
    with page.expect_navigation():
        page.locator("footer button[type=submit]").first.click()


def wrong(page, field):
    """The message that stands at a field; a screen reader finds it from there."""
    box = page.locator(f"#{field}")
    expect(box).to_have_attribute("aria-invalid", "true")
    return page.locator(f"[data-field]:has(#{field}) .error-message")


def test_too_long_a_title_and_a_day_that_does_not_exist(desk):
    page, words = desk
    page.locator("#id_title").fill(LONG.strip())
    page.locator("#id_summary").fill("What stands here stays here.")
    page.locator("#id_date").fill("2026-02-31")
    page.locator("#id_place").fill("Lyon")
    save(page)
    expect(wrong(page, "id_title")).to_contain_text(words["too long"])
    expect(wrong(page, "id_date")).to_contain_text(words["no date"])
    expect(page.locator("#id_title")).to_have_value(LONG.strip())
    expect(page.locator("#id_date")).to_have_value("2026-02-31")
    expect(page.locator("#id_summary")).to_have_value("What stands here stays here.")
    expect(page.locator("#id_place")).to_have_value("Lyon")


def test_a_picture_without_words_is_not_handed_in(desk):
    page, words = desk
    title = f"A picture says nothing {secrets.token_hex(2)}"
    page.locator("#id_title").fill(title)
    page.locator("#id_date").fill("2026-02-28")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=words["choose"]).click()
    page.locator(".modal [data-chooser-modal-choice]").first.click()
    expect(page.locator(".modal")).to_have_count(0)
    page.locator("#id_lead_caption").fill("On the square")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator("footer [name=action-submit]").click()
    expect(wrong(page, "id_lead_alt")).to_contain_text(words["no alt"])
    expect(page.locator("#id_title")).to_have_value(title)
    expect(page.locator("#id_lead_caption")).to_have_value("On the square")
    assert page.locator("[name=lead_image]").input_value()


def test_a_picture_without_credit_and_licence_stays_out_of_the_library(desk):
    page, words = desk
    content = BytesIO()
    Image.new("RGB", (900, 600), f"#{secrets.token_hex(3)}").save(content, "PNG")
    page.get_by_role("button", name=words["choose"]).click()
    window = page.locator(".modal")
    window.locator("[role=tab][href='#tab-upload']").click()
    file = {"name": "river.png", "mimeType": "image/png", "buffer": content.getvalue()}
    window.locator("input[type=file]").set_input_files(file)
    title = window.locator("#id_image-chooser-upload-title")
    expect(title).to_have_value("river")
    window.get_by_role("button", name=words["upload"]).click()
    expect(at(window, "credit")).to_contain_text(words["no credit"])
    window.locator("#id_image-chooser-upload-credit").fill("Drawing: nobody")
    window.get_by_role("button", name=words["upload"]).click()
    expect(at(window, "licence")).to_contain_text(re.compile(words["no licence"]))
    expect(title).to_have_value("river")
    expect(window.locator("#id_image-chooser-upload-credit")).to_have_value("Drawing: nobody")


def at(window, field):
    """The messages at a field of the upload form."""
    return window.locator(f"[data-field]:has(#id_image-chooser-upload-{field}) .error-message").first
