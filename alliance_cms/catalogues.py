"""Interface words: collected from the tree, kept in locale/<language>/LC_MESSAGES/django.po, compiled beside it.

Everything is done by Babel, so that no machine needs the GNU gettext programs.
"""

import datetime
import os
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

# Plural rules as the GNU gettext manual gives them; Romani follows its usual two forms.
GERMANIC = "nplurals=2; plural=(n != 1);"
SLAVIC = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
PLURALS = {
    "fr": "nplurals=2; plural=(n > 1);",
    "tr": "nplurals=2; plural=(n > 1);",
    "ro": "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);",
    "sk": "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;",
    "uk": SLAVIC,
    "sr": SLAVIC,
}

# Babel writes a time into the header of a .mo; a fixed one, so that the same words always give the same file.
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def empty(language: str) -> bytes:
    """Return the text of a .po file that has no words yet."""
    lines = [
        "Project-Id-Version: alliance-cms",
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {PLURALS.get(language, GERMANIC)}",
    ]
    return ('msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines)).encode()


def read(path: Path) -> Catalog:
    """Return the catalogue in a .po file, or an empty one for its language where the file is missing.

    Args:
        path: a file locale/<language>/LC_MESSAGES/django.po.

    Raises:
        ValueError: if the file is not a catalogue.
    """
    return read_po(BytesIO(path.read_bytes() if path.exists() else empty(path.parts[-3])))


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it; unclear (fuzzy) entries are left out."""
    catalogue.creation_date = EPOCH
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
    content = compiled(read(path))
    if target.exists() and target.read_bytes() == content:
        return False
    draft = target.with_suffix(f".{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(target)
    return True
