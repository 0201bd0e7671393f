"""Plants the glossary."""

from typing import Any

from glossary.models import RelatedTerm, TermPage, TermVariant
from seed.places import Places
from seed.planting import plant, publish
from seed.reading import SOURCE, table
from seed.translating import translate
from seed.tree import OPEN


def plant_terms(places: Places) -> list[dict[str, Any]]:
    """Plant a draft for every term and return the entries."""
    entries = table("terms")["terms"]
    for entry in entries:
        page = TermPage(
            title=entry["title"][SOURCE],
            slug=entry["slug"][SOURCE],
            summary=entry.get("summary", {}).get(SOURCE, ""),
            definition=entry["definition"][SOURCE],
            where_used=entry["where"][SOURCE],
            status=entry["status"],
            sources="\n".join(entry["sources"]),
            variants=[variant(form) for form in entry.get("variants", [])],
        )
        plant(places.page("glossary"), page, places, f"term/{entry['key']}")
    return entries


def variant(form: dict[str, Any]) -> TermVariant:
    """Return one form of a term."""
    plain = {name: form[name] for name in ("language", "form", "standing", "status") if name in form}
    return TermVariant(note=form.get("note", {}).get(SOURCE, ""), **plain)


def publish_terms(entries: list[dict[str, Any]], places: Places) -> None:
    """Give every term its note on use and its related terms, publish and translate it."""
    for entry in entries:
        page = places.page(f"term/{entry['key']}")
        page.usage_note = places.html(entry.get("usage", {}).get(SOURCE, ""))
        page.related_terms = [RelatedTerm(term=places.page(f"term/{key}")) for key in entry.get("related", [])]
        page = publish(page)
        for code in [code for code in OPEN[1:] if code in entry["title"] and code in entry["definition"]]:
            translate(page, code, words(entry, code, places))


def words(entry: dict[str, Any], code: str, places: Places) -> dict[str, Any]:
    """Return what stands in the fields of a term in another language."""
    forms = [form.get("note", {}) for form in entry.get("variants", [])]
    return {
        "title": entry["title"][code],
        "slug": entry["slug"].get(code, entry["slug"][SOURCE]),
        "summary": entry.get("summary", {}).get(code, ""),
        "definition": entry["definition"][code],
        "where_used": entry["where"].get(code, ""),
        "usage_note": places.html(entry.get("usage", {}).get(code, "")),
        "variants": [{"note": note.get(code) or note.get(SOURCE, "")} for note in forms],
    }
