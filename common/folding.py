"""Words without their accents, so that a reader finds “Şişli” by “sisli” whatever the database."""

import re
import unicodedata
from collections.abc import Iterable

from wagtail.models import Page
from wagtail.search import index

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
# Letters that Unicode does not take apart into a base letter and an accent.
WHOLE = str.maketrans(
    {
        "ł": "l", "đ": "d", "ß": "ss", "ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h",
        "ŧ": "t", "ŋ": "ng", "ə": "e", "ĳ": "ij",
    }
)  # fmt: skip
FOLDED_FIELD = "folded_words"


def fold(text: str) -> str:
    """A text in lower case and without accents, in its own script.

    Args:
        text: Any text.

    Returns:
        For example "sisli" for "Şişli", and "αθηνα" for "Αθήνα".
    """
    lowered = unicodedata.normalize("NFC", text.replace("İ", "i")).lower().translate(WHOLE)
    bare = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("ς", "σ")


def words_of(text: str) -> list[str]:
    """The words of a text; nothing else is left of it, so a query made of them is never an order to a database.

    Args:
        text: Any text, however long or strange.

    Returns:
        Letters and digits, in the order of the text.
    """
    return WORD.findall(text)


def folded_words(page: Page) -> str:
    """The words of a page that change when their accents are taken away, changed so and each once.

    Args:
        page: A specific page.

    Returns:
        Words with spaces between them.
    """
    found = {}
    for text in _texts(page):
        for word in words_of(text):
            folded = fold(word)
            if folded != word.lower():
                found[folded] = None
    return " ".join(found)


def _texts(page: Page) -> Iterable[str]:
    for field in page.get_search_fields():
        if isinstance(field, index.SearchField) and field.field_name != FOLDED_FIELD:
            yield from _flat(field.get_value(page))


def _flat(value: object) -> Iterable[str]:
    if isinstance(value, list | tuple | set):
        for part in value:
            yield from _flat(part)
    elif isinstance(value, dict):
        yield from _flat(list(value.values()))
    elif value is not None:
        yield str(value)
