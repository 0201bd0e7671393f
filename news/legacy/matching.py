"""Which story of the site a record belongs to, and whether it may be written."""

import uuid
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings

__all__ = ["Known", "Matches"]

COLUMNS = (
    "pk", "legacy_id", "locale__language_code", "translation_key", "live", "latest_revision_id",
    "imported_story__fingerprint", "imported_story__revision_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """A story that stands on the site.

    Attributes:
        pk: Its primary key.
        key: What joins its languages.
        fingerprint: Of the record that it was imported from; None for a story that was not imported.
        touched: Whether a person has changed it since.
    """

    pk: int
    key: uuid.UUID
    fingerprint: str | None
    touched: bool


class Matches:
    """All stories with a number of the former site, read once."""

    def __init__(self) -> None:
        """Read them."""
        self.stories: dict[tuple[int, str], Known] = {}
        self.keys: dict[int, uuid.UUID] = {}
        stories = apps.get_model("news", "NewsPage").objects.filter(legacy_id__isnull=False, alias_of=None)
        for pk, number, code, key, live, latest, mark, imported in stories.order_by("pk").values_list(*COLUMNS):
            touched = not live or latest != imported
            self.stories.setdefault((number, code), Known(pk, key, mark, touched))
            if code == settings.LANGUAGE_CODE:
                self.keys[number] = key
            self.keys.setdefault(number, key)

    def story(self, number: int, code: str) -> Known | None:
        """The story with a number in a language, or None.

        Args:
            number: The number on the former site.
            code: The language.
        """
        return self.stories.get((number, code))

    def key(self, number: int) -> uuid.UUID | None:
        """What joins the languages of a story, or None where it stands in none yet.

        Args:
            number: The number on the former site.
        """
        return self.keys.get(number)

    def remember(self, number: int, code: str, known: Known) -> None:
        """Note a story that was just written.

        Args:
            number: The number on the former site.
            code: The language.
            known: The story.
        """
        self.stories[number, code] = known
        self.keys.setdefault(number, known.key)
