"""Cut the two typefaces of the site down to what it uses: fewer weights, fewer characters, one file a script.

    python tools/fonts/subset.py INPUTS [OUTPUTS [STYLESHEET]]

INPUTS holds the variable files of the npm packages @fontsource-variable/literata and @fontsource-variable/commissioner
(their `files` folders, `<family>-<script>-wght-normal.woff2`). OUTPUTS defaults to alliance_cms/static/fonts, STYLESHEET
to alliance_cms/static/css/fonts.css, whose unicode ranges name exactly the characters that the files hold.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = {"literata": (320, 400), "commissioner": (400, 600)}
FEATURES = {
    "literata": ["kern", "liga", "ccmp", "locl", "mark", "lnum"],
    "commissioner": ["kern", "ccmp", "locl", "mark", "tnum"],
}

PUNCTUATION = "\u2009\u200a\u2010\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2022\u2026\u202f"
SIGNS = "\u2032\u2033\u2039\u203a\u20ac\u2116\u2122\u2190\u2191\u2192\u2193\u2212"
# Letters beyond Latin-1 of the languages that the site speaks and of the towns it names on every page: they must not
# fetch a second file.
HOUSEHOLD = "ĂăĄąĆćČčĎďĐđĘęĚěĞğİıŁłŃńŇňŐőŒœŘřŚśŞşŠšŤťŮůŰűŸŹźŻżŽžȘșȚțẞ"

SCRIPTS = {
    "latin": [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, PUNCTUATION + SIGNS + HOUSEHOLD)],
    "latin-ext": [
        *range(0x100, 0x180),
        *(0x18F, 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1B7),
        *range(0x1C4, 0x1F6),
        *range(0x1F8, 0x220),
        *range(0x22A, 0x234),
        *(0x237, 0x259, 0x292, 0x2BB, 0x2BC, 0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD),
        *range(0x1E00, 0x1E9F),
        *(0x1EF2, 0x1EF3),
    ],
    "greek": [*range(0x370, 0x400), *range(0x1F00, 0x2000)],
    "cyrillic": [*range(0x400, 0x460), 0x462, 0x463, 0x46A, 0x46B, *range(0x490, 0x4FA)],
}
SOURCES = {
    "latin": ["latin", "latin-ext"],
    "latin-ext": ["latin-ext"],
    "greek": ["greek", "greek-ext"],
    "cyrillic": ["cyrillic", "cyrillic-ext"],
}


def narrowed(source: Path, family: str, characters: Iterable[int]) -> TTFont:
    """Return the font with only these characters and the family's weights.

    Args:
        source: a variable font file.
        family: key of WEIGHTS and FEATURES.
        characters: the code points to keep.
    """
    font = TTFont(source)
    options = Options()
    options.layout_features = FEATURES[family]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(characters))
    subsetter.subset(font)
    return instantiateVariableFont(font, {"wght": WEIGHTS[family]})


def ranges(characters: Iterable[int]) -> str:
    """Write code points as a CSS unicode-range.

    Args:
        characters: the code points.
    """
    runs: list[list[int]] = []
    for point in sorted(set(characters)):
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ", ".join(f"U+{low:04X}" if low == high else f"U+{low:04X}-{high:04X}" for low, high in runs)
