"""Which words stand on the card of a story."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override

from blocks.quote import shown
from common.cards.drawing import Card
from common.dates import show
from common.localization import language_of
from common.seo import site_name
from news.labels import StoryKind
from news.stream import quotes_in

__all__ = ["card_of", "text_of"]

# In these a person speaks; the others are about something that happened.
SPOKEN = {StoryKind.STATEMENT, StoryKind.INTERVIEW}
LONGEST_QUOTATION, LONGEST_TEXT = 280, 420


def card_of(page):
    """Return what the card of a story says, in the language of the story.

    Args:
        page: a story.
    """
    language = language_of(page)
    with override(language):
        parts = (page.get_kind_display(), show(page.date, page.date_precision, language))
        kicker = " · ".join(part for part in parts if part)
        quotation = _quotation(page, language) if page.kind in SPOKEN else {}
        return Card(**({"title": page.title} | quotation), kicker=kicker, site=site_name(language))


def text_of(card):
    """Return the words of a card for those who cannot see it.

    Args:
        card: a Card.
    """
    if not card.speaker:
        return Truncator(card.title).chars(LONGEST_TEXT)
    words = {"text": card.title, "speaker": card.speaker}
    return Truncator(_("“%(text)s” – %(speaker)s") % words).chars(LONGEST_TEXT)


def _quotation(page, language):
    """The first quotation that is short enough, in the language of the story where it was translated."""
    for value in quotes_in(page):
        seen = shown(value, language)
        text = str(seen["translation"] or value.get("text") or "")
        if value.get("speaker") and 0 < len(text) <= LONGEST_QUOTATION:
            return {"title": text, "speaker": _speaker(value, seen), "role": str(value.get("role") or "")}
    return {}


def _speaker(value, seen):
    known = ", ".join(str(part) for part in (seen["country"], seen["group"]) if part)
    return f"{value['speaker']} ({known})" if known else str(value["speaker"])
