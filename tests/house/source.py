"""The tree of source files, as the house's own tests read it."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = (
    "alliance_cms",
    "seed",
    "home",
    "search",
    "applications",
    "news",
    "membership",
    "glossary",
    "people",
    "navigation",
    "translations",
    "blocks",
    "library",
    "accounts",
    "common",
)
FLOORS = (
    {"alliance_cms"},
    {"seed"},
    {"home", "search", "applications"},
    {"news"},
    {"membership"},
    {"glossary", "people", "navigation", "translations"},
    {"blocks"},
    {"library", "accounts", "common"},
)


def floor(room: str) -> int:
    """Return the height of a room: 0 is the ground."""
    return next(len(FLOORS) - 1 - place for place, rooms in enumerate(FLOORS) if room in rooms)


def modules():
    """Yield every module of the site, without migrations and tests."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def templates():
    """Yield every template of the site."""
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("templates/**/*.html"))


def tree(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    """Return a path as seen from the root of the checkout."""
    return path.relative_to(ROOT).as_posix()
