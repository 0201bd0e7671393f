"""A drawing surface with the colours of the site."""

import math
import random

from PIL import Image, ImageDraw

WIDTH, HEIGHT, SCALE = 1600, 1067, 1.6

PAPER, SUNK, INK = "#faf6ee", "#e9dfcd", "#1b2130"
NIGHT, SKY, SKY_SOFT, SKY_TINT = "#12264a", "#173f7d", "#7f9cc9", "#dfe7f2"
EARTH, EARTH_SOFT, EARTH_TINT = "#1c5a43", "#7fae92", "#dcead9"
WHEEL, SAND, GOLD = "#a62b1c", "#d8c3a0", "#f0cd84"

# Light of the day: ground of the sky, far hills, near hills, ground, sun.
LIGHTS = (
    (SKY_TINT, "#b9cbe3", EARTH_SOFT, EARTH, GOLD),
    ("#f6e6cf", "#d9c2ad", "#8fb09a", EARTH, WHEEL),
    (PAPER, "#cdd8e6", SKY_SOFT, SKY, GOLD),
    ("#1d3660", "#2b4a7d", "#234c57", NIGHT, "#f4e3b5"),
)

Point = tuple[float, float]


class Canvas:
    """Draws flat shapes larger than needed, so that edges are smooth when the picture is made smaller.

    All measures are on a sheet 1600 wide and 1067 high.
    """

    def __init__(self, key: str) -> None:
        """Start a picture.

        Args:
            key: whatever the picture stands for; the same key gives the same picture.
        """
        self.chance = random.Random(key)
        self.sky, self.far, self.near, self.ground, self.sun = self.chance.choice(LIGHTS)
        self.image = Image.new("RGB", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), self.sky)
        self.pen = ImageDraw.Draw(self.image)

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """Fill a rectangle, given by its upper left corner and its size."""
        corners = [x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE]
        self.pen.rounded_rectangle(corners, radius * SCALE, fill=colour)

    def shape(self, points: list[Point], colour: str) -> None:
        """Fill a polygon."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle, given by its centre."""
        self.pen.ellipse(
            [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE], colour
        )

    def ring(self, x: float, y: float, radius: float, colour: str, width: float) -> None:
        """Draw a circle's line."""
        corners = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        self.pen.ellipse(corners, outline=colour, width=round(width * SCALE))

    def line(self, points: list[Point], colour: str, width: float) -> None:
        """Draw a line through points, with round joints."""
        self.pen.line([(x * SCALE, y * SCALE) for x, y in points], colour, round(width * SCALE), joint="curve")

    def wheel(self, x: float, y: float, radius: float, colour: str) -> None:
        """Draw the wheel with sixteen spokes."""
        width = radius * 0.09
        self.ring(x, y, radius, colour, width)
        self.ring(x, y, radius * 0.2, colour, width)
        for spoke in range(16):
            turn = math.tau * spoke / 16
            cos, sin = math.cos(turn), math.sin(turn)
            inner, outer = radius * 0.2, radius * 0.97
            self.line([(x + cos * inner, y + sin * inner), (x + cos * outer, y + sin * outer)], colour, width * 0.75)

    def hills(self, height: float, colour: str, rise: float) -> None:
        """Fill a range of soft hills from a height down to the lower edge."""
        start, waves = self.chance.uniform(0, math.tau), self.chance.uniform(1.2, 2.6)
        points = [
            (
                x,
                height
                - rise * math.sin(start + waves * math.tau * x / WIDTH)
                - rise * 0.4 * math.sin(start * 2 + x / 190),
            )
            for x in range(0, WIDTH + 20, 20)
        ]
        self.shape([*points, (WIDTH, HEIGHT), (0, HEIGHT)], colour)

    def water(self, height: float, colour: str, light: str) -> None:
        """Fill water from a height down, with broken lines of light."""
        self.box(0, height, WIDTH, HEIGHT - height, colour)
        for _stroke in range(26):
            x, y = self.chance.uniform(0, WIDTH), self.chance.uniform(height + 20, HEIGHT - 20)
            self.line([(x, y), (x + self.chance.uniform(50, 190), y)], light, 3 + (y - height) / 90)

    def house(self, x: float, base: float, width: float, height: float, colour: str, roof: str) -> None:
        """Draw a house with lit windows, standing on `base`."""
        self.box(x, base - height, width, height, colour)
        self.shape(
            [(x - 14, base - height), (x + width / 2, base - height - width * 0.45), (x + width + 14, base - height)],
            roof,
        )
        across, down = max(2, int(width // 70)), max(1, int(height // 110))
        for column in range(across):
            for row in range(down):
                self.box(
                    x + width * (column + 0.5) / across - 14, base - height + 34 + row * height / down, 28, 44, GOLD, 3
                )

    def tree(self, x: float, base: float, size: float, colour: str) -> None:
        """Draw a tree standing on `base`."""
        self.box(x - size * 0.05, base - size * 0.6, size * 0.1, size * 0.6, INK)
        self.disc(x, base - size * 0.75, size * 0.32, colour)
        self.disc(x - size * 0.2, base - size * 0.6, size * 0.22, colour)
        self.disc(x + size * 0.2, base - size * 0.6, size * 0.22, colour)

    def finished(self) -> Image.Image:
        """Return the picture, 1280 pixels wide."""
        return self.image.resize((1280, round(1280 * HEIGHT / WIDTH)), Image.Resampling.LANCZOS)
