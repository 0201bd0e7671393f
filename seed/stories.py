"""Plants themes and stories, with a drawn picture for each story."""

from typing import Any

from news.models import NewsPage, StoryCountry, StoryMember, StoryPerson, StoryTheme, Theme
from news.stream import StoryBlock
from seed.beside import put_beside, words_beside
from seed.pictures.stock import picture
from seed.places import Places
from seed.planting import plant, publish
from seed.reading import SOURCE, languages, table, tables
from seed.streams import StreamWriter, overlaid
from seed.translating import translate
from seed.tree import OPEN

PLAIN = ("title", "slug", "summary", "place")
RECORD = ("date", "event_start", "event_end", "kind", "source_url", "legacy_id")


def plant_themes(places: Places) -> dict[str, Theme]:
    """Make the themes in every language they have words in, and return those of the source language by key."""
    themes = {}
    for entry in table("themes")["themes"]:
        theme = Theme(locale=places.page("home").locale, **theme_words(entry[SOURCE]))
        theme.save()
        for code in languages(entry, OPEN):
            translate(theme, code, theme_words(entry[code]))
        themes[entry["key"]] = theme
    return themes


def theme_words(words: dict[str, Any]) -> dict[str, str]:
    """Return the fields of a theme in one language."""
    return {name: words[name] for name in ("title", "slug", "introduction")}


def plant_stories(places: Places, themes: dict[str, Theme]) -> list[dict[str, Any]]:
    """Plant a draft for every story and return the entries."""
    entries = sorted(tables("stories"), key=lambda entry: entry["date"])
    for entry in entries:
        words = entry[SOURCE]
        page = NewsPage(
            lead_image=picture(entry["motif"], entry["key"], words["title"]),
            lead_alt=words["picture_alt"],
            lead_caption=words.get("picture_caption", ""),
            date_precision=entry.get("precision", "day"),
            story_themes=[StoryTheme(theme=themes[key]) for key in entry["themes"]],
            story_countries=[StoryCountry(country=code) for code in entry.get("countries", [])],
            **{name: words[name] for name in PLAIN if name in words},
            **{name: entry[name] for name in RECORD if name in entry},
        )
        plant(places.page("news"), page, places, f"story/{entry['key']}")
    return entries


def publish_stories(entries: list[dict[str, Any]], places: Places, writer: StreamWriter) -> None:
    """Give every story its text, cities, people and tags, publish and translate it."""
    for entry in entries:
        key = f"story/{entry['key']}"
        page = places.page(key)
        raw = page.body = writer.write(StoryBlock(), entry[SOURCE]["body"], key)
        members = [f"member/{name}" for name in entry.get("members", [])]
        page.story_members = [StoryMember(member=places.page(name)) for name in members if places.has(name)]
        persons = [places.page(f"person/{name}") for name in entry.get("persons", [])]
        page.story_persons = [StoryPerson(person=person) for person in persons]
        page.tags.set(entry.get("tags", []))
        put_beside(page, entry, places)
        page = publish(page, entry["date"])
        for code in languages(entry, OPEN):
            translate(page, code, story_words(entry[code], raw, places))


def story_words(words: dict[str, Any], raw: list, places: Places) -> dict[str, Any]:
    """Return what stands in the fields of a story in another language."""
    return {
        **{name: words[name] for name in PLAIN if name in words},
        "lead_alt": words["picture_alt"],
        "lead_caption": words.get("picture_caption", ""),
        "body": overlaid(raw, words["body"], places),
        **words_beside(words),
    }
