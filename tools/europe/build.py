"""Draw Europe from world-atlas 2.0.2 (ISC; Natural Earth, public domain).

    python -m tools.europe.build countries-50m.json

Writes the outline as data (membership/map/europe.json), from which pages draw the surroundings of one city, and two
pictures for the map of all members (membership/static/membership/europe-light.svg and europe-dark.svg).
"""

import json
import re
import sys
from pathlib import Path

from membership.map.projection import HEIGHT, VIEW, WIDTH, project
from tools.europe.shapes import CORNERS, area, box, clip, path, simplify
from tools.europe.topology import REST, Topology

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "membership" / "map" / "europe.json"
PICTURES = ROOT / "membership" / "static" / "membership"
FRAME = (-60, -60, WIDTH + 60, HEIGHT + 60)
NEAR = (-40, 75, 18, 84)
FINE, COARSE = (0.9, 4.0), (1.4, 8.0)
KEPT_HOWEVER_SMALL = {"AD", "LI", "MC", "MT", "SM"}
# The palette of a picture file cannot read the tokens of the page; a test keeps both equal.
PALETTES = {
    "light": {"water": "#dfe1e0", "land": "#f6f0e3", "border": "#b7ac98", "coast": "#8793a8"},
    "dark": {"water": "#1c2636", "land": "#1b2432", "border": "#45557a", "coast": "#7489ab"},
}
WAVES = (25, 23.8, 16.5, 15.2, 9.2, 7.8)


def outlines(topology, tolerance, smallest):
    """Return the rings of each country on the drawing.

    Args:
        topology: the Topology to draw.
        tolerance: how far a line may be from the true one.
        smallest: the least area an island must have.

    Returns:
        A dict of country code to lists of points; the code "rest" holds what lies around Europe.
    """
    flat = [simplify([project(lat, lon) for lon, lat in arc], tolerance) for arc in topology.arcs]
    drawn = {}
    for code, rings in sorted(topology.countries.items()):
        found = [_ring(flat, ring) for ring in rings if _near(topology.degrees(ring))]
        floor = 0 if code in KEPT_HOWEVER_SMALL else smallest
        drawn[code] = [ring for ring in found if len(ring) >= CORNERS and area(ring) > floor]
    return {code: rings for code, rings in drawn.items() if rings}


def _ring(flat, numbers):
    points = [point for n in numbers for point in (flat[n] if n >= 0 else flat[~n][::-1])[:-1]]
    return clip(points, FRAME)


def _near(points):
    west, east, south, north = NEAR
    sample = points[:: max(1, len(points) // 12)]
    return any(west < lon < east and south < lat < north for lon, lat in sample)


def as_data(drawn):
    """Return the outline as JSON text: for each country its rings, each as [box, path]."""
    rings = {code: [[box(ring), path(ring)] for ring in rings if path(ring)] for code, rings in drawn.items()}
    return json.dumps(rings, separators=(",", ":")) + "\n"


def as_picture(drawn, colours):
    """Return the outline as an SVG file.

    Args:
        drawn: rings of each country.
        colours: a palette.
    """
    order = [REST, *(code for code in drawn if code not in (REST, "XK"))]
    land = "".join(f'<path d="{"".join(map(path, drawn[code]))}"/>' for code in order)
    kosovo = "".join(map(path, drawn["XK"]))
    waves = "".join(
        f'<use href="#e" stroke="{("#fff", "#000")[turn % 2]}" stroke-width="{width}"/>'
        for turn, width in enumerate(WAVES)
    )
    view = " ".join(map(str, VIEW))
    svg = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{VIEW[2]}" height="{VIEW[3]}">
<defs><g id="e">{land}<path d="{kosovo}"/></g><filter id="b"><feGaussianBlur stdDeviation="14"/></filter>
<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="1000" height="880">
<rect x="50" y="58" width="900" height="772" fill="#fff" filter="url(#b)"/></mask>
<mask id="w" maskUnits="userSpaceOnUse" x="0" y="0" width="1000" height="880">
<g fill="none" stroke-linejoin="round">{waves}</g></mask></defs>
<g mask="url(#m)" fill="none" stroke-linejoin="round">
<rect width="1000" height="880" fill="{colours["water"]}" mask="url(#w)"/>
<use href="#e" stroke="{colours["coast"]}" stroke-width="1.5"/>
<use href="#e" fill="{colours["land"]}" stroke="{colours["border"]}" stroke-width=".7"/>
<path d="{kosovo}" stroke="{colours["land"]}" stroke-width="2.4"/>
<path d="{kosovo}" stroke="{colours["coast"]}" stroke-width=".9" stroke-dasharray="3 2.2"/></g></svg>"""
    return re.sub(r">\s*\n\s*<", "><", svg) + "\n"


def main(source):
    """Write the three files.

    Args:
        source: path of countries-50m.json.
    """
    topology = Topology(Path(source).read_text(encoding="utf-8"))
    DATA.write_text(as_data(outlines(topology, *FINE)), encoding="utf-8")
    coarse = outlines(topology, *COARSE)
    for name, colours in PALETTES.items():
        (PICTURES / f"europe-{name}.svg").write_text(as_picture(coarse, colours), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
