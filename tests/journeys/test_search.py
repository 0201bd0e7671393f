"""A reader looks for a city by keyboard, and finds it without script too."""

import re

from playwright.sync_api import expect


def test_a_city_is_found_while_it_is_typed(open_page):
    page = open_page("/en/search/")
    field = page.locator("#q")
    field.fill("sis")
    options = page.locator("#q-suggestions [role='option']")
    expect(options.first).to_contain_text("Şişli")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "q-suggestions-0")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press("ArrowDown")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/members/sisli/$"))


def test_results_are_narrowed_without_script(open_page):
    page = open_page("/en/search/", java_script_enabled=False)
    page.locator("#q").fill("prize")
    page.locator("main form button").first.click()
    page.get_by_role("checkbox", name=re.compile("News")).check()
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile(r"type=news"))
    expect(page.locator(".items .item").first).to_be_visible()
