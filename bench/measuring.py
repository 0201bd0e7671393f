"""Measures pages at two sizes of a site in the same process, in turns, so that a busy machine slows both."""

import argparse
import statistics
import time
from http import HTTPStatus

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench import databases
from common.stamp import forget_all, renew

__all__ = ["ask", "measure"]

LIMIT = 1.2
WARM = 2


def measure(arguments, description, sizes, plant, pages_of, most_queries=None):
    """Make the databases, measure and print.

    Args:
        arguments: of the command line.
        description: what is measured, for its help.
        sizes: the two sizes that are compared.
        plant: writes that many things into the database in use.
        pages_of: returns words to address, for the database in use; words that end with "*" have no limit of time.
        most_queries: how many queries each page may ask; None for any number.

    Returns:
        0, or 1 where a ratio or a number of queries is above its limit.
    """
    options = _options(arguments, description, sizes)
    names = _databases(options, plant)
    pages = {}
    for name in names:
        databases.use(name)
        pages[name] = pages_of()
    print(f"{connection.vendor}, {options.rounds} rounds, CPU in ms: median of the rounds, and queries")
    failed = [page for page in next(iter(pages.values())) if not _compare(page, names, pages, options, most_queries)]
    if not options.keep:
        for name in (*names, _name("base")):
            databases.drop(name)
    return 1 if failed else 0


def ask(address):
    """Ask for a page as a reader does.

    Args:
        address: its path; what follows "#" is not sent.

    Returns:
        The response.

    Raises:
        RuntimeError: if the answer is not 200.
    """
    response = Client().get(address.partition("#")[0])
    if response.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{address} answered {response.status_code}")
    return response


def _options(arguments, description, sizes):
    parser = argparse.ArgumentParser(prog="python -m bench", description=description)
    parser.add_argument("--sizes", nargs=2, type=int, default=sizes)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--requests", type=int, default=8, help="requests of each page in a round")
    parser.add_argument("--keep", action="store_true", help="keep the databases in BENCH_DIR or on the server")
    return parser.parse_args(arguments)


def _name(part):
    return f"bench_{part}" if connection.vendor == databases.POSTGRESQL else str(settings.DATA_DIR / f"{part}.sqlite3")


def _databases(options, plant):
    base = _name("base")
    databases.create(base)
    databases.use(base)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("seed", "--empty", verbosity=0)
    names = []
    for size in options.sizes:
        names.append(_name(size))
        databases.copy(base, names[-1])
        databases.use(names[-1])
        began = time.monotonic()
        plant(size)
        print(f"{size} planted in {time.monotonic() - began:.0f} s")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return names


def _compare(page, names, pages, options, most_queries):
    taken = {name: [] for name in names}
    for number in range(options.rounds):
        for name in names if number % 2 else reversed(names):
            _begin(name)
            taken[name].append(_cpu(pages[name][page], options.requests))
    queries, weights = zip(*(_queries(name, pages[name][page]) for name in names), strict=True)
    small, large = (statistics.median(taken[name]) for name in names)
    ratio = large / small
    print(
        f"{page:50} {small:7.2f} {large:7.2f}  ratio {ratio:4.2f}  queries {queries[0]} {queries[1]}"
        f"  kB {weights[0]} {weights[1]}"
    )
    few = most_queries is None or max(queries) <= most_queries
    return few and (ratio <= LIMIT or page.endswith("*"))


def _begin(name):
    databases.use(name)
    forget_all()
    ContentType.objects.clear_cache()


def _queries(name, address):
    _begin(name)
    ask("/en/")
    with CaptureQueriesContext(connection) as captured:
        response = ask(address)
    return len(captured), len(response.content) // 1024


def _cpu(address, requests):
    taken = []
    for number in range(WARM + requests):
        if address.endswith("#renewed"):
            renew()
        began = time.process_time()
        ask(address)
        if number >= WARM:
            taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)
