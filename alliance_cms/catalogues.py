"""Interface words: collected from the tree, kept in locale/<language>/LC_MESSAGES/django.po, compiled beside it.

Everything is done by Babel, so that no machine needs the GNU gettext programs.
"""

import os
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PLURALS = {"rom": "nplurals=2; plural=(n != 1);"}


def read(path: Path, language: str) -> Catalog:
    """Return the catalogue in a .po file.

    Args:
        path: the file.
        language: its language code; Babel need not know it.

    Raises:
        ValueError: if the file is not a catalogue.
    """
    with path.open("rb") as file:
        return read_po(file, locale=None if language in PLURALS else language)


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it; unclear (fuzzy) entries are left out."""
    out = BytesIO()
    write_mo(out, catalogue, use_fuzzy=False)
    return out.getvalue()


def compile_catalogue(path: Path) -> bool:
    """Write the .mo beside a .po file where it differs; the file is replaced at once, never half-written.

    Args:
        path: a file locale/<language>/LC_MESSAGES/django.po.

    Returns:
        Whether the .mo changed.
    """
    target = path.with_suffix(".mo")
    content = compiled(read(path, path.parts[-3]))
    if target.exists() and target.read_bytes() == content:
        return False
    draft = target.with_suffix(f".{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(target)
    return True
