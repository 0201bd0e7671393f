"""Files of authorities, as officers bring them."""

import csv
import io
from collections import Counter
from pathlib import Path

PLACES = Path(__file__).resolve().parents[3] / "membership" / "gazetteer" / "places.csv"
HEADER = "name,local_name,country,kind,lat,lon,state,date,number,population,population_year,website,source_url"
COUNTRIES = [
    "AL", "AM", "AT", "BA", "BE", "BG", "CH", "CY", "CZ", "DE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IT", "ME",
    "MK", "NL", "PL", "PT", "RO", "RS", "SE", "SI", "TR", "UA",
]  # fmt: skip


def lines(count=130, countries=COUNTRIES):
    """Return `count` good lines, from each of the countries in turn."""
    with PLACES.open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["country"] in countries]
    queues = {code: iter([row for row in rows if row["country"] == code]) for code in countries}
    made, number, names = [], 0, Counter()
    while len(made) < count:
        row = next(queues[countries[number % len(countries)]], None)
        number += 1
        if row is None:
            continue
        names[row["country"], row["name"]] += 1
        if names[row["country"], row["name"]] > 1:
            continue
        made.append(
            [row["name"], row["own_script"], row["country"], "city", row["lat"], row["lon"], "participant",
             f"{2013 + len(made) % 7}-0{1 + len(made) % 9}", str(len(made) + 1), "", "", "", "https://example.org/list"]
        )  # fmt: skip
    return made


def csv_of(rows, header=HEADER, separator=",", encoding="utf-8"):
    """Return a file as bytes."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return stream.getvalue().encode(encoding)


def line(name, country="AT", **cells):
    """Return one line."""
    given = {"name": name, "country": country, "state": "participant", "kind": "city"} | cells
    return [given.get(column, "") for column in HEADER.split(",")]
