"""Composes the front page in every language."""

from typing import Any

from home.blocks import HomeBlock
from seed.places import Places
from seed.planting import publish
from seed.reading import SOURCE, languages, table
from seed.streams import StreamWriter, overlaid
from seed.translating import translate
from seed.tree import OPEN

NEEDS = {
    "quotation": "news",
    "lead_story": "news",
    "latest_news": "news",
    "voices": "news",
    "map_teaser": "members",
    "call_to_action": "pages",
}


def compose_front(places: Places, writer: StreamWriter, parts: set[str]) -> None:
    """Give the front page the sections whose content is loaded, publish and translate it.

    Args:
        places: pages by key.
        writer: writes the sections.
        parts: the parts of the demo content that are loaded.
    """
    entry, titles = table("home"), table("indexes")["home"]
    kept = [
        place for place, section in enumerate(entry[SOURCE]["body"]) if NEEDS.get(section["type"]) in {None, *parts}
    ]
    home = places.page("home")
    raw = writer.write(HomeBlock(), sections(entry, SOURCE, kept), "home")
    home.body = raw
    home = publish(home)
    for code in languages(entry, OPEN):
        body = overlaid(raw, sections(entry, code, kept), places)
        translate(home, code, {"slug": f"home-{code}", **titles[code], "body": body})


def sections(entry: dict[str, Any], code: str, kept: list[int]) -> list[dict[str, Any]]:
    """Return the sections of the front page that are kept, in one language."""
    return [entry[code]["body"][place] for place in kept]
