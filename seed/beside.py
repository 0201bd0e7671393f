"""What stands beside the text of a story: public notes, documents, stories pinned to it."""

from pathlib import Path
from typing import Any

from library.licences import Licence
from library.models import Document
from news.models import NewsPage, RelatedStory, StoryAttachment, StoryNote
from seed.factories.library import make_document
from seed.places import Places
from seed.reading import SOURCE

FILES = Path(__file__).parent / "content" / "files"
CREDIT = "European Alliance of Cities and Regions for Roma Inclusion"


def put_beside(page: NewsPage, entry: dict[str, Any], places: Places) -> None:
    """Give a story its notes, its documents and its pinned stories; the page is not saved.

    Args:
        page: the story in the source language.
        entry: its entry in the demo content; ``notes`` and ``files`` have their words beside the story's own.
        places: where its fellow stories stand.
    """
    locale, words = page.locale, entry[SOURCE]
    texts, titles = words.get("notes", []), words.get("files", [])
    page.story_notes = [
        StoryNote(locale=locale, text=text, **note) for note, text in zip(entry.get("notes", []), texts, strict=True)
    ]
    page.story_attachments = [
        StoryAttachment(locale=locale, title=title, document=_document(name, title))
        for name, title in zip(entry.get("files", []), titles, strict=True)
    ]
    page.related_stories = [RelatedStory(story=places.page(f"story/{key}")) for key in entry.get("related", [])]


def words_beside(words: dict[str, Any]) -> dict[str, Any]:
    """Return what notes and documents of a story say in another language."""
    return {
        "story_notes": [{"text": text} for text in words.get("notes", [])],
        "story_attachments": [{"title": title} for title in words.get("files", [])],
    }


def _document(name: str, title: str) -> Document:
    return make_document(title, (FILES / name).read_bytes(), name, credit=CREDIT, licence=Licence.OWN)
