"""What 100,000 stories cost beside 1,000: CPU of the list, of a page far down, of a narrowed list, of RSS and a story.

Both sizes are measured in the same process, in turns, so that a busy machine slows both. DATABASE_URL names PostgreSQL;
without it SQLite is measured.
"""

import argparse
import statistics
import time
from http import HTTPStatus

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench import databases, stories
from common.stamp import renew
from news.paging import place
from news.story_rows import StoryRow

__all__ = ["main"]

LIMIT = 1.2
DEPTH = 0.99
PAGE = 20
WARM = 2


def main(arguments):
    """Make the databases, measure and print.

    Args:
        arguments: of the command line.

    Returns:
        0, or 1 where a ratio is above the limit.
    """
    options = _options(arguments)
    names = _databases(options)
    pages = {}
    for name in names:
        databases.use(name)
        pages[name] = _pages()
    print(f"{connection.vendor}, {options.rounds} rounds, CPU in ms: median of the rounds, and queries")
    failed = [page for page in next(iter(pages.values())) if not _compare(page, names, pages, options)]
    if not options.keep:
        for name in (*names, _name("base")):
            databases.drop(name)
    return 1 if failed else 0


def _options(arguments):
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", nargs=2, type=int, default=(1_000, 100_000))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--requests", type=int, default=8, help="requests of each page in a round")
    parser.add_argument("--keep", action="store_true", help="keep the databases in BENCH_DIR or on the server")
    return parser.parse_args(arguments)


def _name(part):
    return f"bench_{part}" if connection.vendor == databases.POSTGRESQL else str(settings.DATA_DIR / f"{part}.sqlite3")


def _databases(options):
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
        stories.plant(size)
        print(f"{size} stories planted in {time.monotonic() - began:.0f} s")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return names


def _pages():
    """What is asked for: words to address. The page far down begins where 99 of 100 stories lie above, and is full."""
    total = StoryRow.objects.count()
    far = min(int(total * DEPTH), total - PAGE - 1)
    row = StoryRow.objects.order_by("-rank")[far : far + 1].get()
    story = StoryRow.objects.select_related("page").order_by("-rank")[total // 2 : total // 2 + 1].get()
    return {
        "list, page 1": "/en/news/",
        "list at 99 %": f"/en/news/?after={place(row.rank)}",
        "list of a theme and a country": "/en/news/?theme=theme-3&country=de",
        "list of a theme": "/en/news/?theme=theme-3",
        "RSS": "/en/news/feed.rss",
        "story": f"/en/news/{story.page.slug}/",
        "list, page 1, right after a publication": "/en/news/#renewed",
        "list of a theme, right after a publication": "/en/news/?theme=theme-3#renewed",
    }


def _compare(page, names, pages, options):
    taken = {name: [] for name in names}
    for number in range(options.rounds):
        for name in names if number % 2 else reversed(names):
            databases.use(name)
            cache.clear()
            ContentType.objects.clear_cache()
            taken[name].append(_cpu(pages[name][page], options.requests))
    queries = []
    for name in names:
        databases.use(name)
        cache.clear()
        _ask("/en/")
        with CaptureQueriesContext(connection) as captured:
            _ask(pages[name][page])
        queries.append(len(captured))
    small, large = (statistics.median(taken[name]) for name in names)
    ratio = large / small
    print(f"{page:50} {small:7.2f} {large:7.2f}  ratio {ratio:4.2f}  queries {queries[0]} {queries[1]}")
    return ratio <= LIMIT


def _cpu(address, requests):
    taken = []
    for number in range(WARM + requests):
        if address.endswith("#renewed"):
            renew()
        began = time.process_time()
        _ask(address)
        if number >= WARM:
            taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)


def _ask(address):
    response = Client().get(address.partition("#")[0])
    if response.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{address} answered {response.status_code}")
