"""Where cards are kept: one file for each content, under a name made of it."""

import hashlib
import json
import logging
from dataclasses import asdict

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from common.cards.drawing import HEIGHT, PICTURE, draw
from news.cards.wording import card_of, text_of

__all__ = ["address", "discard", "keep", "make"]

logger = logging.getLogger(__name__)

FOLDER = "images/cards"
# Raise it when the look of the cards changes, so that they are drawn anew.
DESIGN = "1"


def make(page):
    """Draw the card of a story, unless there is one with the same content, and note it with the story.

    A picture that cannot be read, or words that the typefaces cannot show, must not stop a publication.

    Args:
        page: a published story.

    Returns:
        The name of its card; empty where it has none.
    """
    card = card_of(page)
    name = f"{FOLDER}/{_digest(card, page.lead_image)}.jpg"
    if not default_storage.exists(name):
        drawn = draw(card, _opened(page.lead_image), _centre(page.lead_image))
        name = default_storage.save(name, ContentFile(drawn)) if drawn else ""
    # The words stand there even where nothing could be drawn, so that it is not tried again and again.
    keep(page, name, text_of(card))
    return name


def keep(page, name, words):
    """Note a card with its story, and throw away the one before.

    Args:
        page: the story.
        name: the name of the card; empty for none.
        words: its text.
    """
    stories = apps.get_model("news", "NewsPage").objects
    before = stories.filter(pk=page.pk).values_list("card", flat=True).first()
    page.card, page.card_alt = name, words
    stories.filter(pk=page.pk).update(card=name, card_alt=words)
    if before and before != name:
        discard(before)


def discard(name):
    """Delete a card that no story shows any more.

    Args:
        name: the name of the card; empty for none.
    """
    if name and not apps.get_model("news", "NewsPage").objects.filter(card=name).exists():
        default_storage.delete(name)


def address(page):
    """Return the path under which the card of a story is read; empty where it has none.

    Args:
        page: a story.
    """
    return default_storage.url(page.card) if page.card else ""


def _digest(card, image):
    crop = (image.file.name, image.focal_point_x, image.focal_point_y) if image else ()
    content = json.dumps([DESIGN, asdict(card), crop], default=str)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _centre(image):
    if image is None or not image.has_focal_point() or not (image.width and image.height):
        return (0.5, 0.5)
    return (min(1, image.focal_point_x / image.width), min(1, image.focal_point_y / image.height))


def _opened(image):
    """The picture as Pillow knows it, no larger than needed, or None."""
    if image is None:
        return None
    try:
        with image.open_file() as file, Image.open(file) as picture:
            picture.draft("RGB", (2 * PICTURE, 2 * HEIGHT))
            picture.load()
            return picture.copy()
    except (OSError, ValueError) as error:
        logger.warning("The card of a story does without picture %s: %s", image.pk, error)
        return None
