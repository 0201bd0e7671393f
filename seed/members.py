"""Plants the cities and regions: what is documented goes live, what is to be confirmed stays a draft."""

from typing import Any

from blocks.body import BodyBlock
from membership.models import MemberLeader, MemberPage, MemberState
from seed.places import Places
from seed.planting import paragraphs, plant, publish
from seed.reading import SOURCE, table
from seed.streams import StreamWriter, overlaid
from seed.translating import translate
from seed.tree import OPEN

PLAIN = ("local_name", "local_language", "country", "kind")
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


def publish_members(entries: list[dict[str, Any]], places: Places, writer: StreamWriter) -> None:
    """Give every authority its text; publish the documented ones and translate them."""
    for entry in entries:
        key = f"member/{entry['key']}"
        page = places.page(key)
        raw = writer.write(BodyBlock(), paragraphs(entry["body"][SOURCE]), key)
        page.body = raw
        page.leaders = [MemberLeader(person=places.page(key)) for key in led_by(entry, places)]
        if entry["status"] == "draft":
            page.save_revision()
            continue
        page = publish(page)
        for code in [code for code in OPEN[1:] if code in entry["body"]]:
            translate(page, code, words(entry, code, raw, places))


def led_by(entry: dict[str, Any], places: Places) -> list[str]:
    """Return the keys of the persons who lead an authority, as far as people are planted."""
    keys = [f"person/{name}" for name in entry.get("leaders", [])]
    return [key for key in keys if places.has(key)]


def words(entry: dict[str, Any], code: str, raw: list, places: Places) -> dict[str, Any]:
    """Return what stands in the fields of a member in another language."""
    return {
        "title": entry["name"].get(code, entry["name"][SOURCE]),
        "slug": entry["slug"].get(code, entry["slug"][SOURCE]),
        "summary": entry["summary"][code],
        "body": overlaid(raw, paragraphs(entry["body"][code]), places),
        "states": [{"note": line.get("note", {}).get(code, "")} for line in entry.get("states", [])],
    }
