"""How well and how fast the search answers: `python -m bench.search [--pages 20000]`.

Seeds the database of the settings if it is empty, adds pages in languages that the demo content lacks and generated
noise, writes the index anew, and prints the quality of answers beside tantivy, the time of pages, and what a rebuild
costs. With `--scale 100000` more pages are planted afterwards, and what a page costs then is compared. SQLite is in a
scratch directory or in BENCH_DIR. Where DATABASE_URL names PostgreSQL (a database that is empty or kept from an earlier
run), both are measured, and must answer equally well.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"sqlite": 60, "postgresql": 90}
NDCG, REBUILD, MEMORY, SUGGEST, INDEXING, WORST = 0.90, 60, 400, 30, 5, 300
ROUNDS, SERIES, HOSTILE = 40, 5, 2000
ALIKE, DEARER = 0.02, 3
# Tells its own peak: what the system says of a child begins with the memory of its parent.
REBUILDING = """
from django.core.management import execute_from_command_line
execute_from_command_line(["manage.py", "rebuild_search", "--verbosity", "0"])
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


def main():
    """Set the site up in a scratch directory, or in BENCH_DIR, and measure; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--hostile", type=int, default=HOSTILE)
    parser.add_argument("--scale", type=int, default=0, help="compare with so many documents at the end")
    parser.add_argument("--answers", type=Path, help="write how well questions are answered to this file")
    options = parser.parse_args()
    options.beside = None
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        os.environ["DATA_DIR"] = os.environ.get("BENCH_DIR") or scratch
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alliance_cms.settings.test")
        failed = _on_sqlite(options, Path(scratch) / "answers.json") if os.environ.get("DATABASE_URL") else 0
        django.setup()
        return import_module("bench.search_figures").measure(options) or failed


def _on_sqlite(options, answers):
    """Measure SQLite in a process of its own, whose answers are compared with those of the other database."""
    options.beside = answers
    chosen = ["--pages", str(options.pages), "--hostile", str(options.hostile), "--scale", str(options.scale)]
    options.scale = 0
    without = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [sys.executable, "-m", "bench.search", *chosen, "--answers", str(answers)]
    return subprocess.run(command, cwd=ROOT, env=without, check=False).returncode


def rebuilt():
    """Write the index anew in a process of its own; returns (seconds, peak memory in MiB)."""
    began = time.monotonic()
    told = subprocess.run([sys.executable, "-c", REBUILDING], cwd=ROOT, check=True, capture_output=True, text=True)
    return time.monotonic() - began, int(told.stdout.split()[-1]) / 1024


def percentile(values, share):
    """Return the value below which a share of the values lies."""
    return statistics.quantiles(values, n=1000, method="inclusive")[round(share * 1000) - 1]


def hostile(number, seed=3):
    """Return queries that nobody means well with; the same ones for the same number."""
    chance = random.Random(seed)
    pieces = [
        '"', "'", "(", ")", "[", "]", "{", "}", "*", "^", ":", "~", "+", "-", "|", "&", "!", "\\", "/", "%", "_", ";",
        "\x00", "\ud800", "\u202e", "\u200f", "\ufffe", " AND ", " OR ", " NOT ", "NEAR(", "title:", "t_scope:", "--",
        "<->", "' OR 1=1", "; DROP TABLE search_searchdoc", "committee", "roma", "é", "ß", "İ", "日本", "🎪", "а́", "٣",
        "<script>", "{{ 7*7 }}", "$where", "l:en", "f:1", " ", "\t", "a", "x" * 50,
    ]  # fmt: skip
    shapes = [
        lambda: "".join(chance.choices(pieces, k=chance.randint(1, 30))),
        lambda: "".join(chr(chance.randrange(1, 0x10FFFF)) for _place in range(chance.randint(1, 80))),
        lambda: " ".join(chance.choices(["roma", "committee", "a", "the", "xyzzy"], k=400)),
        lambda: chance.choice(pieces) * 5000,
        lambda: '"' + " ".join(chance.choices(["committee", "and", "of"], k=12)) + '"' * chance.randint(0, 3),
        lambda: " ".join(f"-{word}*" for word in chance.choices(["a", "com", "ro", "té"], k=chance.randint(1, 20))),
    ]
    return [chance.choice(shapes)() for _place in range(number)]


if __name__ == "__main__":
    sys.exit(main())
