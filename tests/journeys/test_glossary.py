"""A reader meets a term in a story, and looks another one up."""

from playwright.sync_api import expect

STORY = "/en/news/innsbruck-joins-the-alliance/"


def test_a_term_explains_itself_by_keyboard_and_leads_on_without_scripts(open_page, site, watch):
    page = open_page(STORY)
    word = page.locator("a.term").first
    note = page.locator(f"#{word.get_attribute('data-note')}")
    expect(word).to_have_attribute("aria-expanded", "false")
    word.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_contain_text("The specific racism")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()
    page.goto(f"{site}/en/glossary/")
    page.get_by_label("Word or any of its forms").fill("antitsigan")
    expect(page.locator(".entry dt")).to_have_count(1)
    page.get_by_label("Group", exact=True).select_option("housing")
    expect(page.locator("main")).to_contain_text("No term fits")
    assert watch.foreign(site) == []
    assert watch.complaints == []
    plain = open_page(STORY, java_script_enabled=False)
    expect(plain.locator(".term-note").first).to_be_hidden()
    plain.locator("a.term").first.click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("anti-Gypsyism")
    plain.goto(f"{site}/fr/glossaire/?q=antitsigan&group=racism")
    expect(plain.locator(".entry dt").first).to_contain_text("antitsiganisme")
