"""Motifs under a roof, and things on a table."""

import math

from seed.pictures.canvas import (
    EARTH,
    EARTH_SOFT,
    EARTH_TINT,
    GOLD,
    HEIGHT,
    INK,
    NIGHT,
    PAPER,
    SAND,
    SKY,
    SKY_SOFT,
    SKY_TINT,
    SUNK,
    WHEEL,
    WIDTH,
    Canvas,
)

__all__ = ["books", "candles", "council", "letters", "papers", "school", "wheel"]


def school(canvas: Canvas) -> None:
    """An empty classroom with a board, desks and a window."""
    canvas.box(0, 0, WIDTH, HEIGHT, SUNK)
    canvas.box(0, 780, WIDTH, HEIGHT, SAND)
    canvas.box(150, 170, 780, 430, INK, 10)
    canvas.box(170, 190, 740, 390, EARTH, 4)
    canvas.wheel(330, 385, 110, EARTH_TINT)
    for row, length in enumerate((330, 260, 300)):
        canvas.line([(510, 300 + row * 86), (510 + length, 300 + row * 86)], EARTH_TINT, 9)
    canvas.box(1050, 150, 410, 470, PAPER)
    canvas.box(1074, 174, 172, 422, canvas.sky)
    canvas.box(1264, 174, 172, 422, canvas.sky)
    canvas.disc(1160, 290, 46, canvas.sun)
    for desk in range(3):
        x = 130 + desk * 480
        canvas.box(x, 800, 400, 38, (SKY, EARTH, WHEEL)[desk], 6)
        for leg in (x + 30, x + 350):
            canvas.box(leg, 838, 20, 190, INK)
        canvas.box(x + 110, 774, 130, 26, PAPER)


def books(canvas: Canvas) -> None:
    """Shelves of books."""
    canvas.box(0, 0, WIDTH, HEIGHT, SUNK)
    for shelf in range(3):
        base = 350 + shelf * 330
        x = 60.0
        while x < 1500:
            width, height = canvas.chance.uniform(36, 84), canvas.chance.uniform(180, 265)
            colour = canvas.chance.choice((SKY, SKY_SOFT, EARTH, EARTH_SOFT, WHEEL, SAND, NIGHT, PAPER))
            canvas.box(x, base - height, width, height, colour, 4)
            canvas.box(x, base - height + 34, width, 9, GOLD)
            x += width + (70 if canvas.chance.random() < 0.1 else 6)
        canvas.box(0, base, WIDTH, 26, INK)


def candles(canvas: Canvas) -> None:
    """Candles in the dark, for days of remembrance."""
    canvas.box(0, 0, WIDTH, HEIGHT, NIGHT)
    canvas.box(0, 830, WIDTH, HEIGHT, INK)
    for place in range(9):
        x, height = 160 + place * 160, canvas.chance.uniform(150, 360)
        top = 850 - height
        canvas.disc(x, top - 54, 74, "#243a66")
        canvas.disc(x, top - 48, 46, "#4b5570")
        canvas.box(x - 36, top, 72, height, PAPER, 10)
        canvas.line([(x, top), (x, top - 22)], INK, 6)
        canvas.shape([(x, top - 96), (x + 20, top - 42), (x, top - 16), (x - 20, top - 42)], GOLD)


def council(canvas: Canvas) -> None:
    """The empty benches of a council chamber, in half circles."""
    canvas.box(0, 0, WIDTH, HEIGHT, SKY_TINT)
    for row, colour in enumerate((SKY, SKY_SOFT, SKY, SKY_SOFT)):
        radius = 800 - row * 140
        canvas.disc(800, 1120, radius, colour)
        canvas.disc(800, 1120, radius - 84, SKY_TINT)
        seats = 13 - row * 2
        for seat in range(seats):
            turn = math.pi * (seat + 0.5) / seats
            canvas.disc(800 + math.cos(turn) * (radius - 42), 1120 - math.sin(turn) * (radius - 42), 25, PAPER)
    canvas.box(640, 880, 320, 190, EARTH, 8)
    canvas.wheel(800, 970, 66, PAPER)


def letters(canvas: Canvas) -> None:
    """Envelopes, one of them sealed."""
    canvas.box(0, 0, WIDTH, HEIGHT, EARTH_TINT)
    for place, (x, y) in enumerate(((150, 180), (760, 110), (330, 560), (930, 520))):
        canvas.box(x + 14, y + 14, 500, 330, EARTH_SOFT, 8)
        canvas.box(x, y, 500, 330, (PAPER, SUNK)[place % 2], 8)
        canvas.line([(x + 6, y + 8), (x + 250, y + 190), (x + 494, y + 8)], SAND, 9)
        if place == canvas.chance.choice((0, 1, 2, 3)) or place == 1:
            canvas.disc(x + 250, y + 190, 54, WHEEL)
            canvas.wheel(x + 250, y + 190, 32, PAPER)


def papers(canvas: Canvas) -> None:
    """Sheets of paper on a table; one of them has no name on it."""
    canvas.box(0, 0, WIDTH, HEIGHT, SKY_TINT)
    canvas.box(0, 760, WIDTH, HEIGHT, EARTH)
    bare = canvas.chance.randrange(4)
    for place in range(4):
        x, y = 100 + place * 360, 240 + place % 2 * 50
        canvas.box(x + 12, y + 12, 310, 440, SKY_SOFT)
        canvas.box(x, y, 310, 440, PAPER)
        if place == bare:
            for edge in ([(x, y), (x + 310, y), (x + 310, y + 440), (x, y + 440), (x, y - 5)],):
                canvas.line(edge, WHEEL, 10)
            continue
        canvas.box(x + 34, y + 40, 150, 22, INK)
        for row in range(8):
            canvas.box(x + 34, y + 108 + row * 38, (240, 200, 225)[row % 3], 11, SAND)
        canvas.disc(x + 250, y + 386, 28, SKY)


def wheel(canvas: Canvas) -> None:
    """The wheel between earth and sky."""
    canvas.box(0, 0, WIDTH, HEIGHT, SKY_SOFT)
    canvas.hills(640, EARTH_SOFT, 30)
    canvas.hills(720, EARTH, 26)
    canvas.disc(800, 520, 372, PAPER)
    canvas.wheel(800, 520, 320, WHEEL)
