"""What a list of 10,000 authorities costs: checking it, importing it, and taking it back; on an empty scratch site.

    python -m bench import-members [--lines 10000]

Prints CPU seconds and peak memory, and ends with an error where a limit is not met.
"""

import argparse
import csv
import io
import resource
import time

from django.core.management import call_command

from bench.members import COUNTRIES
from membership.import_records import MemberImport
from membership.imports.running import dry_run, run_import
from membership.imports.undoing import undo_import
from membership.models import MemberPage

__all__ = ["main"]

HEADER = ("name", "country", "kind", "lat", "lon", "state", "date", "number")
# CPU seconds for each thousand lines, and MiB.
LIMITS = {"checked": 6, "imported": 60, "taken back": 40}
MEMORY = 700


def main(arguments):
    """Measure and print.

    Args:
        arguments: of the command line.

    Returns:
        0, or 1 where a limit is not met.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=10_000)
    count = parser.parse_args(arguments).lines
    call_command("migrate", verbosity=0)
    call_command("seed", "--empty", verbosity=0)
    content = _list(count)
    run = MemberImport(name="list.csv", content=content)
    spent = {
        "checked": _seconds(lambda: dry_run(content)),
        "imported": _seconds(lambda: run_import(run)),
        "taken back": _seconds(lambda: undo_import(run)),
    }
    if MemberPage.objects.exists():
        raise RuntimeError("The import was not taken back as a whole.")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for step, seconds in spent.items():
        print(f"{count} lines {step}: {seconds:.1f} s of CPU, at most {LIMITS[step] * count / 1000:.0f}")
    print(f"peak memory: {peak} MiB, at most {MEMORY}")
    slow = [step for step, seconds in spent.items() if seconds > LIMITS[step] * count / 1000]
    return 1 if slow or peak > MEMORY else 0


def _seconds(act):
    began = time.process_time()
    act()
    return time.process_time() - began


def _list(count):
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(HEADER)
    for place in range(count):
        lat, lon = 36 + place * 7.31 % 30, -9 + place * 11.17 % 45
        name, country = f"Place {place} of many", COUNTRIES[place % len(COUNTRIES)]
        state = ("participant", "signatory")[place % 2]
        writer.writerow([name, country, "city", f"{lat:.4f}", f"{lon:.4f}", state, "2015-06", place])
    return stream.getvalue().encode()
