"""What goes out comes back: byte by byte, in every format, from the tools of others too."""

import re

import pytest
from translate.storage import pypo, xliff, xliff2

from translations.exchange.exporting import FORMATS
from translations.models import SegmentHistory, State
from translations.segments import segments_of
from translations.writing import write_segment

from .conftest import LINKED, WORDS, export, forget, send, words_of, write

pytestmark = pytest.mark.django_db

NAMES = list(FORMATS)
UNTOUCHED = {"created": 0, "updated": 0, "unchanged": 4, "refused": 0, "warnings": 0}


def without_stamps(data):
    """Leave out what some tools drop: the mark by which the site knows what it had exported."""
    data = re.sub(rb' (extradata|alliance:exported)="[^"]*"', b"", data)
    return re.sub(rb"#\. exported: .*\n", b"", data)


@pytest.mark.parametrize("name", NAMES)
def test_an_untouched_file_changes_nothing(job, name):
    before, histories = words_of(job), SegmentHistory.objects.count()
    assert send(export(job, name)).counts == UNTOUCHED
    assert words_of(job) == before
    assert SegmentHistory.objects.count() == histories


@pytest.mark.parametrize("name", NAMES)
def test_every_state_comes_back_untouched(job, name, reviewer):
    for state in State:
        for segment, text in zip(segments_of(job), [*WORDS.values(), LINKED], strict=True):
            write_segment(job, segment, "" if state == State.NEW else text, state)
        before = words_of(job)
        assert {one for _text, one in before.values()} == {state}
        report = send(export(job, name), reviewer)
        assert report.counts == UNTOUCHED, state
        assert words_of(job) == before


@pytest.mark.parametrize("name", NAMES)
def test_words_come_in_byte_by_byte(job, name, translator):
    data, before = export(job, name), words_of(job)
    forget(job)
    report = send(without_stamps(data), translator)
    assert report.counts == {"created": 4, "updated": 0, "unchanged": 0, "refused": 0, "warnings": 0}
    assert words_of(job) == before


def test_a_file_does_not_undo_what_happened_since_it_was_made(job):
    data = export(job, "xliff12")
    write(job, title="Notre réseau", summary="Notre réseau et ce que nous faisons")
    later = data.replace(b"Qui nous sommes &amp;", "Qui nous étions &amp;".encode())
    report = send(later)
    assert [line.reasons for line in report.lines if line.outcome == "refused"] == [
        ("The words on the site have changed since the file was made; they stay as they are.",)
    ]
    newer = "The words on the site are newer; they stay."
    assert [line.reasons for line in report.lines if line.outcome == "unchanged" and line.reasons] == [(newer,)]
    assert words_of(job)["title"][0] == "Notre réseau"
    assert words_of(job)["summary"][0] == "Notre réseau et ce que nous faisons"


# Tools


def opened(kind, data):
    """Open a file with translate-toolkit and translate its summary, as a CAT tool does."""
    store = {"xliff20": xliff2.Xliff2File, "po": pypo.pofile}.get(kind, xliff.Xliff1File)
    file = store.parsestring(data)
    units = [unit for unit in file.units if not unit.isheader()]
    assert len(units) == 4
    unit = next(unit for unit in units if "what we do" in str(unit.source))
    return file, unit


@pytest.mark.parametrize("name", NAMES)
def test_translate_toolkit_changes_a_file_that_comes_back_clean(job, name):
    before = words_of(job)
    file, unit = opened(name, export(job, name))
    unit.target = "Nous & notre travail" if name != "po" else "Nous &amp; notre travail"
    report = send(bytes(file))
    assert report.counts["updated"] == 1
    assert report.counts["unchanged"] == 3
    assert report.counts["refused"] == 0
    assert words_of(job) == before | {"summary": ("Nous &amp; notre travail", State.TRANSLATED)}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_tool_marks_as_unclear_needs_review(job, name):
    file, unit = opened(name, export(job, name))
    unit.target = "Nous & notre travail" if name != "po" else "Nous &amp; notre travail"
    unit.markfuzzy(True)
    report = send(bytes(file))
    assert (report.counts["updated"], report.review) == (1, 1)
    assert words_of(job)["summary"] == ("Nous &amp; notre travail", State.FUZZY)


@pytest.mark.parametrize(
    "state", ["new", "needs-translation", "needs-adaptation", "needs-l10n", "needs-review-translation", "x-own"]
)
def test_states_of_xliff_that_ask_for_more_need_review(job, state):
    data = export(job, "xliff12").replace(b'state="translated"', f'state="{state}"'.encode())
    report = send(data)
    assert (report.counts["updated"], report.review) == (4, 4)
    assert {one for _text, one in words_of(job).values()} == {State.FUZZY}


@pytest.mark.parametrize("said", [b'state="initial"', b'state="odd"'])
def test_states_of_xliff_2_that_ask_for_more_need_review(job, said):
    data = export(job, "xliff20").replace(b'state="translated"', said)
    send(data)
    assert {one for _text, one in words_of(job).values()} == {State.FUZZY}


def test_a_file_without_states_is_taken_as_translated(page, job):
    forget(job)
    data = export(job, "xliff12").replace(
        b"what we do</source>", b"what we do</source><target>Nous et le travail</target>"
    )
    assert send(data).counts["created"] == 1
    assert words_of(job)["summary"] == ("Nous et le travail", State.TRANSLATED)


def test_tools_that_need_a_target_get_the_source_which_is_no_translation(job):
    forget(job)
    data = export(job, "omegat")
    assert data.count(b"</target>") == 4
    assert send(data).counts == UNTOUCHED
    translated = data.replace(b'<target xml:lang="fr">Who we are &amp; what we do<', b"<target>Nous et le travail<")
    assert send(translated).counts["created"] == 1
    assert words_of(job)["summary"] == ("Nous et le travail", State.TRANSLATED)


def test_reviewers_confirm_in_their_tool_what_others_wrote(job, translator, reviewer):
    write(job, user=translator, title="Notre réseau")
    data = export(job, "xliff12").replace(b'<target state="translated"', b'<target state="signed-off"')
    send(data, translator)
    assert words_of(job)["title"][1] == State.TRANSLATED
    send(data, reviewer)
    assert words_of(job)["title"][1] == State.REVIEWED


def test_tags_may_change_their_order(job):
    source = b'<g id="1" ctype="link">notre <g id="2" ctype="bold">liste</g></g>'
    data = export(job, "xliff12")
    moved = data.replace(source, b"X").replace(
        b'<g id="3" ctype="italic">demander</g>', b'<g id="3" ctype="italic">demander</g> ' + source
    )
    assert send(moved.replace(b"Voir X &amp;", b"Voir &amp;")).counts["updated"] == 1
    expected = 'Voir &amp; nous <i>demander</i> <a id="a1">notre <b>liste</b></a>.<br/>Bientôt.'
    assert words_of(job)["body"] == (expected, State.TRANSLATED)


def test_units_may_change_their_order_and_carry_marks_of_tools(job):
    data = export(job, "xliff12").decode()
    units = re.findall(r"<trans-unit.*?</trans-unit>", data, re.DOTALL)
    start, end = data.index(units[0]), data.index(units[-1]) + len(units[-1])
    marked = [unit.replace("Voir", '<mrk mtype="seg" mid="1">Voir</mrk>') for unit in reversed(units)]
    grouped = data[:start] + "<group>" + "".join(marked) + "</group>" + data[end:]
    assert send(grouped.encode()).counts == UNTOUCHED


def test_pairs_that_a_tool_took_apart_and_segments_that_it_cut_come_together(job):
    data = export(job, "xliff20").decode()
    target = re.search(r'<target xml:space="preserve">(Voir .*?)</target>', data)[1]
    split = re.sub(r'<pc id="3"[^>]*>(.*?)</pc>', r'<sc id="3"/>\1<ec startRef="3"/>', target)
    first, second = split.split("Bientôt")
    source = re.search(r'<source xml:space="preserve">(See .*?)</source>', data)[1]
    before, after = source.split("Soon")
    cut = (
        f'<segment state="translated"><source>{before}</source><target order="1">{first}</target></segment>'
        f'<segment state="translated"><source>Soon{after}</source><target order="2">Bientôt{second}</target></segment>'
    )
    data = re.sub(r"<segment [^>]*>\s*<source[^>]*>See .*?</segment>", lambda _found: cut, data, flags=re.DOTALL)
    assert send(data.encode()).counts == UNTOUCHED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("name", NAMES)
def test_other_encodings_are_read(job, name, encoding):
    text = export(job, name).decode()
    said = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "windows-1252": "windows-1252"}[encoding]
    text = text.replace("encoding='UTF-8'", f"encoding='{said}'").replace("charset=UTF-8", f"charset={said}")
    assert send(text.encode(encoding)).counts == UNTOUCHED
