"""How long the terminology guard takes for 10,000 words: `python -m bench.guard_speed`.

Reads marked texts of tests/glossary/guard over and over, so that every tenth word or so is a finding; prints one
JSON object and ends with an error above the limit.
"""

import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path

import django

TEXTS = Path(__file__).parent.parent / "tests" / "glossary" / "guard" / "first"
WORDS = 10_000
LIMIT_MS = 200
ROUNDS = 5


def text_of(language: str) -> str:
    """A text of 10,000 words in a language."""
    lines = (TEXTS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    words = " ".join(json.loads(line)["text"] for line in lines).split()
    return " ".join((words * (WORDS // len(words) + 1))[:WORDS])


def measured(language: str) -> dict:
    """The figures of a language: CPU in milliseconds, the best of five rounds."""
    listed, engine = import_module("tests.glossary.guard.listed"), import_module("glossary.guard.engine")
    began = time.process_time()
    lexicon = listed.demo_lexicon(language)
    ready = time.process_time() - began
    text, taken, found = text_of(language), [], []
    for _round in range(ROUNDS):
        began = time.process_time()
        found = engine.find(text, lexicon)
        taken.append(time.process_time() - began)
    return {"ms": round(min(taken) * 1000, 1), "findings": len(found), "lexicon_ms": round(ready * 1000, 1)}


def main() -> int:
    """Measure all languages; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alliance_cms.settings.test")
    django.setup()
    figures = {language: measured(language) for language in ("en", "fr", "de", "ro", "hu")}
    print(json.dumps({"words": WORDS, "limit_ms": LIMIT_MS, **figures}, indent=2))
    return int(any(figure["ms"] > LIMIT_MS for figure in figures.values()))


if __name__ == "__main__":
    sys.exit(main())
