"""What a usual story costs its writer: pointer actions and Enter are counted, typing is not."""

import secrets

from playwright.sync_api import expect

MOST = 26
TITLE = f"A usual story {secrets.token_hex(2)}"
# Choosing from a list is two actions: opening it, and the choice.
COUNTER = """
const add = number => sessionStorage.setItem("actions", Number(sessionStorage.getItem("actions") || 0) + number);
addEventListener("click", event => { if (event.isTrusted && event.detail) add(1); }, true);
addEventListener("keydown", event => { if (event.key === "Enter") add(1); }, true);
addEventListener("change", event => { if (event.target.tagName === "SELECT") add(2); }, true);
"""


def open_form(logged_in):
    """Open the form of a new story and begin to count."""
    page = logged_in("editor")
    page.context.add_init_script(COUNTER)
    page.goto("/admin/pages/")
    page.get_by_role("link", name="Explore child pages of 'News'").click()
    page.get_by_role("link", name="Add child page").first.click()
    page.wait_for_url("**/admin/pages/add/news/newspage/*/")
    page.evaluate("sessionStorage.setItem('actions', 0)")
    return page


def actions(page):
    """Say how many actions were counted."""
    return int(page.evaluate("sessionStorage.getItem('actions')"))


def choose_picture(page):
    """Choose a picture that the library has."""
    page.get_by_role("button", name="Choose an image").click()
    page.locator(".modal .listing a, .modal .image-choice").first.click()
    expect(page.locator(".modal")).to_have_count(0)
    page.locator("#id_lead_alt").fill("Drawing: a town between two arms of a river.")


def choose_quotation(page, number):
    """Add a quotation of the library below what is there."""
    page.locator("#panel-child-content-body-section button.c-sf-add-button:visible").last.click()
    page.get_by_role("option", name="Quotation from the library").click()
    page.get_by_role("button", name="Choose quotation").last.click()
    page.locator(".modal table a").nth(number).click()
    expect(page.locator(".modal")).to_have_count(0)


def test_a_usual_story_takes_few_actions_and_never_leaves_the_editor(logged_in):
    page = open_form(logged_in)
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_summary").fill("Two towns do what towns do, and say so in their own words.")
    choose_picture(page)
    choose_quotation(page, 0)
    choose_quotation(page, 1)
    page.locator("#id_story_members-0-member").select_option(index=1)
    page.locator("#id_story_themes-0-theme").select_option(index=1)
    page.locator("#id_story_themes-1-theme").select_option(index=2)
    assert len(page.context.pages) == 1
    # What is typed is saved by itself; a person takes longer to find the button than that takes.
    page.wait_for_url("**/edit/")
    page.get_by_role("button", name="More actions").click()
    page.locator("footer").get_by_role("button", name="Submit to Second reader", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("submitted for moderation")
    assert actions(page) <= MOST
