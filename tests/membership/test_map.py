"""The map: true positions, equal areas, the lines in dispute, pins and names that can be read."""

import math
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from membership.map.close_up import close_up
from membership.map.outline import SOURCE, extent, rings, rings_in
from membership.map.pins import labels_for, overview, pins_of
from membership.map.projection import SCALE, in_view, project
from tools.europe.build import PALETTES
from tools.europe.shapes import area, clip, encloses, path, simplify

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "membership" / "static" / "membership"


def points(text):
    """The corners of each ring of a path made of one absolute and many relative steps."""
    for ring in text.split("M")[1:]:
        numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", ring)]
        x, y, corners = 0.0, 0.0, []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            corners.append((x, y))
        yield corners


def country_at(lat, lon):
    spot = project(lat, lon)
    return {ring.country for ring in rings() for corners in points(ring.path) if encloses(corners, spot)}


def member(name="Lille", lat=50.63, lon=3.06, state="participant", country="FR"):
    return SimpleNamespace(name=name, lat=lat, lon=lon, state=state, country=country)


@pytest.mark.parametrize(
    ("lat", "lon", "x", "y"),
    [
        (52, 15, 458.0, 462.0),
        (47.2627, 11.3945, 404.4, 564.4),
        (48.5839, 7.7455, 353.0, 531.6),
        (40.6186, 20.7808, 554.5, 707.2),
        (38.801, -9.3783, 47.1, 683.7),
    ],
)
def test_known_places_fall_where_they_belong(lat, lon, x, y):
    assert project(lat, lon) == pytest.approx((x, y), abs=0.1)


@pytest.mark.parametrize("lat", [37, 47, 57, 67])
@pytest.mark.parametrize("lon", [-8, 12, 32])
def test_a_square_degree_keeps_its_true_area(lat, lon):
    steps = [i / 10 for i in range(11)]
    edge = [(lat, lon + s) for s in steps] + [(lat + s, lon + 1) for s in steps]
    edge += [(lat + 1, lon + 1 - s) for s in steps] + [(lat + 1 - s, lon) for s in steps]
    drawn = area([project(*corner) for corner in edge]) / SCALE**2
    true = math.radians(1) * (math.sin(math.radians(lat + 1)) - math.sin(math.radians(lat)))
    assert drawn == pytest.approx(true, rel=0.002)


def test_a_place_beyond_europe_is_outside_the_drawing():
    assert in_view(*project(44.0, 20.9))
    assert not in_view(*project(-21.1, 55.5))
    assert not in_view(*project(4.9, -52.3))


@pytest.mark.parametrize(
    ("place", "lat", "lon", "country"),
    [
        ("Simferopol", 44.95, 34.10, "UA"),
        ("Kyiv", 50.45, 30.52, "UA"),
        ("Kyrenia", 35.31, 33.32, "CY"),
        ("Limassol", 34.71, 33.03, "CY"),
        ("Pristina", 42.66, 21.16, "XK"),
        ("Belgrade", 44.80, 20.46, "RS"),
        ("Innsbruck", 47.26, 11.39, "AT"),
    ],
)
def test_places_lie_in_their_country_and_in_no_other(place, lat, lon, country):
    assert country_at(lat, lon) == {country}, place


def test_cyprus_and_the_mainland_of_ukraine_with_crimea_are_one_ring_each():
    limassol, kyrenia = project(34.71, 33.03), project(35.31, 33.32)
    assert any(
        encloses(corners, limassol) and encloses(corners, kyrenia)
        for ring in rings()
        if ring.country == "CY"
        for corners in points(ring.path)
    )
    simferopol, kyiv = project(44.95, 34.10), project(50.45, 30.52)
    assert any(
        encloses(corners, simferopol) and encloses(corners, kyiv)
        for ring in rings()
        if ring.country == "UA"
        for corners in points(ring.path)
    )


def test_the_outline_stays_light():
    assert SOURCE.stat().st_size <= 60 * 1024
    for name in PALETTES:
        assert (PICTURES / f"europe-{name}.svg").stat().st_size <= 36 * 1024


@pytest.mark.parametrize("name", list(PALETTES))
def test_the_pictures_use_the_colours_of_the_tokens(name):
    tokens = (ROOT / "alliance_cms" / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    for token, colour in PALETTES[name].items():
        light, dark = re.search(rf"--{token}: light-dark\((#\w+), (#\w+)\)", tokens).groups()
        assert colour == {"light": light, "dark": dark}[name]
        assert colour in (PICTURES / f"europe-{name}.svg").read_text(encoding="utf-8")


def test_the_pictures_hold_kosovo_dashed_and_nothing_that_a_policy_forbids():
    text = (PICTURES / "europe-light.svg").read_text(encoding="utf-8")
    assert "stroke-dasharray" in text
    assert not re.search(r"<script|<style|style=|http://(?!www\.w3\.org/2000/svg)", text)


def test_both_states_differ_by_shape():
    drawn = overview([member("Lille"), member("Lviv", 49.84, 24.02, "signatory", "UA")])
    assert [pin.name for pin in drawn.participants] == ["Lille"]
    assert [pin.name for pin in drawn.signatories] == ["Lviv"]
    assert drawn.signatories[0].diamond.startswith("M")


def test_the_text_alternative_counts_every_member_even_those_not_drawn():
    drawn = overview([member(), member("Southwark", None, None, "signatory", "GB")])
    assert drawn.description == (
        "Map of Europe: 1 participant, 1 signatory. The list of members holds the same places."
    )
    assert not drawn.signatories


def test_names_cover_neither_each_other_nor_the_pins():
    crowd = [member(f"Municipality {n}", 41 + n / 10, 20 + n / 15) for n in range(12)]
    pins = pins_of(crowd)
    labels = labels_for(pins, pins)
    assert 0 < len(labels) < len(crowd)
    assert len({(label.x, label.y) for label in labels}) == len(labels)


def test_few_names_stay_on_a_narrow_screen():
    drawn = overview([member(f"Town {n}", 40 + n * 2, -5 + n * 3) for n in range(12)])
    assert 1 <= sum(not label.minor for label in drawn.labels) <= 5


def test_the_small_map_shows_the_country_of_the_place():
    drawn = close_up(
        member("Kragujevac", 44.0167, 20.9167, country="RS"), [member("Tivat", 42.43, 18.69, country="ME")]
    )
    assert drawn.own
    assert drawn.dashed
    assert drawn.land
    left, top, width, height = map(int, drawn.view.split())
    assert left < drawn.x < left + width
    assert top < drawn.y < top + height
    assert [pin.name for pin, _joined in drawn.others] == ["Tivat"]


def test_the_small_map_of_a_large_country_keeps_to_the_surroundings_of_the_place():
    drawn = close_up(member("Kazan", 55.79, 49.12, country="RU"))
    assert int(drawn.view.split()[2]) <= 420


def test_a_place_without_a_position_or_beyond_europe_has_no_small_map():
    assert close_up(member(lat=None, lon=None)) is None
    assert close_up(member("Saint-Denis", -20.88, 55.45)) is None


def test_the_small_map_is_light():
    drawn = close_up(member("Korçë", 40.62, 20.78, country="AL"))
    assert len(drawn.land + drawn.own + drawn.dashed) < 14_000


def test_rings_outside_a_window_are_left_out():
    assert {ring.country for ring in rings_in((60, 40, 60, 60))} <= {"IS"}
    assert extent("MT")
    assert extent("US") is None


def test_a_line_is_simplified_without_moving_its_ends():
    line = [(0, 0), (1, 0.1), (2, -0.1), (3, 5), (4, 0)]
    assert simplify(line, 1)[0] == (0, 0)
    assert simplify(line, 1)[-1] == (4, 0)
    assert (1, 0.1) not in simplify(line, 1)
    assert (3, 5) in simplify(line, 1)


def test_a_ring_is_cut_at_the_frame():
    square = [(-10, -10), (10, -10), (10, 10), (-10, 10)]
    assert area(clip(square, (0, 0, 100, 100))) == pytest.approx(100)


def test_a_path_comes_back_as_the_ring_it_was():
    ring = [(1.5, 2.5), (10.2, 2.5), (10.2, -8)]
    assert next(points(path(ring))) == [pytest.approx(corner) for corner in ring]
    assert path([(0, 0), (0.01, 0), (0, 0.01)]) == ""
