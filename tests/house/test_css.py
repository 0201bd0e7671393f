"""Style sheets: every rule in a layer, colours from tokens that can be read, no physical sides, no force."""

import re
from pathlib import Path

import pytest

from tests.house.source import ROOMS, ROOT, name

LAYERS = ("reset", "tokens", "base", "layout", "components", "blocks", "utilities")
FORCE_ALLOWED = ("utilities.css", "print.css")
ADMIN = "admin"
SHEETS = [path for room in ROOMS for path in sorted((ROOT / room).glob("static/**/*.css")) if ADMIN not in path.parts]
TOKENS = ROOT / "alliance_cms/static/css/tokens.css"
ORDER = ROOT / "alliance_cms/static/css/order.txt"

PHYSICAL = re.compile(
    r"^(?:width|height|(?:min|max)-(?:width|height)|top|right|bottom|left|float"
    r"|(?:margin|padding|scroll-margin|scroll-padding)-(?:top|right|bottom|left)"
    r"|border-(?:top|right|bottom|left)(?:-(?:width|style|color))?"
    r"|border-(?:top|bottom)-(?:left|right)-radius|overflow-[xy])$"
)
PHYSICAL_VALUE = re.compile(r"^(?:left|right)$")
ALIGNED = ("text-align", "caption-side", "clear", "justify-content", "justify-self")
NAMED = "aqua|black|blue|fuchsia|gray|green|grey|lime|maroon|navy|olive|orange|purple|red|silver|teal|white|yellow"
RAW_COLOUR = re.compile(
    rf"#[0-9a-f]{{3,8}}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|(?<![\w-])(?:{NAMED})(?![\w-])", re.I
)
COMMENT = re.compile(r"/\*.*?\*/", re.S)
TEXT = re.compile(r"\"[^\"]*\"|url\([^)]*\)")


def text(path: Path) -> str:
    """Return a style sheet without its comments."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def top_level(css: str) -> list[str]:
    """Return what stands outside every brace: the heads of blocks and the statements."""
    previous = None
    while css != previous:
        previous, css = css, re.sub(r"\{[^{}]*\}", "\0", css)
    assert "{" not in css, "braces do not match"
    assert "}" not in css, "braces do not match"
    return [head.strip() for head in re.findall(r"[^;\0]+;?", css) if head.strip()]


def declarations(path: Path) -> list[tuple[str, str]]:
    """Return every property with its value."""
    found = re.findall(r"(?<=[{;}])\s*([-\w]+)\s*:\s*([^{};]+)(?=[;}])", TEXT.sub("_", text(path)))
    return [(prop.lower(), value.strip()) for prop, value in found]


@pytest.mark.parametrize("path", SHEETS, ids=name)
def test_every_rule_is_in_a_layer(path):
    statement = f"@layer {', '.join(LAYERS)};"
    heads = [head for head in top_level(text(path)) if not (path == TOKENS and head == statement)]
    assert heads, "an empty style sheet"
    assert [head for head in heads if head.removeprefix("@layer ") not in LAYERS] == []


@pytest.mark.parametrize("path", SHEETS, ids=name)
def test_no_property_names_a_physical_side(path):
    wrong = [prop for prop, _value in declarations(path) if PHYSICAL.match(prop)]
    wrong += [
        f"{prop}: {value}" for prop, value in declarations(path) if prop in ALIGNED and PHYSICAL_VALUE.match(value)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", [path for path in SHEETS if path != TOKENS], ids=name)
def test_colours_come_from_tokens(path):
    raw = [
        f"{prop}: {value}"
        for prop, value in declarations(path)
        if RAW_COLOUR.search(value)
        and not (path.name == "print.css" and prop.startswith("--"))
        and prop not in {"font-family", "font", "grid-area", "grid-template-areas", "animation-name", "white-space"}
    ]
    assert [
        line
        for line in raw
        if "color-mix(in oklab, var(--" not in line and "color-mix(in oklab, currentColor" not in line
    ] == []


@pytest.mark.parametrize("path", SHEETS, ids=name)
def test_force_is_only_for_utilities(path):
    if path.name not in FORCE_ALLOWED:
        assert "!important" not in text(path)


@pytest.mark.parametrize("path", SHEETS, ids=name)
def test_every_token_that_is_used_exists(path):
    every = "".join(text(sheet) for sheet in SHEETS)
    defined = set(re.findall(r"(--[-\w]+)\s*:", every))
    used = set(re.findall(r"var\((--[-\w]+)\)", text(path)))
    assert used - defined == set()


def test_the_list_of_sheets_names_every_sheet():
    patterns = ORDER.read_text(encoding="utf-8").split()
    static = [path.relative_to(path.parents[path.parts[::-1].index("static") - 1]) for path in SHEETS]
    forgotten = [str(path) for path in static if not any(path.match(pattern) for pattern in patterns)]
    assert forgotten == []


def test_unused_tokens_are_thrown_away():
    every = "".join(text(sheet) for sheet in SHEETS)
    tokens = set(re.findall(r"(--[-\w]+)\s*:", text(TOKENS)))
    assert {token for token in tokens if f"var({token}" not in every} == set()


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb, as WCAG counts it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


SCHEMES = {"light": 0, "dark": 1}
GROUNDS = ("paper", "raised", "sunk")
PAIRS = [
    *(("ink", ground, 7) for ground in (*GROUNDS, "sky-tint", "earth-tint", "wheel-tint", "mark")),
    *(("ink-soft", ground, 4.5) for ground in (*GROUNDS, "sky-tint", "wheel-tint", "earth-tint")),
    *(("sky", ground, 4.5) for ground in (*GROUNDS, "sky-tint", "wheel-tint", "earth-tint")),
    *(("sky-deep", ground, 4.5) for ground in (*GROUNDS, "sky-tint")),
    *(("visited", ground, 4.5) for ground in (*GROUNDS, "sky-tint")),
    *(("earth", ground, 4.5) for ground in (*GROUNDS, "earth-tint", "sky-tint")),
    *(("wheel", ground, 4.5) for ground in (*GROUNDS, "wheel-tint")),
    ("on-sky", "sky", 7),
    ("on-sky", "sky-deep", 7),
    ("on-night", "night", 7),
    ("on-night-soft", "night", 7),
    *(("rule-strong", ground, 3) for ground in GROUNDS),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_colours_can_be_read(ink, ground, least, scheme):
    found = dict(re.findall(r"--([-\w]+):\s*light-dark\((#\w{6}, #\w{6})\)", text(TOKENS)))
    pair = [found[token].split(", ")[SCHEMES[scheme]] for token in (ink, ground)]
    assert contrast(*pair) >= least


def test_no_class_is_dressed_by_two_rooms():
    """The sheets of all rooms are one file in the end: a name that two of them use for different things is a clash."""
    dressed: dict[str, set[str]] = {}
    for path in SHEETS:
        room = path.relative_to(ROOT).parts[0]
        if room not in {"alliance_cms", "common", "blocks"}:
            for name_of_class in re.findall(r"(?:^|[{};,])\s*\.([a-z][\w-]*)", text(path), re.M):
                dressed.setdefault(name_of_class, set()).add(room)
    assert {one: sorted(rooms) for one, rooms in dressed.items() if len(rooms) > 1} == {}
