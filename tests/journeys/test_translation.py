"""From request to reader and again after a comma: editor, translator and reviewer, each in a browser of their own."""

import re
import secrets

from playwright.sync_api import expect

MARK = secrets.token_hex(2)
TITLE = f"How we work {MARK}"
BEFORE = f"We meet in spring {MARK}."
AFTER = f"We meet in spring, {MARK}."
UNTOUCHED = "Who we are and what we do."
FRENCH = {
    TITLE: f"Notre façon de travailler {MARK}",
    UNTOUCHED: "Qui nous sommes et ce que nous faisons.",
    BEFORE: f"Nous nous réunissons au printemps {MARK}.",
}


def segment(page, english):
    """The line of a sentence in the workbench."""
    source = page.locator("[data-source]", has_text=re.compile(f"^{re.escape(english)}$"))
    return page.locator("[data-segment]", has=source).first


def publish(page):
    """Publish what the editor's page holds."""
    page.get_by_role("button", name="More actions").click()
    page.locator("footer").get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("published")


def editor_publishes(logged_in):
    """Make a page of text and publish it; return the page and the path of its editor."""
    page = logged_in("moderator", "/admin/pages/")
    page.get_by_role("link", name="Add child page").first.click()
    page.get_by_role("link", name=re.compile("^Page of text")).first.click()
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_summary").fill(UNTOUCHED)
    page.locator("#id_introduction").fill(BEFORE)
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url("**/edit/")
    path = "/admin/" + page.url.partition("/admin/")[2]
    publish(page)
    return page, path


def coordinator_asks(logged_in, path):
    """Ask for the French version; return the path of the workbench."""
    page = logged_in("coordinator", path)
    page.locator("header").get_by_role("button", name="Actions").first.click()
    page.get_by_role("link", name="Translate this page").click()
    page.get_by_label("French").check()
    page.get_by_label("Assignee").select_option(label="Demo translator (French)")
    page.locator("main form [type=submit]").click()
    page.wait_for_url(re.compile(r"/admin/translations/\d+/"))
    return "/admin/" + page.url.partition("/admin/")[2]


def translator_works(page, words):
    """Write sentences by keyboard alone, and hand in."""
    for english, french in words.items():
        line = segment(page, english)
        line.locator("textarea[name=text]").fill(french)
        line.locator("textarea[name=text]").press("Control+Enter")
        expect(line.locator("[data-state]")).to_have_text("translated")
    page.reload()
    page.get_by_role("button", name="Hand in for review").click()
    expect(page.locator(".messages")).to_contain_text("handed in for review")


def reviewer_approves(page):
    """Approve, which publishes."""
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("The translation is published.")


def no_english(page):
    """No sentence of the source stands on the French page."""
    text = page.locator("main").inner_text()
    assert not [words for words in (TITLE, UNTOUCHED, BEFORE, AFTER) if words in text]


def test_from_request_to_reader_and_again_after_a_comma(logged_in, open_page):
    editor, path = editor_publishes(logged_in)
    bench = coordinator_asks(logged_in, path)
    translator = logged_in("translator-fr", "/admin/")
    translator.get_by_role("link", name=TITLE).first.click()
    translator.wait_for_url(f"**{bench}")
    translator_works(translator, FRENCH)
    reviewer = logged_in("reviewer-fr", bench)
    reviewer_approves(reviewer)
    reader = open_page(f"/fr/notre-facon-de-travailler-{MARK}/")
    expect(reader.get_by_role("heading", level=1)).to_have_text(FRENCH[TITLE])
    no_english(reader)

    editor.goto(path)
    editor.locator("#id_introduction").fill(AFTER)
    publish(editor)
    reader.reload()
    expect(reader.locator("main")).to_contain_text(FRENCH[BEFORE])
    no_english(reader)

    translator.goto(bench)
    expect(segment(translator, UNTOUCHED).locator("[data-state]")).to_have_text("reviewed")
    line = segment(translator, AFTER)
    expect(line.locator("[data-state]")).to_have_text("fuzzy")
    expect(line.locator("textarea[name=text]")).to_have_value(FRENCH[BEFORE])
    expect(line.locator(".wb-changes ins").first).to_have_text(",")
    translator_works(translator, {AFTER: f"Nous nous réunissons au printemps, {MARK}."})
    no_english(reader)
    reviewer.goto(bench)
    reviewer_approves(reviewer)
    reader.reload()
    expect(reader.locator("main")).to_contain_text(f"printemps, {MARK}")
    no_english(reader)
