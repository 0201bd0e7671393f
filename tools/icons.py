"""Draw the icons of the site from its mark, the wheel of sixteen spokes.

    python tools/icons.py

Writes icon.svg and the PNG files of alliance_cms/static/img, and share.png, the picture beside shared links.
"""

import math
from pathlib import Path

from PIL import Image, ImageDraw

TARGET = Path(__file__).resolve().parents[1] / "alliance_cms" / "static" / "img"
PAPER, WHEEL, WHEEL_DARK, SKY, EARTH = "#faf6ee", "#a62b1c", "#ff9d86", "#2b5fae", "#2e8059"
SPOKES, SCALE = 16, 4
SIZES = (48, 180, 192, 512)

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none">\
<style>g{{stroke:{light}}}@media (prefers-color-scheme:dark){{g{{stroke:{dark}}}}}</style>\
<g><circle cx="16" cy="16" r="14" stroke-width="2"/><circle cx="16" cy="16" r="3" stroke-width="1.5"/>\
<path d="{spokes}" stroke-width="1.25"/></g></svg>
"""


def spokes(inner: float, outer: float, centre: float) -> list[tuple[float, float, float, float]]:
    """Return the ends of each spoke.

    Args:
        inner: distance of the nearer end from the centre.
        outer: distance of the further end.
        centre: both coordinates of the centre.
    """
    turns = [2 * math.pi * turn / SPOKES for turn in range(SPOKES)]
    return [
        (
            centre + inner * math.cos(turn),
            centre + inner * math.sin(turn),
            centre + outer * math.cos(turn),
            centre + outer * math.sin(turn),
        )
        for turn in turns
    ]


def wheel(draw: ImageDraw.ImageDraw, centre: tuple[float, float], unit: float) -> None:
    """Draw the wheel.

    Args:
        draw: where to.
        centre: its hub.
        unit: a thirty-second of its width.
    """
    x, y = centre
    for radius, width in ((15, 2), (3.75, 1.5)):
        box = (x - radius * unit, y - radius * unit, x + radius * unit, y + radius * unit)
        draw.ellipse(box, outline=WHEEL, width=round(width * unit))
    for x1, y1, x2, y2 in spokes(3 * unit, 13.5 * unit, 0):
        draw.line((x + x1, y + y1, x + x2, y + y2), fill=WHEEL, width=max(1, round(1.25 * unit)))


def icon(size: int) -> Image.Image:
    """Return the wheel on paper.

    Args:
        size: width and height in pixels.
    """
    large = Image.new("RGB", (size * SCALE, size * SCALE), PAPER)
    middle = size * SCALE / 2
    wheel(ImageDraw.Draw(large), (middle, middle), size * SCALE / 38)
    return large.resize((size, size), Image.Resampling.LANCZOS)


def share() -> Image.Image:
    """Return the wheel over the horizon, for links shared without a picture of their own."""
    width, height = 1200, 630
    large = Image.new("RGB", (width * 2, height * 2), PAPER)
    draw = ImageDraw.Draw(large)
    wheel(draw, (width, height * 0.94), 24)
    draw.rectangle((0, height * 2 - 56, width * 2, height * 2 - 28), fill=SKY)
    draw.rectangle((0, height * 2 - 28, width * 2, height * 2), fill=EARTH)
    return large.resize((width, height), Image.Resampling.LANCZOS)


def main() -> None:
    """Write all files."""
    TARGET.mkdir(exist_ok=True)
    path = "".join(f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}" for x1, y1, x2, y2 in spokes(3, 13, 16))
    (TARGET / "icon.svg").write_text(SVG.format(light=WHEEL, dark=WHEEL_DARK, spokes=path), encoding="utf-8")
    for size in SIZES:
        icon(size).quantize(32).save(TARGET / f"icon-{size}.png", optimize=True)
    share().quantize(32).save(TARGET / "share.png", optimize=True)


if __name__ == "__main__":
    main()
