"""How a card looks: paper, the wheel, the words, and a picture where there is one."""

import io
import math
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageOps

from common.cards.typesetting import BOLD, PLAIN, SERIF, fit, font, legible

__all__ = ["HEIGHT", "PICTURE", "WIDTH", "Card", "draw"]

WIDTH, HEIGHT = 1200, 630
PAPER, INK, SOFT, EARTH, WHEEL = "#faf6ee", "#1b2130", "#4b5162", "#1c5a43", "#a62b1c"
SKY_BAND, EARTH_BAND = "#2b5fae", "#2e8059"
MARGIN, BAND, PICTURE = 64, 8, 420
SIZES = range(76, 33, -4)
SMALL = range(28, 19, -2)
TOP, FOOT = 150, HEIGHT - MARGIN
FINE, SPOKES = 4, 16


@dataclass(frozen=True)
class Card:
    """What a card says; plain words in the language of the page. Without a speaker, `role` is a line at its foot."""

    title: str
    kicker: str
    site: str
    speaker: str = ""
    role: str = ""


def draw(card, picture=None, centre=(0.5, 0.5)):
    """Draw a card.

    Args:
        card: its words.
        picture: an open Pillow image to stand beside them, or None.
        centre: what must be seen of the picture, as parts of its width and height.

    Returns:
        The bytes of a JPEG file; empty where the typefaces cannot show the title.
    """
    title = legible(card.title)
    if not title:
        return b""
    sheet = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    width = WIDTH - 2 * MARGIN
    if picture is not None:
        sheet.paste(_cropped(picture, centre), (WIDTH - PICTURE, 0))
        width -= PICTURE - MARGIN // 4
    pen = ImageDraw.Draw(sheet)
    _masthead(sheet, pen, card, width)
    _words(pen, card, title, width)
    pen.rectangle([0, HEIGHT - 2 * BAND, WIDTH, HEIGHT - BAND - 1], SKY_BAND)
    pen.rectangle([0, HEIGHT - BAND, WIDTH, HEIGHT], EARTH_BAND)
    return _written(sheet)


def _written(sheet):
    file = io.BytesIO()
    sheet.save(file, "JPEG", quality=88, subsampling=0, optimize=True)
    return file.getvalue()


def _cropped(picture, centre):
    upright = ImageOps.exif_transpose(picture).convert("RGB")
    return ImageOps.fit(upright, (PICTURE, HEIGHT), Image.Resampling.LANCZOS, centering=centre)


def _masthead(sheet, pen, card, width):
    mark = _wheel(52)
    sheet.paste(WHEEL, (MARGIN, MARGIN - 8), mark)
    left = MARGIN + 52 + 18
    name = fit(legible(card.site), BOLD, SMALL, width - 70, 72)
    _lines(pen, name, BOLD, (left, MARGIN + 18 - name.height // 2), INK)


def _words(pen, card, title, width):
    foot = _byline(pen, card, width) if card.speaker or card.role else FOOT
    kicker = fit(legible(card.kicker), BOLD, SMALL, width, 34)
    _lines(pen, kicker, BOLD, (MARGIN, TOP), EARTH)
    top = TOP + kicker.height + 16
    if card.speaker:
        pen.text((MARGIN - 4, top - 8), "“", WHEEL, font(SERIF, 120))
        top += 62
    setting = fit(title, SERIF, SIZES, width, foot - top)
    _lines(pen, setting, SERIF, (MARGIN, top), INK)


def _byline(pen, card, width):
    """Who said it, or what else stands at the foot of the card; returns where the room above ends."""
    role = fit(legible(card.role), PLAIN, SMALL, width, 34 if card.speaker else 76)
    speaker = fit(legible(card.speaker), BOLD, range(32, 21, -2), width, 40)
    top = FOOT - (role.height if role.lines[0] else 0)
    if role.lines[0]:
        _lines(pen, role, PLAIN, (MARGIN, top), SOFT)
    if speaker.lines[0]:
        top -= speaker.height
        _lines(pen, speaker, BOLD, (MARGIN, top), INK)
    return top - 12


def _lines(pen, setting, face, place, colour):
    left, top = place
    for number, line in enumerate(setting.lines):
        pen.text((left, top + number * setting.leading), line, colour, font(face, setting.size))


def _wheel(size):
    """The mark as a mask: drawn larger than needed, so that its edges are smooth."""
    large, middle = size * FINE, size * FINE / 2
    mask = Image.new("L", (large, large), 0)
    pen = ImageDraw.Draw(mask)
    stroke = max(1, round(large * 0.045))
    for radius in (middle - 1, middle * 0.22):
        pen.ellipse([middle - radius, middle - radius, middle + radius, middle + radius], outline=255, width=stroke)
    for spoke in range(SPOKES):
        cos, sin = math.cos(math.tau * spoke / SPOKES), math.sin(math.tau * spoke / SPOKES)
        ends = [(middle + cos * middle * part, middle + sin * middle * part) for part in (0.2, 0.96)]
        pen.line(ends, 255, round(stroke * 0.75))
    return mask.resize((size, size), Image.Resampling.LANCZOS)
