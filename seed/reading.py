"""Reads the demo content: TOML files in seed/content."""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "content"
SOURCE = "en"


def table(name: str) -> dict[str, Any]:
    """Return the content of one file.

    Args:
        name: its name in seed/content, without the ending.

    Raises:
        FileNotFoundError: if there is no such file.
        tomllib.TOMLDecodeError: if it is not TOML.
    """
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def tables(folder: str) -> list[dict[str, Any]]:
    """Return the content of every file in a folder of seed/content, by name."""
    return [table(f"{folder}/{path.stem}") for path in sorted((FOLDER / folder).glob("*.toml"))]


def languages(entry: dict[str, Any], known: tuple[str, ...]) -> list[str]:
    """Return the languages other than the source in which an entry is written.

    Args:
        entry: an entry with one table for each language.
        known: the languages to look for.
    """
    return [code for code in known if code != SOURCE and isinstance(entry.get(code), dict)]
