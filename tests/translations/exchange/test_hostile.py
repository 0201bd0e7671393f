"""What does not fit, or is made to do harm, is refused in words and changes nothing."""

import re
import zipfile
from io import BytesIO

import pytest
from wagtail_localize.models import StringTranslation

from seed.factories.pages import make_page
from tests.translations.conftest import start
from translations.exchange.exporting import FORMATS, kit_of
from translations.exchange.problems import UnreadableFileError
from translations.exchange.reading import LARGEST, check_size
from translations.models import MemoryEntry, SegmentHistory, State
from translations.writing import write_segment

from .conftest import export, send, words_of

pytestmark = pytest.mark.django_db

XLIFF = ["xliff12", "xliff20"]
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    '<xliff version="1.2"><file original="&c;"/></xliff>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<xliff version="1.2"><file original="x"><body><trans-unit id="1"><source>&x;</source></trans-unit></body></file>'
    "</xliff>"
)
HOSTILE = {
    "laughs": LAUGHS.encode(),
    "laughs in other clothes": LAUGHS.replace("?>", " encoding='utf-16'?>", 1).encode("utf-16"),
    "outside": OUTSIDE.encode(),
    "document type": b'<!DOCTYPE xliff SYSTEM "http://example.org/x.dtd"><xliff version="1.2"/>',
    "parameter entity": b'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.org/p">%p;]><xliff version="1.2"/>',
    "not closed": b'<xliff version="1.2"><file>',
    "other xml": b"<html><body>Hello</body></html>",
    "other version": b'<xliff version="9"/>',
    "no version": b"<xliff/>",
    "nothing in it": b'<xliff version="1.2"></xliff>',
    "deep": b'<xliff version="1.2"><file><body>' + b"<g>" * 100_000 + b"</g>" * 100_000 + b"</body></file></xliff>",
    "wide": b'<xliff version="1.2"><file><body>' + b"<g/>" * 700_000 + b"</body></file></xliff>",
    "po of one long text": b'msgid ""\nmsgstr ""\n' + b'"a"\n' * 200_000,
    "po of comments": b"#. a\n" * 200_000 + b'msgid "a"\nmsgstr "b"\n',
    "po of many entries": b'\n\nmsgid "a"\nmsgstr "b"' * 60_000,
    "po with nul": b'msgid ""\nmsgstr ""\n\nmsgctxt "a\0"\nmsgid "b\0"\nmsgstr "c"\n',
    "unknown encoding": b'<?xml version="1.0" encoding="klingon"?><xliff version="1.2"/>',
    "wrong encoding": b'<?xml version="1.0" encoding="UTF-8"?><xliff version="1.2" x="\xff\xfe"/>',
    "empty": b"",
    "blank": b"  \n ",
    "bytes": bytes(range(256)),
    "nul": b"\0" * 64,
    "a path": b"/etc/passwd",
    "a path on two lines": b"/etc/passwd\nmsgid",
    "broken po": b'msgid "a\nmsgstr "b"\n',
    "po in a wrong encoding": b'msgid ""\nmsgstr "charset=UTF-8"\n\nmsgid "\xff"\nmsgstr "b"\n',
    "po in no encoding": b'msgid ""\nmsgstr "charset=hex"\n\nmsgid "\xff"\nmsgstr "b"\n',
    "broken zip": b"PK\x03\x04" + b"x" * 100,
    "empty zip": b"PK\x05\x06" + b"\0" * 18,
}


@pytest.fixture
def unchanged(job):
    """Whatever is sent, nothing that is written changes."""
    before = list(StringTranslation.objects.order_by("pk").values())
    histories = SegmentHistory.objects.count()
    yield
    assert list(StringTranslation.objects.order_by("pk").values()) == before
    assert SegmentHistory.objects.count() == histories


@pytest.mark.usefixtures("unchanged")
def test_hostile_files_are_refused_in_words():
    for name, data in HOSTILE.items():
        report = send(data)
        nothing = {"created": 0, "updated": 0, "unchanged": 0, "refused": 1, "warnings": 0}
        assert (name, report.counts) == (name, nothing)
        (part,) = report.parts
        assert part.problem.endswith(".") or ":" in part.problem
        assert "root:" not in part.problem


def test_large_files_are_refused_before_they_are_read():
    with pytest.raises(UnreadableFileError, match="larger than 10 MB"):
        check_size(LARGEST + 1)


def changed(data, *pairs):
    """The file with some words replaced; each of them stands in it."""
    text = data.decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


def refused(report):
    """The reasons of what was refused, as a whole or one by one."""
    return [part.problem for part in report.parts if part.problem] + [
        reason for line in report.lines if line.outcome == "refused" for reason in line.reasons
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.usefixtures("unchanged")
def test_a_file_of_no_translation_here_is_refused(job, name):
    other = "00000000-0000-4000-8000-000000000000"
    assert "no translation" in refused(send(changed(export(job, name), (str(job.uuid), other))))[0]
    assert refused(send(changed(export(job, name), (str(job.uuid), "nonsense"))))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.usefixtures("unchanged")
def test_a_file_of_another_page_is_refused(job, trees, name):
    other = start(make_page(trees.home, "Other"), trees.locale("fr"))
    assert "another page or language" in refused(send(export(other, name), expected=job))[0]


@pytest.mark.parametrize("name", XLIFF)
@pytest.mark.usefixtures("unchanged")
def test_segments_of_another_page_are_refused_one_by_one(job, trees, name):
    other = start(make_page(trees.home, "Other"), trees.locale("fr"))
    report = send(changed(export(job, name), (str(job.uuid), str(other.uuid))))
    assert report.counts["refused"] == 4
    reasons = [line.reasons[0] for line in report.lines]
    assert {"The source has changed" in one or "no such segment" in one for one in reasons} == {True}


@pytest.mark.usefixtures("unchanged")
def test_another_language_is_refused(job):
    for name, old, new in (
        ("xliff12", 'target-language="fr"', 'target-language="de"'),
        ("xliff12", 'source-language="en"', 'source-language="ro"'),
        ("xliff20", 'trgLang="fr"', 'trgLang="de-AT"'),
        ("xliff20", 'srcLang="en"', 'srcLang="fr"'),
        ("po", "Language: fr", "Language: de"),
    ):
        assert "not" in refused(send(changed(export(job, name), (old, new))))[0]


def test_regional_tags_of_tools_are_the_same_language(job):
    data = changed(export(job, "xliff20"), ('trgLang="fr"', 'trgLang="fr-BE"'), ('srcLang="en"', 'srcLang="en-GB"'))
    assert send(data).counts["unchanged"] == 4


@pytest.mark.usefixtures("unchanged")
def test_a_changed_source_in_the_file_is_refused(job):
    for name in XLIFF:
        reasons = refused(send(changed(export(job, name), ("we do</source>", "we did</source>"), ("ce que", "ceux"))))
        assert reasons == ["The source in the file is not the source of this segment."]
    reasons = refused(send(changed(export(job, "po"), ("what we do", "what we did"))))
    assert reasons == ["The source has changed since the file was made."]


@pytest.mark.parametrize("name", FORMATS)
def test_a_source_that_changed_on_the_page_is_refused_and_the_rest_is_taken(page, job, name):
    data = changed(export(job, name), ("Qui nous sommes &amp;", "Nous &amp;"), ("Bientôt", "Très bientôt"))
    page.summary = "Who we were"
    page.save_revision().publish()
    job.source.update_from_db()
    MemoryEntry.objects.all().delete()
    report = send(data)
    assert refused(report) == [
        "The source has changed since the file was made.",
        "The words are kept in the memory and offered where it is translated.",
    ]
    assert report.counts["updated"] == 1
    kept = MemoryEntry.objects.get(source_plain="Who we are & what we do")
    assert kept.target_text == "Nous &amp; ce que nous faisons"
    assert "Très bientôt" in words_of(job)["body"][0]


TAGS = {
    "missing pair": (r'<(g|pc) id="2"[^>]*>liste</\1>', "liste"),
    "missing link": (r'<(g|pc) id="1"[^>]*>notre (.*?)</\1> &amp; nous', r"notre \2 &amp; nous"),
    "extra pair": ("Voir ", '<g id="9">Voir</g> '),
    "doubled pair": ("Voir ", '<g id="2">Voir</g> '),
    "pair as a single": (r'<(g|pc) id="3"[^>]*>demander</\1>', 'demander<x id="3"/>'),
    "unknown element": ("Voir ", "<script>alert(1)</script>Voir "),
    "foreign element": ("Voir ", '<it xmlns="urn:x" id="1" pos="open">&lt;b&gt;</it>Voir '),
    "no id": ("Voir ", "<g>Voir</g> "),
}


@pytest.mark.parametrize("name", XLIFF)
@pytest.mark.usefixtures("unchanged")
def test_missing_and_extra_tags_are_refused(job, name):
    head, mark, target = export(job, name).decode().partition("Voir")
    for pattern, words in TAGS.values():
        text, count = re.subn(pattern, words, mark + target, count=1)
        if name == "xliff20":
            text = text.replace('<g id="9">', '<pc id="9">').replace('<g id="2">', '<pc id="2">')
            text = text.replace("<g>", "<pc>").replace("Voir</g>", "Voir</pc>").replace('<x id="3"/>', '<ph id="3"/>')
        assert count == 1
        assert len(refused(send((head + text).encode()))) == 1


@pytest.mark.usefixtures("unchanged")
def test_missing_and_extra_tags_are_refused_in_po_files_too(job):
    data = export(job, "po").decode()
    for words in ("Voir notre liste", '<a id="a9">x</a>', "<script>x</script>", "<b>x", "<a>x</a>"):
        written = 'msgstr "{}"'.format(words.replace('"', '\\"'))
        text = re.sub(r'msgstr "Voir .*"', lambda _found, written=written: written, data)
        assert len(refused(send(text.encode()))) == 1


def test_doubled_units_with_different_words_are_all_refused(job):
    before, data = words_of(job), export(job, "xliff12").decode()
    unit = re.search(r"<trans-unit .*?</trans-unit>", data, re.DOTALL)[0]
    doubled = data.replace(unit, unit.replace("Qui nous sommes", "Un") + unit.replace("Qui nous sommes", "Deux"))
    assert len(refused(send(doubled.encode()))) == 2
    assert words_of(job) == before
    report = send(data.replace(unit, unit + unit).encode())
    assert (report.counts["unchanged"], report.counts["refused"]) == (4, 1)


@pytest.mark.usefixtures("unchanged")
def test_unknown_units_are_refused(job):
    data = export(job, "xliff20").decode()
    for wrong in ("x", "", "..", "é" * 500, "0" * 32 + "." + "0" * 32):
        report = send(re.sub(r'<unit id="[^"]+" name="title"', f'<unit id="{wrong}" name="title"', data).encode())
        assert refused(report) == ["There is no such segment in this translation."]


@pytest.mark.usefixtures("unchanged")
def test_empty_targets_erase_nothing(job):
    for name in XLIFF:
        report = send(re.sub(r"<target[^>]*>.*?</target>", "<target/>", export(job, name).decode()).encode())
        assert (report.counts["unchanged"], report.counts["warnings"]) == (4, 4)


def test_words_that_do_not_fit_arrive_as_drafts_with_the_reason(job):
    report = send(changed(export(job, "xliff12"), (">Qui nous sommes<", f">{'long ' * 60}<")))
    line = next(line for line in report.lines if line.outcome == "updated")
    assert line.review
    assert "255 fit" in line.reasons[0]
    assert words_of(job)["title"][1] == State.DRAFT


def test_words_far_longer_than_their_source_are_refused(job):
    before = words_of(job)
    assert len(refused(send(changed(export(job, "xliff12"), ("Bientôt", "Bientôt " * 2000))))) == 1
    assert words_of(job) == before


def test_an_address_is_made_an_address(job):
    send(changed(export(job, "xliff12"), (">qui-nous-sommes<", ">Égalité & droits<".replace("&", "&amp;"))))
    assert words_of(job)["slug"][0] == "egalite-droits"


def test_control_characters_do_not_come_in(job):
    data = export(job, "po").decode().replace('msgstr "Qui nous sommes"', 'msgstr "Qui\0 nous\x1b sommes\ufffe ici"')
    send(data.encode())
    assert words_of(job)["title"][0] == "Qui nous sommes ici"


def test_only_trying_keeps_nothing(job):
    before, histories = words_of(job), SegmentHistory.objects.count()
    data = changed(export(job, "xliff12"), (">Qui nous sommes<", ">Nous<"))
    assert send(data, dry_run=True).counts["updated"] == 1
    assert words_of(job) == before
    assert SegmentHistory.objects.count() == histories


# PO files of tools that drop what they do not know


def bare(data):
    """A PO file without headers and comments."""
    return re.sub(r'^("X-|"Language|#).*\n', "", data.decode(), flags=re.MULTILINE).encode()


def test_a_file_that_does_not_say_where_it_belongs_is_found_by_its_contents(job):
    data = changed(bare(export(job, "po")), ("Bientôt", "Très bientôt"))
    assert send(data).counts["updated"] == 1
    assert "Très bientôt" in words_of(job)["body"][0]
    data = re.sub(rb'original="[^"]*"', b'original="x.html"', export(job, "xliff12"))
    assert send(data).counts["unchanged"] == 4


@pytest.mark.usefixtures("unchanged")
def test_or_refused_where_several_fit(job, page, trees):
    start(page, trees.locale("de"))
    data = bare(export(job, "po"))
    assert "several translations" in refused(send(data))[0]
    assert send(data, expected=job).counts["unchanged"] == 4
    assert "stand nowhere" in refused(send(b'msgid ""\nmsgstr ""\n\nmsgctxt "x"\nmsgid "y"\nmsgstr "z"\n'))[0]


@pytest.mark.usefixtures("unchanged")
def test_plural_forms_and_missing_contexts_are_sentences(job):
    head = export(job, "po").decode().split("\n\n")[0] + "\n\n"
    plural = 'msgctxt "title"\nmsgid "About us"\nmsgid_plural "x"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    assert "plural" in refused(send((head + plural).encode()))[0]
    loose = 'msgid "About us"\nmsgstr "Qui nous sommes"\n'
    assert send((head + loose).encode()).counts["unchanged"] == 1


# ZIP


def zipped(**files):
    """A ZIP file of these names and contents."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_kit_comes_back_untouched(job, trees):
    other = start(make_page(trees.home, "About us again", summary="Who"), trees.locale("fr"))
    write_segment(other, other.source.stringsegment_set.first(), "Encore", State.TRANSLATED)
    for name in FORMATS:
        report = send(kit_of([job, other], name))
        assert [part.title for part in report.parts] == ["About us", "About us again"]
        assert report.counts["unchanged"] == len(report.lines)


@pytest.mark.usefixtures("unchanged")
def test_paths_that_lead_out_are_refused(job):
    for path in ("../x.xlf", "/etc/x.xlf", "a/../../x.xlf", "..\\x.xlf", "C:\\x.xlf"):
        assert "lead out" in refused(send(zipped(**{path: export(job, "xliff12")})))[0]


@pytest.mark.usefixtures("unchanged")
def test_bombs_are_refused_before_they_are_unpacked(job):
    assert "10 MB" in refused(send(zipped(**{"a.xlf": b"0" * (LARGEST + 1)})))[0]
    together = {f"{number}.xlf": b"0" * LARGEST for number in range(6)}
    assert "50 MB" in refused(send(zipped(**together)))[0]
    assert "500 files" in refused(send(zipped(**{f"{number}.xlf": b"" for number in range(501)})))[0]
    assert "within a ZIP" in refused(send(zipped(**{"a.zip": zipped(a="x")})))[0]


def test_one_bad_file_does_not_keep_out_the_others(job):
    good = changed(export(job, "xliff12"), (">Qui nous sommes<", ">Nous<"))
    report = send(zipped(**{"bad.xlf": LAUGHS, "__MACOSX/._a": b"x", "fr/good.xlf": good}))
    assert report.counts == {"created": 0, "updated": 1, "unchanged": 3, "refused": 1, "warnings": 0}
    assert words_of(job)["title"][0] == "Nous"
