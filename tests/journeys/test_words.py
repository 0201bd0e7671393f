"""Words matter: forms better avoided are found while somebody writes, and an insult goes out only with a reason."""

import datetime
import re
import secrets

from playwright.sync_api import expect

MARK = secrets.token_hex(2)
SUMMARY = "In the hall “the pikeys” were named."
INSULT = "A tinker family at the well."
NAMED = "The photographer wrote “a tinker family” under it."
REASON = "The family wishes to be named so; see the letter of 3 May."


def findings(page, words=""):
    return page.locator("#words-to-look-at [data-guard-findings] li").filter(has_text=words)


def begin_story(page):
    page.goto("/admin/pages/")
    page.get_by_role("link", name="Explore child pages of 'News'").click()
    page.get_by_role("link", name="Add child page").first.click()
    page.wait_for_url("**/admin/pages/add/news/newspage/*/")
    page.locator("#id_title").fill(f"The gypsies of the town {MARK}")
    page.locator("#id_summary").fill(SUMMARY)
    page.locator("#id_date").fill(datetime.date.today().isoformat())
    page.keyboard.press("Escape")
    page.locator("#id_story_themes-0-theme").select_option(label="Housing")
    page.locator("#id_story_members-0-member").select_option(index=1)
    choose_picture(page)


def choose_picture(page):
    page.get_by_role("button", name="Choose an image").click()
    page.locator(".modal [data-chooser-modal-choice]").first.click()
    expect(page.locator(".modal")).to_have_count(0)


def write(page, text):
    """Begin the text of the story; return the place where it is written."""
    page.locator("#panel-child-content-body-section button.c-sf-add-button").first.click()
    page.get_by_role("option", name=re.compile("^Text")).first.click()
    place = page.locator(
        "#panel-child-content-body-section [data-draftail-editor-wrapper] [contenteditable=true]"
    ).first
    place.click()
    page.keyboard.type(text)
    return place


def act(page, name):
    """Press a button that stands below the form; say so again if the editor asks about what it saved by itself."""
    again = page.get_by_role("dialog").get_by_role("button", name=name, exact=True)
    page.add_locator_handler(again, lambda button: button.click())
    page.get_by_role("button", name="More actions").click()
    page.locator("footer").get_by_role("button", name=name, exact=True).click()


def replace_what_is_found(page):
    """Replace one form in the running text and one in a plain field, with a click each."""
    place = write(page, "The tinkers came to the hall.")
    expect(page.locator("#words-to-look-at [data-guard-notes] li")).to_have_count(1)
    findings(page, "tinkers").locator("[data-guard-replace]").click()
    expect(place).to_contain_text("The Irish Traveller came to the hall.")
    findings(page, "gypsies").locator("[data-guard-replace]").click()
    expect(page.locator("#id_title")).to_have_value(f"The Roma of the town {MARK}")
    expect(findings(page)).to_have_count(0)


def handing_in_is_refused(page):
    """Try to hand in an insult that nobody is quoted with; all that was typed is still there."""
    page.locator("#id_lead_alt").fill(INSULT)
    act(page, "Submit to Second reader")
    expect(page.locator("[data-field]:has(#id_lead_alt) .error-message")).to_contain_text("“tinker” is offensive")
    expect(page.locator("#id_lead_alt")).to_have_value(INSULT)
    expect(page.locator("#id_summary")).to_have_value(SUMMARY)
    expect(page.locator("#id_title")).to_have_value(f"The Roma of the town {MARK}")
    expect(page.get_by_text("The Irish Traveller came to the hall.").first).to_be_visible()


def handing_in_works_in_a_quotation(page):
    """Quote the insult, read the note and hand in; return the path of the editor."""
    page.locator("#id_lead_alt").fill(NAMED)
    expect(page.locator("#words-to-look-at [data-guard-notes] li")).to_have_count(2)
    expect(page.locator("#words-to-look-at [data-guard-quiet]")).to_be_visible()
    act(page, "Submit to Second reader")
    expect(page.locator(".messages")).to_contain_text("submitted for moderation")
    page.goto("/admin/reports/workflow/")
    with page.expect_navigation():
        page.get_by_role("link", name=f"The Roma of the town {MARK}").first.click()
    return "/admin/" + page.url.partition("/admin/")[2].partition("?")[0]


def moderator_allows_it(page):
    """Leave the form on the page, which asks for a reason, and publish."""
    page.locator("#id_lead_alt").fill(INSULT)
    finding = findings(page, "tinker")
    finding.locator("summary").click()
    finding.locator("[data-guard-allow-now]").click()
    expect(finding.locator("[data-guard-error]")).not_to_be_empty()
    finding.locator("[data-guard-why]").fill(REASON)
    finding.locator("[data-guard-allow-now]").click()
    expect(page.locator("#words-to-look-at [data-guard-allowed]")).to_contain_text(REASON)
    expect(findings(page)).to_have_count(0)
    act(page, "Approve")
    expect(page.locator(".messages")).to_contain_text(f"The Roma of the town {MARK}")


def test_a_story_gets_its_words_right(logged_in):
    editor = logged_in("editor")
    begin_story(editor)
    replace_what_is_found(editor)
    handing_in_is_refused(editor)
    path = handing_in_works_in_a_quotation(editor)
    moderator = logged_in("moderator", path)
    moderator_allows_it(moderator)
    moderator.goto(path.replace("/edit/", "/history/"))
    expect(moderator.locator("main")).to_contain_text(REASON)
