"""Plants the cities and regions: what is documented goes live, what is to be confirmed stays a draft."""

from typing import Any

from blocks.body import BodyBlock
from membership.blocks import PracticesBlock
from membership.cards.publishing import paused
from membership.models import MemberLeader, MemberPage, MemberState
from news.models import Theme
from seed.places import Places
from seed.planting import paragraphs, plant, publish
from seed.reading import SOURCE, table
from seed.streams import StreamWriter, overlaid
from seed.translating import translate
from seed.tree import OPEN

PLAIN = ("local_name", "local_language", "country", "kind")
UNSAID = ("result", "contact", "email", "url")
OPTIONAL = ("lat", "lon", "population", "population_year", "website")


def plant_members(places: Places) -> list[dict[str, Any]]:
    """Plant a draft for every authority and return the entries."""
    entries = table("members")["members"]
    index = places.page("members")
    for entry in entries:
        fields = {name: entry[name] for name in PLAIN} | {name: entry[name] for name in OPTIONAL if name in entry}
        page = MemberPage(
            title=entry["name"][SOURCE],
            slug=entry["slug"][SOURCE],
            summary=entry["summary"][SOURCE],
            states=[state(line) for line in entry.get("states", [])],
            **fields,
        )
        plant(index, page, places, f"member/{entry['key']}")
    return entries


def state(line: dict[str, Any]) -> MemberState:
    """Return one line of a member's record."""
    return MemberState(
        kind=line["kind"],
        date=line.get("date"),
        precision=line.get("precision", "day"),
        number=line.get("number"),
        note=line.get("note", {}).get(SOURCE, ""),
        source_url=line.get("source", ""),
    )


def publish_members(
    entries: list[dict[str, Any]], places: Places, writer: StreamWriter, themes: dict[str, Theme]
) -> None:
    """Give every authority its text; publish the documented ones and translate them.

    Their cards are left to the schedule.
    """
    with paused():
        for entry in entries:
            publish_member(entry, places, writer, themes)


def publish_member(entry: dict[str, Any], places: Places, writer: StreamWriter, themes: dict[str, Theme]) -> None:
    """Give an authority its text and its practices; publish and translate it where it is documented."""
    key = f"member/{entry['key']}"
    page = places.page(key)
    raw = writer.write(BodyBlock(), paragraphs(entry["body"][SOURCE]), key)
    page.body = raw
    page.practices = practices = writer.write(PracticesBlock(), practices_of(entry, themes), f"{key}/practices")
    page.leaders = [MemberLeader(person=places.page(key)) for key in led_by(entry, places)]
    if entry["status"] == "draft":
        page.save_revision()
        return
    page = publish(page)
    for code in [code for code in OPEN[1:] if code in entry["body"]]:
        translate(page, code, words(entry, code, places, body=raw, practices=practices))


def led_by(entry: dict[str, Any], places: Places) -> list[str]:
    """Return the keys of the persons who lead an authority, as far as people are planted."""
    keys = [f"person/{name}" for name in entry.get("leaders", [])]
    return [key for key in keys if places.has(key)]


def practices_of(entry: dict[str, Any], themes: dict[str, Theme]) -> list[dict[str, Any]]:
    """Return the blocks of the good practices of an authority in the source language.

    Args:
        entry: what the content says about the authority.
        themes: the planted themes by key; a practice whose theme is not planted has none.
    """
    return [
        {
            "type": "practice",
            **dict.fromkeys(UNSAID, ""),
            **{name: each[name] for name in ("first_year", "last_year", "url") if name in each},
            **each[SOURCE],
            "theme": str(themes[each["theme"]].translation_key) if each["theme"] in themes else "",
        }
        for each in entry.get("practices", [])
    ]


def words(entry: dict[str, Any], code: str, places: Places, **raw: list) -> dict[str, Any]:
    """Return what stands in the fields of a member in another language."""
    return {
        "title": entry["name"].get(code, entry["name"][SOURCE]),
        "slug": entry["slug"].get(code, entry["slug"][SOURCE]),
        "summary": entry["summary"][code],
        "body": overlaid(raw["body"], paragraphs(entry["body"][code]), places),
        "practices": overlaid(raw["practices"], [each.get(code, {}) for each in entry.get("practices", [])], places),
        "states": [{"note": line.get("note", {}).get(code, "")} for line in entry.get("states", [])],
    }
