"""A story goes live at its hour, and nobody needs to be there."""

import datetime
import secrets
import time
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

TITLE = f"News of the coming minute {secrets.token_hex(2)}"
NEAREST, PATIENCE = 12, 90
CLOCK = ZoneInfo("Europe/Paris")


def write(page):
    """Write a short story and keep it as a draft."""
    page.goto("/admin/pages/")
    page.get_by_role("link", name="Explore child pages of 'News'").click()
    page.get_by_role("link", name="Add child page").first.click()
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_summary").fill("What the coming minute brings, told in one sentence for all who wait.")
    page.locator("#id_date").fill("2011-03-01")
    page.keyboard.press("Escape")
    page.locator("#id_story_themes-0-theme").select_option(label="Housing")
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url("**/edit/")


def schedule(page):
    """Set the hour in the side panel, by the clock of the newsroom; return it."""
    page.get_by_role("button", name="Toggle status").click()
    page.get_by_role("button", name="Set schedule").click()
    window = page.get_by_role("dialog")
    hour = datetime.datetime.now(CLOCK) + datetime.timedelta(minutes=1, seconds=NEAREST)
    hour = hour.replace(second=0, microsecond=0)
    window.locator("#id_go_live_at").fill(hour.strftime("%Y-%m-%d %H:%M"))
    with page.expect_navigation():
        window.get_by_role("button", name="Save schedule").click()
    page.locator("#id_checks_reason").fill("A notice needs no picture and no city.")
    page.get_by_role("button", name="More actions").click()
    with page.expect_navigation():
        page.locator("footer").get_by_role("button", name="Schedule to publish").click()
    return hour


def test_a_scheduled_story_goes_live_by_itself(logged_in, open_page):
    editor = logged_in("moderator")
    write(editor)
    hour = schedule(editor)
    reader = open_page("/en/news/?year=2011")
    expect(reader.locator("main").get_by_role("link", name=TITLE)).to_have_count(0)
    deadline = time.monotonic() + PATIENCE
    while reader.get_by_role("link", name=TITLE).count() == 0:
        assert time.monotonic() < deadline, "The story did not go live."
        time.sleep(1)
        reader.reload()
    assert datetime.datetime.now(CLOCK) >= hour
    reader.get_by_role("link", name=TITLE).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
