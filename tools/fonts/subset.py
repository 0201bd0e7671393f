"""Cut the two typefaces of the site down to what it uses: fewer weights, fewer characters, one file a script.

    python tools/fonts/subset.py INPUTS

INPUTS holds the variable files of the npm packages @fontsource-variable/literata and @fontsource-variable/commissioner
(the content of their `files` folders: `<family>-<script>-wght-normal.woff2`) and their licences. Written are
alliance_cms/static/fonts/<family>-<script>.woff2 and alliance_cms/static/css/fonts.css, whose unicode ranges name
exactly the characters that the files hold. Needs fonttools and brotli.
"""

import copy
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[2] / "alliance_cms" / "static"
# One weight for headlines and quotations, a range for text: the axis of the serif costs as much as its outlines.
WEIGHTS = {"literata": 360, "commissioner": (400, 600)}
CSS_WEIGHTS = {"literata": "300 450", "commissioner": "400 600"}
FEATURES = {"literata": ["kern", "liga", "ccmp", "locl", "lnum"], "commissioner": ["kern", "ccmp", "locl", "tnum"]}
DROPPED = ["HVAR", "MVAR", "STAT", "VVAR", "vhea", "vmtx", "prep", "gasp", "DSIG"]
FLAVOUR = "woff2"
CLASSES = 2

PUNCTUATION = "\u2009\u200a\u2010\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2022\u2026\u202f"
SIGNS = "\u2039\u203a\u20ac\u2116\u2122\u2192\u2212"
# Letters beyond Latin-1 of the languages that the site speaks and of the towns it names on every page: they must not
# fetch a second file.
HOUSEHOLD = "ĂăĄąĆćČčĎďĐđĘęĞğİıŁłŃńŇňŐőŒœŚśŞşŠšŤťŰűŸŹźŻżŽžȘșȚțẞ"

# Signs of Latin-1 that this site never prints.
UNUSED = "¢¤¥¦¨¬¯³´¶¸¹¼½¾"

SCRIPTS = {
    "latin": [
        *range(0x20, 0x7F),
        *(set(range(0xA0, 0x100)) - set(map(ord, UNUSED))),
        *map(ord, PUNCTUATION + SIGNS + HOUSEHOLD),
    ],
    "latin-ext": [
        *(set(range(0x100, 0x180)) - set(map(ord, HOUSEHOLD))),
        *(0x18F, 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1B7),
        *range(0x1C4, 0x1F6),
        *(set(range(0x1F8, 0x220)) - set(map(ord, HOUSEHOLD))),
        *range(0x22A, 0x234),
        *(0x237, 0x259, 0x292, 0x2BB, 0x2BC, 0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD),
        *range(0x1E00, 0x1E9E),
        *(0x1EF2, 0x1EF3),
    ],
    "greek": [*range(0x370, 0x400)],
    "cyrillic": [*range(0x400, 0x460), 0x490, 0x491],
}


def graft(font: TTFont, donor: TTFont, characters: str) -> None:
    """Add characters of another file of the same family, with the kerning of their base letters.

    Args:
        font: takes the characters; has the base letters.
        donor: gives them; its glyph names are those of `font`.
        characters: what to add.
    """
    names = donor.getBestCmap()
    for character in characters:
        name = names.get(ord(character))
        if name is None:
            continue
        _copy_glyph(font, donor, name)
        for table in font["cmap"].tables:
            table.cmap[ord(character)] = name
        parts = donor["glyf"][name]
        if parts.isComposite():
            _kern_like(font, parts.components[0].glyphName, name)


def _copy_glyph(font: TTFont, donor: TTFont, name: str) -> None:
    if name in font["glyf"].glyphs:
        return
    glyph = copy.deepcopy(donor["glyf"][name])
    if glyph.isComposite():
        for part in glyph.components:
            _copy_glyph(font, donor, part.glyphName)
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    font["hmtx"].metrics[name] = donor["hmtx"].metrics[name]
    font["gvar"].variations[name] = copy.deepcopy(donor["gvar"].variations.get(name, []))


def _kern_like(font: TTFont, base: str, name: str) -> None:
    for pairs in _class_kerning(font):
        for classes in (pairs.ClassDef1.classDefs, pairs.ClassDef2.classDefs):
            if base in classes:
                classes[name] = classes[base]
        if base in pairs.Coverage.glyphs:
            pairs.Coverage.glyphs = sorted({*pairs.Coverage.glyphs, name}, key=font.getGlyphID)


def _class_kerning(font: TTFont) -> list:
    subtables = [table for lookup in font["GPOS"].table.LookupList.Lookup for table in lookup.SubTable]
    inner = [getattr(table, "ExtSubTable", table) for table in subtables]
    return [table for table in inner if type(table).__name__ == "PairPos" and table.Format == CLASSES]


def narrow(font: TTFont, family: str, characters: Iterable[int]) -> TTFont:
    """Return the font with only these characters and the family's weights.

    Args:
        font: a variable font.
        family: key of WEIGHTS and FEATURES.
        characters: the code points to keep.
    """
    options = Options()
    options.layout_features = FEATURES[family]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    options.drop_tables += DROPPED
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(characters))
    subsetter.subset(font)
    narrowed = instantiateVariableFont(font, {"wght": WEIGHTS[family]})
    narrowed.flavor = FLAVOUR
    return narrowed


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


def cut(inputs: Path, family: str, script: str) -> str:
    """Write one font file.

    Args:
        inputs: folder of the variable files.
        family: key of WEIGHTS.
        script: key of SCRIPTS.

    Returns:
        Its @font-face rule.
    """
    font = TTFont(inputs / f"{family}-{script}-wght-normal.woff2")
    font.ensureDecompiled()
    for table in DROPPED:
        if table in font:
            del font[table]
    if script == "latin":
        graft(font, TTFont(inputs / f"{family}-latin-ext-wght-normal.woff2"), HOUSEHOLD)
    font = narrow(font, family, SCRIPTS[script])
    target = ROOT / "fonts" / f"{family}-{script}.woff2"
    font.save(target)
    sys.stdout.write(f"{target.stat().st_size:7d}  {target.name}\n")
    return (
        f'  @font-face {{ font-family: {family.title()}; src: url("../fonts/{target.name}") format("woff2"); '
        f"font-weight: {CSS_WEIGHTS[family]}; font-display: swap; unicode-range: {ranges(font.getBestCmap())}; }}\n"
    )


def main(inputs: Path) -> None:
    """Write all font files and their style sheet.

    Args:
        inputs: folder of the variable files.
    """
    (ROOT / "fonts").mkdir(exist_ok=True)
    rules = "".join(cut(inputs, family, script) for family in WEIGHTS for script in SCRIPTS)
    note = "/* Written by tools/fonts/subset.py. */\n"
    (ROOT / "css" / "fonts.css").write_text(f"{note}@layer base {{\n{rules}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
