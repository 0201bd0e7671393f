"""How long a lookup in the translation memory takes, however much it holds, beside comparing with every sentence.

    python -m bench.memory_scale [--entries 100000] [--lookups 100]

Fills a scratch database with generated sentences, then looks up sentences that are known, nearly known and unknown.
`DATABASE_URL` names a PostgreSQL server (a database `bench_memory` is made and removed there); else it is SQLite. The
reference is rapidfuzz, which compares the same sentence with all others in memory, in turns with the lookups, so that a
busy machine slows both. Prints one JSON object: entries, milliseconds of a lookup (median, 95th percentile, slowest),
the median of the reference and the ratio to it, and how many of the nearly known were found, and of what the reference
finds at 75 and above. Ends with an error where the 95th percentile is above 50 ms. The time of the reference grows with
the entries, that of a lookup hardly does.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from importlib import import_module

import django
from django.core.management import call_command
from rapidfuzz import fuzz, process, utils

LIMIT_MS = 50
GOOD = 75
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


def reference(question: str, folded: list[str]) -> bool:
    """Whether any sentence is as alike as a good match, found by comparing with all."""
    return process.extractOne(utils.default_process(question), folded, scorer=fuzz.ratio, score_cutoff=GOOD) is not None


def timed(call, *arguments) -> tuple[float, object]:
    """Milliseconds of a call, and its answer."""
    began = time.perf_counter()
    answer = call(*arguments)
    return (time.perf_counter() - began) * 1000, answer


def measure(known: list[str], lookups: int) -> dict:
    """Look sentences up, in turns with the reference, and take the time."""
    asked = [random.choice(known) for _ in range(lookups)]
    questions = asked + [nearly(text) for text in asked] + [sentence() for _ in range(lookups)]
    folded = [
        utils.default_process(text) for text in models().MemoryEntry.objects.values_list("source_plain", flat=True)
    ]
    times, slow, found, good, both = [], [], 0, 0, 0
    for number, question in enumerate(questions):
        taken, matches = timed(memory().matches, PAIR, question)
        times.append(taken)
        taken, has_good = timed(reference, question, folded)
        slow.append(taken)
        good, both = good + has_good, both + (has_good and any(one.score >= GOOD for one in matches))
        if lookups <= number < 2 * lookups:
            found += any(match.entry.source_plain == asked[number - lookups] for match in matches)
    return figures(times, slow) | {"nearly_known_found": f"{found} of {lookups}", "good_found": f"{both} of {good}"}


def figures(times: list[float], slow: list[float]) -> dict:
    """The figures of the lookups and of the reference."""
    times.sort()
    median, against = statistics.median(times), statistics.median(slow)
    return {
        "median_ms": round(median, 1),
        "p95_ms": round(times[int(len(times) * 0.95)], 1),
        "slowest_ms": round(times[-1], 1),
        "reference_median_ms": round(against, 1),
        "ratio": round(median / against, 2),
    }


def measured(chosen, scratch: str) -> dict:
    """Make the database, fill it, measure."""
    databases, connection = sys.modules["bench.databases"], sys.modules["django.db"].connection
    name = "bench_memory" if connection.vendor == databases.POSTGRESQL else f"{scratch}/memory.sqlite3"
    databases.create(name)
    databases.use(name)
    call_command("migrate", verbosity=0, interactive=False)
    known = fill(chosen.entries)
    with connection.cursor() as cursor:
        # PostgreSQL does both by itself after a while.
        cursor.execute("VACUUM ANALYZE" if connection.vendor == databases.POSTGRESQL else "ANALYZE")
    found = {"database": connection.vendor, "entries": models().MemoryEntry.objects.count()}
    found |= measure(known, chosen.lookups)
    databases.drop(name)
    return found


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
        for name in ("translations.memory", "bench.databases"):
            import_module(name)
        found = measured(chosen, scratch)
        print(json.dumps(found))
        return int(found["p95_ms"] > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
