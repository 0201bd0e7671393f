"""Runs the measurements: `python -m bench [members] [--sizes 1000 100000] [--rounds 7] [--requests 8] [--keep]`.

`python -m bench import-members [--lines 10000]` measures the import of members.
"""

import os
import sys
import tempfile
from importlib import import_module

import django


def main():
    """Set the site up in a scratch directory, or in BENCH_DIR, and measure; returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        os.environ["DATA_DIR"] = os.environ.get("BENCH_DIR") or scratch
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alliance_cms.settings.test")
        django.setup()
        return _chosen(sys.argv[1:])


def _chosen(arguments):
    """Measure what the first word names, else stories."""
    named = {"members": "bench.member_scale", "import-members": "bench.member_import"}
    if arguments and arguments[0] in named:
        return import_module(named[arguments[0]]).main(arguments[1:])
    return import_module("bench.news_scale").main(arguments)


if __name__ == "__main__":
    sys.exit(main())
