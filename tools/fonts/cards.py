"""Join the site's typefaces into the three files that common/cards draws with: one file a weight, for every script.

    python tools/fonts/cards.py

Reads alliance_cms/static/fonts, writes common/cards/fonts. Needs fonttools and brotli; run it after subset.py.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[2]
SOURCE, TARGET = ROOT / "alliance_cms" / "static" / "fonts", ROOT / "common" / "cards" / "fonts"
FACES = {
    "literata.ttf": ("literata", None),
    "commissioner.ttf": ("commissioner", 400),
    "commissioner-semibold.ttf": ("commissioner", 600),
}
SCRIPTS = ("latin", "latin-ext", "greek", "cyrillic")
# Their numbering differs between the files; the kerning in GPOS is what a headline needs.
DROPPED = ("GDEF", "GSUB")


def plain(family: str, script: str, weight: int | None) -> TTFont:
    """Open one file of the site as an uncompressed font of one weight.

    Args:
        family: "literata" or "commissioner".
        script: one of SCRIPTS.
        weight: the weight to fix; None where the file has only one.
    """
    font = TTFont(SOURCE / f"{family}-{script}.woff2")
    font.flavor = None
    if weight:
        font = instantiateVariableFont(font, {"wght": weight})
    for table in DROPPED:
        if table in font:
            del font[table]
    return font


def main() -> None:
    """Write the font files and their licences."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, (family, weight) in FACES.items():
            parts = []
            for script in SCRIPTS:
                parts.append(str(Path(folder) / f"{name}-{script}.ttf"))
                plain(family, script, weight).save(parts[-1])
            Merger().merge(parts).save(TARGET / name)
            sys.stdout.write(f"{(TARGET / name).stat().st_size:7d}  {name}\n")
    for licence in SOURCE.glob("LICENSE-*.txt"):
        shutil.copy(licence, TARGET / licence.name)


if __name__ == "__main__":
    main()
