"""A reader looks for a city: by keyboard from the filter to the profile, by the map, and without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

PAGES = {
    "en": [
        "/en/members/",
        "/en/members/?country=AL",
        "/en/members/?view=cards",
        "/en/members/country/al/",
        "/en/data/",
    ],
    "fr": ["/fr/membres/", "/fr/membres/?view=list", "/fr/membres/?name=zzzz", "/fr/membres/country/gr/"],
}
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def tab_to(page, target, most=80):
    """Press Tab until the target has the focus."""
    for _step in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("node => node === document.activeElement"):
            return
    pytest.fail(f"{target} was not reached with {most} presses of Tab")


def look(page):
    """What axe has against the page, and whether it is wider than its window."""
    report = Axe().run(page).response["violations"]
    found = [f"{page.url} {each['id']}: {each['nodes'][0]['html'][:200]}" for each in report]
    return found + [f"{page.url} is too wide"] * (page.evaluate(TOO_WIDE) > 0)


@pytest.mark.parametrize("language", PAGES)
def test_map_and_directory_are_fit_for_everyone(open_page, language):
    looks = {"viewport": {"width": 360, "height": 740}, "bypass_csp": True}
    page, found = open_page(PAGES[language][0], **looks), []
    for width, scheme in ((360, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme)
        for path in PAGES[language]:
            page.goto(path)
            found += look(page)
    assert found == []


def test_by_keyboard_from_the_filter_to_a_profile(open_page, site, watch):
    page = open_page("/en/members/")
    expect(page.locator(".map__tools")).to_be_visible()
    tab_to(page, page.locator("#filter-name"))
    page.keyboard.type("sisli")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"name=sisli"))
    expect(page.locator(".members__count")).to_contain_text("1 of")
    expect(page.locator("main table tbody tr")).to_have_count(1)
    mark = page.locator(".map__pins a.map__mark")
    expect(mark).to_have_count(1)
    tab_to(page, mark)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Şişli")
    expect(page.locator("meta[property='og:image']")).to_have_attribute("content", re.compile(r"/"))
    assert watch.foreign(site) == []
    assert watch.complaints == []


def test_the_map_is_moved_by_keys(open_page):
    page = open_page("/en/members/")
    stage, frame = page.locator(".map__stage"), page.locator(".map__frame")
    tab_to(page, frame)
    page.keyboard.press("+")
    expect(frame).to_have_attribute("data-zoomed", "")
    page.keyboard.press("ArrowLeft")
    expect(stage).to_have_attribute("style", re.compile(r"--map-scale: 1\.6"))
    page.keyboard.press("0")
    expect(frame).not_to_have_attribute("data-zoomed", "")


def test_without_scripts_the_map_is_links_and_the_filter_a_form(open_page):
    page = open_page("/fr/membres/", java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.get_by_label("Pays").select_option("AL")
    page.get_by_role("button", name="Afficher").click()
    expect(page).to_have_url(re.compile(r"country=AL"))
    marks = page.locator(".map__pins a.map__mark")
    expect(marks.first).to_be_visible()
    marks.first.focus()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile(r"\?country=AL$"))
    page.goto("/fr/membres/?country=AL")
    page.locator("main table tbody").get_by_role("link", name="Tirana").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tirana")
    expect(page.locator("main")).to_contain_text("Un séminaire de maires albanais")
    assert page.context.cookies() == []
