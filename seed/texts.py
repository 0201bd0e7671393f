"""Plants the pages of text: about and the legal pages; and those with a form: join, cooperate, sign, contact."""

import datetime
from typing import Any

from applications.models import FormPage
from blocks.body import BodyBlock
from home.models import StandardPage
from seed.places import Places
from seed.planting import plant, publish
from seed.reading import SOURCE, languages, tables
from seed.streams import StreamWriter, overlaid
from seed.translating import translate
from seed.tree import OPEN

PLAIN = ("title", "slug", "summary", "introduction", "what_next")
REVIEWED = datetime.date(2026, 11, 23)


def plant_texts(places: Places) -> list[dict[str, Any]]:
    """Plant a draft for every page of text and return the entries."""
    entries = tables("pages")
    for entry in entries:
        plant(places.page("home"), blank(entry), places, f"page/{entry['key']}")
    return entries


def blank(entry: dict[str, Any]) -> StandardPage | FormPage:
    """Return the page of an entry without its text: one with a form where the entry names it."""
    if "form" in entry:
        return FormPage(kind=entry["form"], **plain(entry[SOURCE]))
    return StandardPage(last_reviewed=REVIEWED, **plain(entry[SOURCE]))


def plain(words: dict[str, Any]) -> dict[str, str]:
    """Return the fields of a page of text that are not its body."""
    return {name: words[name] for name in PLAIN if name in words}


def publish_texts(entries: list[dict[str, Any]], places: Places, writer: StreamWriter) -> None:
    """Give every page its text, publish and translate it."""
    for entry in entries:
        key = f"page/{entry['key']}"
        page = places.page(key)
        raw = page.body = writer.write(BodyBlock(), entry[SOURCE]["body"], key)
        if "notice" in entry[SOURCE]:
            page.notice = places.html(entry[SOURCE]["notice"])
        page = publish(page)
        for code in languages(entry, OPEN):
            words = plain(entry[code]) | {"body": overlaid(raw, entry[code]["body"], places)}
            if "notice" in entry[code]:
                words["notice"] = places.html(entry[code]["notice"])
            translate(page, code, words)
