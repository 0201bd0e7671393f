"""The words of the demo content are set as careful printers set them."""

import re

import pytest

from tests.house.source import ROOT, name

FILES = sorted((ROOT / "seed" / "content").rglob("*.toml"))
# A form of the glossary is compared with what people type, so it is left as they type it.
SENTENCE = re.compile(r"^(?!form = ).*\S [;:!?](?=[\s\"”»)<]|$)", re.M)
QUOTED = re.compile(r"« | »")


@pytest.mark.parametrize("path", FILES, ids=name)
def test_firm_spaces_stand_before_french_marks(path):
    words = path.read_text(encoding="utf-8")
    assert SENTENCE.findall(words) + QUOTED.findall(words) == []
