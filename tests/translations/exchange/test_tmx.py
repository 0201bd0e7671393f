"""The memory goes out as TMX and comes back, and memories of other tools come in."""

import pytest
from translate.storage import tmx as toolkit

from translations.exchange.tmx import Taking, write
from translations.memory import matches
from translations.models import MemoryEntry

from .test_hostile import HOSTILE

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "fr")
FOREIGN = """<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
srclang="EN-GB" datatype="plaintext"/><body>
<tu><tuv xml:lang="EN-GB"><seg>Roma <hi>take</hi> part &amp; decide</seg></tuv>
<tuv xml:lang="FR-FR"><seg>Les Roms participent &amp; décident</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Press <bpt i="1">&lt;cf bold="on"&gt;</bpt>here<ept i="1">&lt;/cf&gt;</ept></seg></tuv>
<tuv xml:lang="fr"><seg>Appuyez <bpt i="1">&lt;cf bold="on"&gt;</bpt>ici<ept i="1">&lt;/cf&gt;</ept></seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Only English</seg></tuv><tuv xml:lang="de"><seg>Nur Deutsch</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>&lt;script&gt;alert(1)&lt;/script&gt;</seg></tuv>
<tuv xml:lang="fr"><seg>&lt;script&gt;alerte&lt;/script&gt;</seg></tuv></tu>
</body></tmx>"""


def take(data, **choices):
    """Take a memory in; return its counts and the part."""
    part = Taking(LANGUAGES, None, "memory.tmx").take(data, **choices)
    outcomes = [line.outcome.value for line in part.lines]
    return {name: outcomes.count(name) for name in set(outcomes)}, part


def test_the_memory_comes_back_as_it_was(job):
    entries = MemoryEntry.objects.order_by("pk")
    before = list(entries.values_list("source_text", "target_text", "source_hash", "target_hash"))
    data = write(entries, LANGUAGES)
    assert take(data)[0] == {"unchanged": len(before)}
    entries.delete()
    assert take(data, dry_run=True)[0] == {"created": len(before)}
    assert not entries.exists()
    assert take(data)[0] == {"created": len(before)}
    assert list(entries.values_list("source_text", "target_text", "source_hash", "target_hash")) == before
    best = matches(LANGUAGES, 'See <a id="a1">our <b>list</b></a> & ask us')[0]
    assert "notre <b>liste</b></a>" in best.entry.target_text


def test_translate_toolkit_reads_it(job):
    file = toolkit.tmxfile.parsestring(write(MemoryEntry.objects.order_by("pk"), LANGUAGES))
    assert len(file.units) == MemoryEntry.objects.count() >= 3


@pytest.mark.usefixtures("db")
def test_memories_of_other_tools_come_in_without_their_codes():
    counts, _part = take(FOREIGN.encode())
    assert counts == {"created": 3, "refused": 1}
    found = dict(MemoryEntry.objects.values_list("source_text", "target_text"))
    assert found["Roma take part &amp; decide"] == "Les Roms participent &amp; décident"
    assert found["Press here"] == "Appuyez ici"
    assert matches(LANGUAGES, "Roma take part &amp; decide")[0].score == 100
    assert not MemoryEntry.objects.filter(target_text__contains="<script").exists()


@pytest.mark.usefixtures("db")
def test_hostile_files_are_refused():
    for data in HOSTILE.values():
        _counts, part = take(data)
        assert part.problem
    assert not MemoryEntry.objects.exists()
