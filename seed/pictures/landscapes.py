"""Motifs under the open sky."""

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

__all__ = ["bridge", "harbour", "houses", "map_sheet", "market", "mountains", "path", "river", "square"]


def open_air(canvas: Canvas) -> None:
    """Draw sun and hills behind a scene."""
    canvas.disc(canvas.chance.uniform(250, 1350), canvas.chance.uniform(170, 300), 88, canvas.sun)
    canvas.hills(560, canvas.far, 70)
    canvas.hills(660, canvas.near, 46)


def bridge(canvas: Canvas) -> None:
    """A bridge of stone arches over a river."""
    open_air(canvas)
    canvas.water(760, SKY, SKY_SOFT)
    deck = 560
    canvas.box(0, deck, WIDTH, 60, SUNK)
    canvas.box(0, deck + 60, WIDTH, 200, SAND)
    for arch in range(5):
        x = 160 + arch * 320
        canvas.disc(x, 790, 128, SKY)
        canvas.box(x - 128, 790, 256, 200, SKY)
    canvas.water(830, SKY, SKY_SOFT)
    for lamp in range(6):
        x = lamp * 320
        canvas.line([(x, deck), (x, deck - 110)], INK, 8)
        canvas.disc(x, deck - 122, 17, GOLD)


def harbour(canvas: Canvas) -> None:
    """Boats at a quay."""
    open_air(canvas)
    for place, height in enumerate((150, 210, 170, 240, 160, 200)):
        canvas.house(820 + place * 132, 720, 120, height, (SAND, SUNK, PAPER)[place % 3], (WHEEL, SKY)[place % 2])
    canvas.water(720, NIGHT, SKY_SOFT)
    for x, size in ((260, 1.0), (560, 0.7), (930, 0.85)):
        base = 800 + size * 60
        canvas.line([(x, base), (x, base - 300 * size)], INK, 9)
        canvas.shape([(x + 10, base - 290 * size), (x + 10, base - 50), (x + 170 * size, base - 50)], PAPER)
        canvas.shape(
            [
                (x - 150 * size, base - 20),
                (x + 190 * size, base - 20),
                (x + 120 * size, base + 60),
                (x - 100 * size, base + 60),
            ],
            WHEEL,
        )


def houses(canvas: Canvas) -> None:
    """A row of houses and a street with trees."""
    open_air(canvas)
    x = -40.0
    while x < WIDTH:
        width = canvas.chance.choice((170, 210, 250))
        wall = canvas.chance.choice((PAPER, SUNK, SAND, EARTH_TINT, SKY_TINT))
        canvas.house(x, 850, width, canvas.chance.uniform(220, 400), wall, canvas.chance.choice((WHEEL, SKY, EARTH)))
        x += width + 16
    canvas.box(0, 850, WIDTH, HEIGHT, canvas.ground)
    canvas.box(0, 930, WIDTH, 8, SAND)
    for place in range(4):
        canvas.tree(180 + place * 410, 900, 230, EARTH_SOFT)


def market(canvas: Canvas) -> None:
    """Market stalls with striped awnings."""
    open_air(canvas)
    canvas.box(0, 800, WIDTH, HEIGHT, SAND)
    for stall in range(3):
        x = 110 + stall * 490
        for post in (x + 20, x + 380):
            canvas.box(post, 560, 14, 330, INK)
        canvas.box(x, 760, 414, 130, EARTH)
        for stripe in range(8):
            left = x - 20 + stripe * 57
            colour = PAPER if stripe % 2 else (WHEEL, SKY, EARTH)[stall]
            canvas.shape([(left + 14, 470), (left + 62, 470), (left + 57, 600), (left, 600)], colour)
            canvas.disc(left + 28.5, 600, 28.5, colour)
        for fruit in range(9):
            canvas.disc(x + 40 + fruit * 42, 746, 21, (GOLD, WHEEL, EARTH_SOFT)[(fruit + stall) % 3])


def mountains(canvas: Canvas) -> None:
    """Mountains above a valley with a village."""
    canvas.disc(canvas.chance.uniform(300, 1300), 220, 84, canvas.sun)
    for x, height, colour in (
        (-100, 640, canvas.far),
        (360, 760, SKY_SOFT),
        (820, 690, canvas.far),
        (1180, 560, SKY_SOFT),
    ):
        canvas.shape([(x, 860), (x + 330, 860 - height), (x + 680, 860)], colour)
        top = 860 - height
        snow = [(x + 330, top), (x + 392, top + 135), (x + 350, top + 105), (x + 318, top + 150), (x + 272, top + 130)]
        canvas.shape(snow, PAPER)
    canvas.hills(790, canvas.near, 36)
    for place in range(5):
        canvas.house(420 + place * 150, 900, 110, 100 + 26 * (place % 3), PAPER, WHEEL)
    canvas.hills(930, canvas.ground, 24)


def path(canvas: Canvas) -> None:
    """A path that leads over hills towards the light."""
    canvas.disc(800, 420, 150, canvas.sun)
    canvas.hills(600, canvas.far, 50)
    canvas.hills(720, canvas.near, 36)
    canvas.hills(820, canvas.ground, 24)
    left, right = [], []
    for step in range(40):
        share = step / 39
        middle = 800 + 210 * math.sin(share * 5) * (1 - share)
        half = 10 + 190 * (1 - share) ** 2
        left.append((middle - half, HEIGHT - share * 400))
        right.append((middle + half, HEIGHT - share * 400))
    canvas.shape(left + right[::-1], SAND)
    for x, size in ((170, 300), (1430, 340), (1180, 190)):
        canvas.tree(x, 880, size, EARTH_SOFT)


def river(canvas: Canvas) -> None:
    """A town between two arms of a river."""
    open_air(canvas)
    for place in range(9):
        x = 120 + place * 155
        canvas.house(
            x, 760, 130, 130 + (place * 67) % 150, (PAPER, SUNK, SAND)[place % 3], (WHEEL, EARTH, SKY)[place % 3]
        )
    canvas.box(745, 420, 80, 340, SUNK)
    canvas.shape([(730, 420), (785, 290), (840, 420)], SKY)
    canvas.water(760, SKY, SKY_SOFT)


def square(canvas: Canvas) -> None:
    """A square with a town hall."""
    open_air(canvas)
    canvas.box(0, 820, WIDTH, HEIGHT, SUNK)
    for row in range(6):
        canvas.line([(0, 850 + row * 40), (WIDTH, 850 + row * 40)], SAND, 4)
    canvas.box(400, 430, 800, 400, PAPER)
    canvas.shape([(370, 430), (800, 260), (1230, 430)], SKY)
    canvas.wheel(800, 360, 48, PAPER)
    for column in range(7):
        canvas.box(450 + column * 110, 470, 36, 360, SAND)
    canvas.box(740, 600, 120, 230, EARTH)
    for place in (200, 1400):
        canvas.tree(place, 860, 360, EARTH_SOFT)


def map_sheet(canvas: Canvas) -> None:
    """A sheet with towns joined by lines."""
    canvas.box(0, 0, WIDTH, HEIGHT, PAPER)
    canvas.hills(300, EARTH_TINT, 120)
    canvas.hills(760, SKY_TINT, 90)
    towns = [(canvas.chance.uniform(120, 1480), canvas.chance.uniform(120, 950)) for _town in range(17)]
    for place, town in enumerate(towns):
        for other in sorted(towns, key=lambda point: math.dist(point, town))[1:3]:
            canvas.line([town, other], SKY_SOFT, 5)
        canvas.disc(*town, 20 + place % 3 * 5, (SKY, EARTH, SKY)[place % 3])
    canvas.wheel(*towns[0], 74, WHEEL)
