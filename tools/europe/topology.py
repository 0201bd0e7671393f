"""Reads world-atlas (TopoJSON, Natural Earth): arcs in degrees, and the rings of each country as lists of arcs.

Decisions on lines that are in dispute are made here, in one place: Crimea belongs to Ukraine, Cyprus is one country,
Kosovo has an outline of its own that the drawing dashes.
"""

import json

from tools.europe.shapes import encloses

ISO = {
    "008": "AL", "020": "AD", "040": "AT", "051": "AM", "031": "AZ", "112": "BY", "056": "BE", "070": "BA", "100": "BG",
    "191": "HR", "196": "CY", "203": "CZ", "208": "DK", "233": "EE", "246": "FI", "250": "FR", "268": "GE", "276": "DE",
    "300": "GR", "348": "HU", "352": "IS", "372": "IE", "380": "IT", "428": "LV", "438": "LI", "440": "LT", "442": "LU",
    "470": "MT", "492": "MC", "498": "MD", "499": "ME", "528": "NL", "807": "MK", "578": "NO", "616": "PL", "620": "PT",
    "642": "RO", "643": "RU", "674": "SM", "688": "RS", "703": "SK", "705": "SI", "724": "ES", "752": "SE", "756": "CH",
    "792": "TR", "804": "UA", "826": "GB",
}  # fmt: skip
NAMED = {"Kosovo": "XK", "N. Cyprus": "CY"}
AROUND = {
    "012", "788", "504", "434", "818", "760", "422", "376", "368", "364", "682", "398", "275", "400", "795", "860",
}  # fmt: skip
REST = "rest"
IN_CRIMEA = (34.2, 45.1)


class Topology:
    """Arcs and the countries made of them."""

    def __init__(self, text):
        """Decode a TopoJSON document.

        Args:
            text: content of countries-50m.json.
        """
        document = json.loads(text)
        self.arcs = [self._degrees(arc, document["transform"]) for arc in document["arcs"]]
        self.countries = {}
        for shape in document["objects"]["countries"]["geometries"]:
            self._add(shape)
        self._settle()

    def arc(self, number):
        """Return the points of an arc; a negative number means the same arc walked backwards."""
        return self.arcs[number] if number >= 0 else self.arcs[~number][::-1]

    def degrees(self, ring):
        """Return the points of a ring, in degrees (longitude, latitude)."""
        return [point for number in ring for point in self.arc(number)[:-1]]

    @staticmethod
    def _degrees(arc, transform):
        (kx, ky), (tx, ty) = transform["scale"], transform["translate"]
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * kx + tx, y * ky + ty))
        return line

    def _add(self, shape):
        number, name = shape.get("id"), shape["properties"]["name"]
        code = ISO.get(number) or NAMED.get(name) or (REST if number in AROUND else None)
        if code and shape.get("arcs"):
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            self.countries.setdefault(code, []).extend(ring for polygon in polygons for ring in polygon)

    def _settle(self):
        crimea = [ring for ring in self.countries["RU"] if encloses(self.degrees(ring), IN_CRIMEA)]
        self.countries["RU"] = [ring for ring in self.countries["RU"] if ring not in crimea]
        self.countries["UA"] += crimea
        for code in ("UA", "CY"):
            self.countries[code] = self._dissolve(self.countries[code])

    def _dissolve(self, rings):
        """Drop the arcs that two parts of one country share, then stitch what is left into rings."""
        used = [number for ring in rings for number in ring]
        starts = {}
        for number in used:
            if ~number not in used:
                starts.setdefault(self.arc(number)[0], []).append(number)
        joined = []
        while any(starts.values()):
            joined.append(self._stitch(starts))
        return joined

    def _stitch(self, starts):
        number = next(waiting for waiting in starts.values() if waiting).pop()
        ring = [number]
        while starts.get(self.arc(number)[-1]):
            number = starts[self.arc(number)[-1]].pop()
            ring.append(number)
        return ring
