"""How long a lookup in the translation memory takes, however much it holds.

    python -m bench.memory_scale [--entries 100000] [--lookups 100]

Fills a scratch database with generated sentences, then looks up sentences that are known, nearly known and unknown.
Prints one JSON object: entries, milliseconds of a lookup (median, 95th percentile, slowest), and how many of the nearly
known were found. Ends with an error where the 95th percentile is above 50 ms.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time

import django
from django.core.management import call_command

LIMIT_MS = 50
PAIR = ("en", "fr")
BATCH = 5000
WORDS = [
    "city",
    "region",
    "council",
    "mayor",
    "school",
    "housing",
    "work",
    "network",
    "alliance",
    "declaration",
    "partner",
    "children",
    "family",
    "meeting",
    "rights",
    "culture",
    "language",
    "history",
    "museum",
    "teacher",
    "bus",
    "paper",
    "river",
    "bridge",
    "quarter",
    "office",
    "street",
    "market",
    "book",
    "garden",
    "adopts",
    "opens",
    "visits",
    "supports",
    "signs",
    "reads",
    "asks",
    "invites",
    "returns",
    "finds",
    "keeps",
    "gives",
    "takes",
    "the",
    "a",
    "of",
    "in",
    "with",
    "for",
    "on",
    "and",
    "by",
    "to",
]


def sentence() -> str:
    """A sentence of eight to twenty random words."""
    return " ".join(random.choices(WORDS, k=random.randint(8, 20))).capitalize() + "."


def fill(number: int) -> list[str]:
    """Fill the memory; returns a sample of what it holds."""
    from_memory = []
    for start in range(0, number, BATCH):
        sentences = list({sentence() for _ in range(min(BATCH, number - start))})
        rows = [entry(text) for text in sentences]
        models().MemoryEntry.objects.bulk_create(rows, ignore_conflicts=True)
        hashes = [row.source_hash for row in rows]
        memory().add_marks(models().MemoryEntry.objects.filter(source_hash__in=hashes, marks=None))
        from_memory += random.sample(sentences, 20)
    return from_memory


def entry(text: str):
    """An entry that is not saved yet."""
    source_hash = memory().digest(text)
    return models().MemoryEntry(
        source_language=PAIR[0],
        target_language=PAIR[1],
        source_hash=source_hash,
        target_hash=source_hash,
        source_plain=text,
        source_text=text,
        target_text=f"fr {text}",
    )


def models():
    """The tables, once Django is set up."""
    return sys.modules["translations.models"]


def memory():
    """The memory, once Django is set up."""
    return sys.modules["translations.memory"]


def nearly(text: str) -> str:
    """The same sentence with one other word and a comma more."""
    words = text.split()
    words[len(words) // 2] = random.choice(WORDS)
    return ", ".join([" ".join(words[:3]), " ".join(words[3:])])


def measure(known: list[str], lookups: int) -> dict:
    """Look sentences up and take the time."""
    asked = [random.choice(known) for _ in range(lookups)]
    questions = asked + [nearly(text) for text in asked] + [sentence() for _ in range(lookups)]
    times, found = [], 0
    for number, question in enumerate(questions):
        began = time.perf_counter()
        matches = memory().matches(PAIR, question)
        times.append((time.perf_counter() - began) * 1000)
        if lookups <= number < 2 * lookups:
            found += any(match.entry.source_plain == asked[number - lookups] for match in matches)
    times.sort()
    return {
        "median_ms": round(statistics.median(times), 1),
        "p95_ms": round(times[int(len(times) * 0.95)], 1),
        "slowest_ms": round(times[-1], 1),
        "nearly_known_found": f"{found} of {lookups}",
    }


def main() -> int:
    """Fill, measure, print; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--lookups", type=int, default=100)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        os.environ["DATA_DIR"] = scratch
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alliance_cms.settings.test")
        django.setup()
        call_command("migrate", verbosity=0)
        __import__("translations.memory")
        known = fill(chosen.entries)
        figures = {"entries": models().MemoryEntry.objects.count(), **measure(known, chosen.lookups)}
        print(json.dumps(figures))
        return int(figures["p95_ms"] > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
