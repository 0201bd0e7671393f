"""What 5,000 cities and regions cost beside 130: the directory, narrowed lists, the map, open data, the page of a city.

Both sizes are measured in the same process, in turns. DATABASE_URL names PostgreSQL; without it SQLite is measured. A
page with a star has no limit of time, for what it shows grows with the number of places; none may ask more than eight
queries.
"""

import gzip
from pathlib import Path

from django.contrib.staticfiles import finders

from bench import members
from bench.measuring import ask, measure
from membership.rows import MemberRow

__all__ = ["main"]

PICTURES = ("membership/europe-light.svg", "membership/europe-dark.svg")
SIZES = (130, 5_000)
WEIGHT, PICTURE = 150 * 1024, 70 * 1024
QUERIES = 8


def main(arguments):
    """Make the databases, measure and print.

    Args:
        arguments: of the command line.

    Returns:
        0, or 1 where a ratio, a number of queries or the weight of the map is above its limit.
    """
    picture = max(len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in PICTURES)
    print(f"outline of the map: {picture // 1024} kB compressed")
    if picture > PICTURE:
        raise RuntimeError(f"The outline weighs {picture} bytes.")
    return measure(arguments, __doc__, SIZES, members.plant, _pages, QUERIES)


def _pages():
    """What is asked for: words to address."""
    row = MemberRow.objects.filter(locale__language_code="en").order_by("by_name")[60:61].get()
    weight = len(gzip.compress(ask("/en/members/").content))
    places = MemberRow.objects.values("key").distinct().count()
    print(f"directory with the map of {places}: {weight // 1024} kB compressed")
    if weight > WEIGHT:
        raise RuntimeError(f"The map weighs {weight} bytes.")
    return {
        "directory, page 1": "/en/members/",
        "directory, table, page 1": "/en/members/?view=table",
        "directory, cards": "/en/members/?view=cards",
        "directory, page 2": "/en/members/?page=2",
        "directory, a country *": "/en/members/?country=RO",
        "directory, a name *": "/en/members/?name=Zan&view=table",
        "directory, largest first *": "/en/members/?sort=size&view=table",
        "map of all signatories *": "/en/members/?state=signatory",
        "part of the map *": "/en/members/?at=300,400,200",
        "page of a country *": "/en/members/country/ro/",
        "page of a city *": f"/en/members/{row.page.slug}/",
        "GeoJSON *": "/en/data/members.geojson#renewed",
        "CSV *": "/en/data/members.csv#renewed",
        "front page": "/en/",
    }
