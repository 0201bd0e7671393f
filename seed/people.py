"""Plants the people who stand in the records, with their offices, and the library of quotations."""

from typing import Any

from people.models import PersonPage, PersonRole, Quotation
from seed.places import Places
from seed.planting import plant, publish
from seed.reading import SOURCE, languages, table
from seed.translating import translate
from seed.tree import OPEN

WORDS = ("occasion", "translation", "translation_note")


def plant_people(places: Places) -> list[dict[str, Any]]:
    """Plant a draft for every person and return the entries."""
    entries = table("people")["people"]
    for entry in entries:
        page = PersonPage(
            title=entry["name"],
            slug=entry["slug"],
            sort_name=entry["sort_name"],
            country=entry["country"],
            summary=entry["summary"][SOURCE],
            biography=entry.get("biography", {}).get(SOURCE, ""),
            roles=[role(line) for line in entry["roles"]],
        )
        plant(places.page("people"), page, places, f"person/{entry['key']}")
    return entries


def role(line: dict[str, Any]) -> PersonRole:
    """Return one office; its dates are those of the records that name it."""
    return PersonRole(
        office=line["office"][SOURCE],
        body=line.get("body", {}).get(SOURCE, ""),
        country=line.get("country", ""),
        group=line.get("group", ""),
        start=line["start"],
        end=line["end"],
        precision=line.get("precision", "day"),
        attested=True,
    )


def publish_people(entries: list[dict[str, Any]], places: Places) -> None:
    """Publish every person and translate the page into the languages that have words for it."""
    for entry in entries:
        page = publish(places.page(f"person/{entry['key']}"))
        for code in [code for code in OPEN[1:] if code in entry["summary"]]:
            translate(page, code, person_words(entry, code))


def person_words(entry: dict[str, Any], code: str) -> dict[str, Any]:
    """Return what stands in the fields of a person in another language."""
    return {
        "title": entry["name"],
        "slug": entry["slug"],
        "summary": entry["summary"][code],
        "biography": entry.get("biography", {}).get(code, ""),
        "roles": [
            {"office": line["office"][code], "body": line.get("body", {}).get(code, "")} for line in entry["roles"]
        ],
    }


def plant_quotations(places: Places) -> None:
    """Put the quotations into the library, in every language that has words for them."""
    for entry in table("people")["quotations"]:
        row = Quotation(
            locale=places.page("home").locale,
            person=places.page(f"person/{entry['person']}"),
            text=entry["text"],
            language=entry["language"],
            date=entry["date"],
            precision=entry.get("precision", "day"),
            source_url=entry["source"],
            **words(entry[SOURCE]),
        )
        row.save()
        row.save_revision()
        places.quotations[entry["key"]] = Quotation.objects.get(pk=row.pk)
        for code in languages(entry, OPEN):
            translate(places.quotations[entry["key"]], code, words(entry[code]))


def words(given: dict[str, str]) -> dict[str, str]:
    """Return the fields of a quotation in one language."""
    return {name: given[name] for name in WORDS if name in given}
