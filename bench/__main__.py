"""Runs the measurements: `python -m bench [members] [--sizes 1000 100000] [--rounds 7] [--requests 8] [--keep]`."""

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
    """Measure members where that is the first word, else stories."""
    if arguments[:1] == ["members"]:
        return import_module("bench.member_scale").main(arguments[1:])
    return import_module("bench.news_scale").main(arguments)


if __name__ == "__main__":
    sys.exit(main())
