"""How fast stories of the former site are imported, and how much memory that takes.

    python bench/import_speed.py [--records 3000] [--languages en,fr,rom,de]

Imports generated records into the database of the settings, which must hold an empty tree (`manage.py seed --empty`),
then the same file again. Prints one JSON object: records a second by the clock and by CPU, peak memory in MiB.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = [
    "city", "region", "council", "mayor", "school", "housing", "work", "network", "alliance", "declaration",
    "partners", "children", "families", "meeting", "rights", "culture", "language", "history", "museum",
    "teacher", "bus", "papers", "river", "bridge", "quarter", "office", "street", "market", "book", "garden",
]  # fmt: skip
FIRST = 10_000
LIMIT = {"records_a_second": 10, "peak_mib": 300}


def sentence(length: int) -> str:
    """A sentence of random words."""
    return " ".join(random.choices(WORDS, k=length)).capitalize() + "."


def paragraph() -> str:
    """A paragraph of four sentences."""
    return "<p>" + " ".join(sentence(14) for _ in range(4)) + "</p>"


def told(number: int, language: str) -> dict:
    """One record with four paragraphs, a heading, a list of links and two quotations."""
    said = f"<p>“{sentence(12)}”, said Anna Novak (Austria, EPP/CCE).</p>"
    links = "".join(f'<li><a href="https://example.org/{place}">{sentence(3)}</a></li>' for place in range(3))
    body = paragraph() + said + f"<h3>{sentence(4)}</h3>" + paragraph() * 2 + said + paragraph() + f"<ul>{links}</ul>"
    return {
        "legacy_id": number,
        "language": language,
        "title": sentence(7)[:-1],
        "date": f"{random.randint(2011, 2023)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
        "kind": random.choice(["report", "statement", "call", "prize"]),
        "summary": sentence(18),
        "body_html": body,
        "image": "",
        "credit": "",
        "source_url": f"https://www.roma-alliance.org/{language}/page/{number}-story.html",
    }


def write(path: Path, records: int, languages: list[str]) -> None:
    """Write records, all languages of a number one after the other."""
    random.seed(57)
    with path.open("w", encoding="utf-8") as file:
        for place in range(records):
            number, language = FIRST + place // len(languages), languages[place % len(languages)]
            file.write(json.dumps(told(number, language)) + "\n")


def run(path: Path) -> dict:
    """Import the file in a process of its own and measure it."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, str(ROOT / "manage.py"), "import_news", str(path), "--report", os.devnull]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "sums": json.loads(done.stdout.splitlines()[-1]),
        "seconds": round(time.perf_counter() - began, 1),
        "cpu_seconds": round(cpu, 1),
        "peak_mib": round(after.ru_maxrss / 1024),
    }


def main() -> None:
    """Measure a first and a second run and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=3_000)
    parser.add_argument("--languages", default="en,fr,rom,de")
    options = parser.parse_args()
    records, languages = options.records, options.languages.split(",")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stories.jsonl"
        write(path, records, languages)
        first, second = run(path), run(path)
    figures = {
        "records": records,
        "languages": languages,
        "records_a_second": round(records / first["seconds"], 1),
        "records_a_cpu_second": round(records / first["cpu_seconds"], 1),
        "peak_mib": first["peak_mib"],
        "limits": LIMIT,
        "first": first,
        "second": second,
    }
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
