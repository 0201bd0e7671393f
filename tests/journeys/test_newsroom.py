"""The main job of the site: a story is written, read by a second person, published, translated and found."""

import datetime
import re
import secrets
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

MARK = secrets.token_hex(2)
TITLE = f"Two towns share a market square {MARK}"
TITRE = f"Deux villes partagent une place de marché {MARK}"
WORDS = "We looked at each other before we looked at the plans."
MOTS = "Nous nous sommes regardés avant de regarder les plans."
FRENCH = {
    TITLE: TITRE,
    "Two mayors met where both towns go shopping.": "Deux maires se sont rencontrés là où leurs villes font le marché.",
    "Lyon, France": "Lyon (France)",
    "Drawing: a square with market stalls.": "Dessin : une place avec des étals de marché.",
    "Mayor of Testville": "Maire de Testville",
    WORDS: MOTS,
    "Who translated it is not on record.": "Traduit pour ce parcours.",
}


@pytest.fixture
def picture():
    """A picture no library has yet."""
    content = BytesIO()
    Image.new("RGB", (1600, 1000), f"#{MARK}{MARK[:2]}").save(content, "PNG")
    return {"name": f"market-{MARK}.png", "mimeType": "image/png", "buffer": content.getvalue()}


def say(page):
    """What the admin says at the top of the page."""
    return page.locator(".messages")


def add_news(page):
    """Open the form of a new story, by way of the page tree."""
    page.goto("/admin/pages/")
    page.get_by_role("link", name="Explore child pages of 'News'").click()
    page.get_by_role("link", name="Add child page").first.click()
    page.wait_for_url("**/admin/pages/add/news/newspage/*/")


def write_story(page, picture):
    """Fill in everything that a story needs."""
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_summary").fill("Two mayors met where both towns go shopping.")
    page.locator("#id_date").fill(datetime.date.today().isoformat())
    page.keyboard.press("Escape")
    page.locator("#id_place").fill("Lyon, France")
    upload(page, picture)
    page.locator("#id_lead_alt").fill("Drawing: a square with market stalls.")
    quote(page)
    page.locator("#id_story_themes-0-theme").select_option(label="Housing")
    page.locator("#id_story_members-0-member").select_option(index=1)
    for tag in (f"markets-{MARK}", f"river towns {MARK}"):
        field = page.locator("#panel-child-content-tags-section input:visible")
        field.fill(tag)
        field.press("Enter")


def upload(page, picture):
    """Put a new picture into the library from the chooser; its title comes from the name of the file."""
    page.get_by_role("button", name="Choose an image").click()
    window = page.locator(".modal")
    window.get_by_role("tab", name="Upload").click()
    window.locator("input[type=file]").set_input_files(picture)
    expect(window.get_by_label("Title")).to_have_value(re.compile(f"market-{MARK}"))
    window.get_by_label("Credit").fill("Drawing: the journey's own")
    window.get_by_label("Licence", exact=False).first.select_option(index=1)
    window.get_by_role("button", name="Upload").click()
    expect(window).to_have_count(0)


def quote(page):
    """Add a quotation to the story."""
    page.locator("#panel-child-content-body-section button.c-sf-add-button").first.click()
    page.get_by_role("option", name="Quotation", exact=True).click()
    page.locator("#body-0-value-text").fill(WORDS)
    page.locator("#body-0-value-language").select_option("en")
    page.locator("#body-0-value-speaker").fill("Demo Speaker")
    page.locator("#body-0-value-role").fill("Mayor of Testville")
    page.locator("#body-0-value-date-date").fill("2026-05-09")
    page.keyboard.press("Escape")


def preview(page, size, width):
    """Look at the story as a reader will see it, on a device of that size."""
    page.locator(f"label:has(input[name=preview-size][value={size}])").click()
    frame = page.frame_locator("#w-preview-iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(frame.get_by_text(WORDS)).to_be_visible()
    page.wait_for_function(f"document.getElementById('w-preview-iframe').contentWindow.innerWidth == {width}")


def act(page, name):
    """Press a button that stands below the form."""
    page.get_by_role("button", name="More actions").click()
    page.locator("footer").get_by_role("button", name=name, exact=True).click()


def editor_hands_in(logged_in, picture):
    """Write, preview and submit a story; return the path of its editor."""
    page = logged_in("editor")
    add_news(page)
    write_story(page, picture)
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url("**/edit/")
    path = page.url.partition("/admin/")[2]
    page.get_by_role("button", name="Toggle preview").click()
    preview(page, "mobile", 375)
    preview(page, "desktop", 1280)
    act(page, "Submit to Second reader")
    expect(say(page)).to_contain_text("submitted for moderation")
    page.goto(f"/admin/{path}")
    page.get_by_role("button", name="More actions").click()
    expect(page.locator("footer").get_by_role("button", name=re.compile("Publish|Approve"))).to_have_count(0)
    return f"/admin/{path}"


def moderator_approves(logged_in):
    """Find what waits on the dashboard, and approve it."""
    page = logged_in("moderator")
    page.get_by_role("link", name=TITLE).first.click()
    page.wait_for_url("**/edit/")
    act(page, "Approve")
    expect(say(page)).to_contain_text(TITLE)


def coordinator_starts_french(logged_in, path):
    """Ask for the French version; return the path of its editor."""
    page = logged_in("coordinator", path)
    page.locator("header").get_by_role("button", name="Actions").first.click()
    page.get_by_role("link", name="Translate this page").click()
    page.get_by_label("French").check()
    page.locator("main form [type=submit]").click()
    expect(say(page)).to_contain_text("submitted for translation into French")
    return "/admin/" + page.url.partition("/admin/")[2]


def translator_writes_french(logged_in, path):
    """Translate segment after segment, and hand the translation in."""
    page = logged_in("translator-fr", path)
    for english, french in FRENCH.items():
        source = page.locator("[data-source]", has_text=re.compile(f"^{re.escape(english)}$"))
        segment = page.locator("[data-segment]", has=source).first
        segment.locator("textarea[name=text]").fill(french)
        segment.get_by_role("button", name="Done", exact=True).click()
        expect(segment.locator("[data-state]")).to_have_text("translated")
    page.reload()
    page.get_by_role("button", name="Hand in for review").click()
    expect(say(page)).to_contain_text("handed in for review")


def reviewer_publishes_french(logged_in, path):
    """Approve the translation."""
    page = logged_in("reviewer-fr", path)
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(say(page)).to_contain_text("The translation is published.")


def reader_finds_english(open_page):
    """See the story on the front page, first in the list, and at its address; return the page that shows it."""
    page = open_page("/en/")
    expect(page.locator("main").get_by_role("link", name=TITLE)).to_be_visible()
    page.goto("/en/news/")
    expect(page.locator("main article a").first).to_have_text(TITLE)
    page.locator("main article a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.locator("blockquote")).to_contain_text(WORDS)
    expect(page.get_by_role("img", name="Drawing: a square with market stalls.")).to_be_visible()
    expect(page.locator("main")).to_contain_text(f"river towns {MARK}")
    expect(page.locator("main")).to_contain_text("Drawing: the journey's own")
    expect(page.locator("main").get_by_role("link", name="Housing").first).to_be_visible()
    return page


def reader_changes_language(page):
    """Go to the French version and back with the language switcher."""
    english = page.url
    switcher = page.locator("nav.languages").first
    switcher.get_by_role("link", name="Français").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITRE)
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert "/fr/actualites/deux-villes-partagent" in page.url
    expect(page.get_by_text(MOTS)).to_be_visible()
    expect(page.get_by_text("Maire de Testville")).to_be_visible()
    expect(page.locator("main [lang=en]", has_text=WORDS)).to_have_count(1)
    page.locator("nav.languages").first.get_by_role("link", name="English").click()
    assert page.url == english


def test_a_story_from_the_first_word_to_its_french_reader(site, watch, logged_in, open_page, picture):
    path = editor_hands_in(logged_in, picture)
    moderator_approves(logged_in)
    reader = reader_finds_english(open_page)
    french = coordinator_starts_french(logged_in, path)
    translator_writes_french(logged_in, french)
    reviewer_publishes_french(logged_in, french)
    reader.reload()
    reader_changes_language(reader)
    assert watch.foreign(site) == []
