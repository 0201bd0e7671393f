"""Makes the frame around every page: menu, boxes, contacts, notice, in every language that has words for it."""

from typing import Any

from navigation.models import Contact, Frame, LegalLink, MenuItem, NetworkLink
from seed.places import Places
from seed.reading import SOURCE, languages, table
from seed.translating import translate
from seed.tree import OPEN

PAGES = ("join_page", "cooperate_page", "notice_page")


def make_frame(places: Places) -> Frame:
    """Make the frame in the source language and translate it.

    Args:
        places: pages by key; links to pages that are not loaded are left out.
    """
    entry = table("frame")
    links = {name: places.page(entry[name]) for name in PAGES if places.has(entry[name])}
    menu = [item for item in entry["menu"] if places.has(item["key"])]
    legal = [item for item in entry["legal"] if places.has(item["key"])]
    frame = Frame(
        locale=places.page("home").locale,
        notice_date=entry["notice_date"],
        menu_items=[MenuItem(title=item["title"][SOURCE], page=places.page(item["key"])) for item in menu],
        legal_links=[LegalLink(title=item["title"][SOURCE], page=places.page(item["key"])) for item in legal],
        network_links=[NetworkLink(name=item["name"], url=item["url"]) for item in entry["networks"]],
        contacts=[contact(item) for item in entry["contacts"]],
        **links,
        **fields(entry[SOURCE], places),
    )
    frame.save()
    frame.save_revision()
    frame = Frame.objects.get(pk=frame.pk)
    for code in languages(entry, OPEN):
        translate(frame, code, fields(entry[code], places) | children(entry, code, menu, legal))
    return frame


def children(entry: dict[str, Any], code: str, menu: list, legal: list) -> dict[str, list[dict[str, str]]]:
    """Return the words of menu, legal links and contacts in one language."""
    return {
        "menu_items": [{"title": item["title"][code]} for item in menu],
        "legal_links": [{"title": item["title"][code]} for item in legal],
        "contacts": [{"role": item["role"][code]} for item in entry["contacts"]],
    }


def fields(words: dict[str, Any], places: Places) -> dict[str, str]:
    """Return the fields of a frame in one language."""
    return {**words, "notice_text": places.html(words["notice_text"])}


def contact(item: dict[str, Any]) -> Contact:
    """Return one contact person."""
    return Contact(
        name=item["name"],
        role=item["role"][SOURCE],
        telephone=item["telephone"],
        email=item["email"],
        until=item.get("until"),
    )
