"""Plants the glossary."""

from typing import Any

from glossary.choices import Relation
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
            group=entry["group"],
            interchangeable=entry["interchangeable"],
            status=entry["status"],
            sources="\n".join(entry["sources"]),
            variants=variants(entry, SOURCE),
        )
        plant(places.page("glossary"), page, places, f"term/{entry['key']}")
    return entries


def written_in(entry: dict[str, Any]) -> list[str]:
    """Return the languages in which a term has a page, the source first."""
    return [code for code in OPEN if code in entry["title"] and code in entry["definition"]]


def variants(entry: dict[str, Any], code: str) -> list[TermVariant]:
    """Return the forms that stand on the page of a term in some language.

    Args:
        entry: the term.
        code: language of the page. Forms of other languages stand on it where the term has no page in them (on the
            page of the source), or where there is a note on them in the language of the page.
    """
    pages = written_in(entry)
    homeless = [form for form in entry.get("variants", []) if form["language"] not in pages]
    chosen = [form for form in entry.get("variants", []) if form["language"] == code]
    chosen += homeless if code == SOURCE else [form for form in homeless if code in form.get("note", {})]
    return [variant(form, code) for form in chosen]


def variant(form: dict[str, Any], code: str) -> TermVariant:
    """Return one form of a term, with the note in the language of the page."""
    names = ("language", "form", "kind", "instead", "status")
    plain = {name: form[name] for name in names if name in form}
    return TermVariant(note=form.get("note", {}).get(code, ""), **plain)


def publish_terms(entries: list[dict[str, Any]], places: Places) -> None:
    """Give every term its note on use and the terms to read next, publish and translate it."""
    for entry in entries:
        page = places.page(f"term/{entry['key']}")
        page.usage_note = places.html(entry.get("usage", {}).get(SOURCE, ""))
        page.related_terms = related(entry, places)
        page = publish(page)
        for code in written_in(entry)[1:]:
            own = translate(page, code, words(entry, code, places), publish=False)
            own.variants = variants(entry, code)
            own.status = entry["status"]
            publish(own)


def related(entry: dict[str, Any], places: Places) -> list[RelatedTerm]:
    """Return the rows that lead to other terms: broader ones first."""
    wanted = [(key, Relation.BROADER) for key in entry.get("broader", [])]
    wanted += [(key, Relation.RELATED) for key in entry.get("related", [])]
    return [RelatedTerm(term=places.page(f"term/{key}"), relation=relation) for key, relation in wanted]


def words(entry: dict[str, Any], code: str, places: Places) -> dict[str, Any]:
    """Return what stands in the fields of a term in another language."""
    return {
        "title": entry["title"][code],
        "slug": entry["slug"].get(code, entry["slug"][SOURCE]),
        "summary": entry.get("summary", {}).get(code, ""),
        "definition": entry["definition"][code],
        "where_used": entry["where"].get(code, ""),
        "usage_note": places.html(entry.get("usage", {}).get(code, "")),
    }
