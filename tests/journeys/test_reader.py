"""A reader finds the way on a small phone, without scripts, by keyboard, and in their own language."""

import pytest
from playwright.sync_api import expect

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
STORY = "/en/news/innsbruck-joins-the-alliance/"
ENGLISH_ONLY = "/en/news/no-reason-to-put-it-aside/"


@pytest.fixture
def clean(site, watch):
    """After the journey: nothing was asked of strangers, nothing broke, no script or style was refused."""
    yield
    assert watch.foreign(site) == []
    assert watch.complaints == []


def no_cookie(page):
    """Check that nothing about the reader was kept in the browser."""
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_phone_without_scripts(open_page, clean):
    page = open_page("/en/", java_script_enabled=False, **PHONE)
    page.get_by_role("button", name="Menu").tap()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="News").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("News")
    page.get_by_label("Theme").select_option("youth-and-school")
    page.get_by_role("button", name="Show").tap()
    expect(page.locator("main")).to_contain_text("A school in Tyrol")
    page.wait_for_url("**theme=youth-and-school**")
    page.get_by_role("link", name="A school in Tyrol").tap()
    expect(page.locator("blockquote").first).to_be_visible()
    page.locator("nav.languages").first.get_by_role("link", name="Français").tap()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tyrol")
    assert page.context.cookies() == []


def test_a_page_that_is_not_translated_yet_says_so(open_page, clean):
    page = open_page(ENGLISH_ONLY.replace("/en/", "/de/"), **PHONE)
    assert page.url.partition("?")[0].endswith(ENGLISH_ONLY)
    notice = page.get_by_text("Diese Seite gibt es noch nicht in Ihrer Sprache.")
    expect(notice).to_be_visible()
    assert notice.evaluate("node => node.closest('[lang]').lang") == "de"
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("nav.languages").first).to_contain_text("Not translated yet, start page only")
    no_cookie(page)


def test_an_address_without_page_helps_on(open_page, clean):
    page = open_page("/fr/rien-du-tout/", **PHONE)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("nav.languages").first.get_by_role("link", name="English")).to_be_visible()
    expect(page.locator("nav.languages").first).not_to_contain_text("Pas encore traduit")
    page.locator("main input[name=q]").fill("école")
    page.locator("main form[role=search], main search").get_by_role("button").first.tap()
    page.wait_for_url("**/fr/search/**")
    expect(page.locator("main")).to_contain_text("Tyrol")
    no_cookie(page)


@pytest.mark.parametrize("path", ["/en/", STORY, "/fr/glossaire/", "/en/search/?q=school"])
def test_the_keyboard_meets_the_skip_link_first_and_shows_where_it_is(open_page, clean, path):
    page = open_page(path)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", "#content")
    expect(skip).to_be_in_viewport()
    for _step in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(VISIBLE), page.evaluate("document.activeElement.outerHTML")
    page.goto(path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


VISIBLE = """() => {
    const node = document.activeElement, look = getComputedStyle(node), box = node.getBoundingClientRect();
    const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
    return box.width > 0 && (ring || look.boxShadow !== 'none');
}"""


@pytest.mark.parametrize(
    ("wish", "language"), [("fr-CH", "fr"), ("de-AT", "de"), ("rom", "rom"), ("ja-JP", "en"), ("en-GB", "en")]
)
def test_the_bare_address_speaks_the_language_of_the_browser(open_page, clean, wish, language):
    page = open_page("/", locale=wish)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.url.endswith(f"/{language}/")
    no_cookie(page)


def test_a_deep_address_never_changes_language(open_page, clean):
    page = open_page(STORY, locale="fr-FR")
    assert page.url.endswith(STORY)
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_map_and_the_story_ask_nobody_else_for_anything(open_page, clean):
    page = open_page("/en/members/")
    for path in ("/en/members/innsbruck/", STORY, "/en/glossary/roma/", "/en/contact/"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    no_cookie(page)
