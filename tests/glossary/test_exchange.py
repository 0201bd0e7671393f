"""The glossary as files: nothing is lost on the way out and back in, and nothing harmful comes in."""

import csv
import io
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from translate.storage.tbx import tbxfile
from wagtail.models import Page

from glossary.exchange import tables, tbx_writing
from glossary.exchange.importing import sheets_in, take_in
from glossary.exchange.problems import MAX_BYTES, UnreadableFile
from glossary.exchange.sheets import public_sheets
from glossary.models import TermPage
from seed.factories.glossary import make_glossary, make_term, make_variant
from seed.factories.pages import translate_page
from tests.worlds import world

AWKWARD = "=HYPERLINK(1) 'quoted' <b>&amp; “ș” ґ, ἀθίγγανοι"


@world
def glossary(site_tree):
    english = make_glossary(site_tree.home)
    translate_page(english, "fr", title="Glossaire", slug="glossaire")
    return english


@world
def terms(glossary):
    roma = make_term(glossary, "Roma", status="approved", reviewed_on="2026-02-03", group="peoples")
    page = make_term(
        glossary,
        "Dosta\u202f!",
        definition=AWKWARD,
        usage_note='<p data-block-key="abcde">One <b>two</b>, &amp; three.</p>',
        text='<p data-block-key="fghij">More.</p>',
        grammar="-noun",
        where_used="Council of Europe",
        interchangeable=True,
        sources="EN12\nG (AL, DE forms)",
        variants=[
            {"language": "en", "form": "'=1+1", "kind": "spelling", "note": "@note"},
            {"language": "rom", "form": "řomanes", "variety": "rmy", "kind": "endonym", "where_used": "RO"},
            {"language": "cs", "form": "cikán", "kind": "offensive", "instead": "Rom", "status": "under_review"},
        ],
        related=[roma],
    )
    french = translate_page(page, "fr", title="Assez", slug="assez", definition="Ça suffit.")
    french.variants = [
        make_variant({"language": "fr", "form": "ça suffit", "kind": "synonym"}),
        make_variant({"language": "cs", "form": "cikán", "kind": "offensive", "note": "tchèque"}),
    ]
    french.save_revision().publish()
    return page


def compared(sheets):
    return {
        (sheet.key, sheet.language): (
            sheet.fields,
            sorted(tuple(getattr(row, name) for name in row.__slots__) for row in sheet.rows),
            sheet.related,
        )
        for sheet in sheets
    }


@pytest.mark.parametrize("suffix", ["csv", "tbx"])
def test_nothing_is_lost_on_the_way(terms, suffix):
    sheets = public_sheets()
    data = tables.written(sheets) if suffix == "csv" else tbx_writing.written(sheets, "en")
    assert compared(sheets_in(data, f"x.{suffix}")) == compared(sheets)


@pytest.mark.parametrize("suffix", ["csv", "tbx"])
def test_what_comes_back_unchanged_changes_nothing(client, terms, suffix):
    data = client.get(f"/en/data/glossary.{suffix}").content
    report = take_in(sheets_in(data, f"x.{suffix}"))
    assert dict(report.counts) == {"created": 0, "updated": 0, "unchanged": 3, "refused": 0, "warnings": 0}


@pytest.mark.parametrize("suffix", ["csv", "tbx"])
def test_an_empty_glossary_is_filled_again(client, terms, glossary, suffix):
    before, data = compared(public_sheets()), client.get(f"/fr/data/glossary.{suffix}").content
    for page in TermPage.objects.all():
        page.delete()
    glossary.refresh_from_db()
    report = take_in(sheets_in(data, f"x.{suffix}"))
    assert report.counts["created"] == 3
    assert compared(public_sheets()) == before
    assert [list(problem) for problem in Page.find_problems()] == [[], [], [], [], []]


def test_a_dry_run_writes_nothing(client, terms):
    data = client.get("/en/data/glossary.csv").content.decode("utf-8-sig").replace("Ça suffit.", "Assez !")
    report = take_in(sheets_in(data.encode(), "x.csv"), dry_run=True)
    assert report.counts["updated"] == 1
    assert TermPage.objects.get(title="Assez").definition == "Ça suffit."


def test_a_change_is_published_with_a_revision(client, terms):
    data = client.get("/en/data/glossary.csv").content.decode("utf-8-sig").replace("Ça suffit.", "Assez !")
    take_in(sheets_in(data.encode(), "x.csv"))
    page = TermPage.objects.get(title="Assez")
    assert page.definition == "Assez !"
    assert page.latest_revision.as_object().definition == "Assez !"
    assert page.variants.count() == 2


def test_columns_that_are_missing_are_left_alone(terms):
    data = f"key;page_language;grammar\n{terms.translation_key};en;verb\n"
    take_in(sheets_in(data.encode(), "x.csv"))
    page = TermPage.objects.get(pk=terms.pk)
    assert (page.grammar, page.definition, page.variants.count()) == ("verb", AWKWARD, 3)


def test_cells_are_no_formulas(terms):
    text = tables.written(public_sheets()).decode("utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}] == []


def test_translate_toolkit_opens_the_file(terms):
    store = tbxfile.parsestring(tbx_writing.written(public_sheets(), "en"))
    store.sourcelanguage, store.targetlanguage = "en", "fr"
    assert {unit.source for unit in store.units} == {"Roma", "Dosta\u202f!"}
    unit = next(unit for unit in store.units if unit.source != "Roma")
    assert unit.target == "Assez"
    assert {"ça suffit"} <= {term.text for term in unit._get_terms(unit.target_dom)}


V3 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tbx SYSTEM "TBXcoreStructV03.dtd">
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>
<conceptEntry id="7"><langSec xml:lang="en-GB"><descripGrp><descrip type="definition">A job.</descrip></descripGrp>
<termSec><term>helper</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
<termSec><term>Roma  mediator</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>RM</term><termNote type="termType">abbreviation</termNote></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Mediator</term></termSec></langSec></conceptEntry></body></text></tbx>"""


def test_a_file_from_elsewhere_is_read_as_far_as_it_goes(glossary):
    report = take_in(sheets_in(V3.encode(), "their.TBX"))
    assert (report.counts["created"], report.counts["refused"]) == (1, 1)
    page = TermPage.objects.get(title="Roma mediator")
    assert (page.definition, page.status, page.live) == ("A job.", "under_review", True)
    assert {(row.form, row.kind) for row in page.variants.all()} == {("helper", "discouraged"), ("RM", "abbreviation")}
    assert take_in(sheets_in(V3.encode(), "their.tbx")).counts["created"] == 0


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><martif><text>&b;</text></martif>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif><text>&a;</text></martif>'


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (BOMB.encode(), "x.tbx", "defines entities"),
        (OUTSIDE.encode(), "x.tbx", "defines entities"),
        (b"<martif><text>", "x.tbx", "not well-formed XML: line 1"),
        (b"", "x.tbx", "not well-formed"),
        (b"<html></html>", "x.tbx", "not TBX"),
        (b"<martif/>", "x.tbx", "no term"),
        (b"<?xml version='1.0' encoding='nonsense'?><martif/>", "x.tbx", "not well-formed"),
        (b" " * (MAX_BYTES + 1), "x.tbx", "larger than 10 MB"),
        (b"\xff\xfe\x00", "x.csv", "not in UTF-8"),
        (b"a,b\n1,2\n", "x.csv", "key and page_language"),
        (b"key,page_language\n", "x.csv", "no term"),
        (b"key,page_language,title\n1,en," + b"x" * 300_000, "x.csv", "cannot be read at line"),
        (b"x", "x.docx", "must end with"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(data, name, words):
    with pytest.raises(UnreadableFile) as caught:
        sheets_in(data, name)
    assert words in str(caught.value)


def test_scripts_and_invisible_signs_do_not_come_in(glossary):
    note = '<p>Hi <script>alert(1)</script><a href=\\"javascript:alert(1)\\">x</a></p>'.replace("\\", '"')
    data = f'key,page_language,title,definition,usage_note\n1,en,Bad\x07 term,A\x00 word.,"{note}"\n'
    take_in(sheets_in(data.encode(), "x.csv"))
    page = TermPage.objects.get(title="Bad term")
    assert page.definition == "A word."
    assert "script" not in page.usage_note


def test_a_wrong_line_does_not_stop_the_others(glossary):
    lines = ["key,page_language,title,definition,status", "1,en,,x,", "2,xx,A,x,under_review", "3,en,B,x,nonsense"]
    report = take_in(sheets_in("\n".join([*lines, "4,en,Good,x,approved"]).encode(), "x.csv"))
    assert (report.counts["created"], report.counts["refused"]) == (1, 3)
    assert "nonsense" in str(report.lines)


def test_the_command_reports_and_sums_up(terms, client, tmp_path, capsys):
    path = tmp_path / "glossary.tbx"
    path.write_bytes(client.get("/en/data/glossary.tbx").content)
    out = StringIO()
    call_command("import_glossary", path, "--dry-run", stdout=out)
    assert json.loads(out.getvalue().splitlines()[-1])["unchanged"] == 3
    path.write_text("x")
    with pytest.raises(CommandError, match="not well-formed"):
        call_command("import_glossary", path)
    with pytest.raises(CommandError):
        call_command("import_glossary", tmp_path / "missing.csv")


def test_json_tells_all_in_the_language_asked_for(client, terms):
    response = client.get("/fr/data/glossary.json")
    data = json.loads(response.content)
    term = next(term for term in data["terms"] if term["title"] == "Assez")
    assert (data["language"], data["count"], term["definition"]) == ("fr", 2, "Ça suffit.")
    assert {(form["form"], form["language"], form["severity"]) for form in term["forms"]} >= {
        ("cikán", "cs", "block"),
        ("řomanes", "rom", ""),
        ("Dosta\u202f!", "en", ""),
    }
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", ["/en/data/glossary.exe", "/de/data/glossary.json", "/en/data/glossary.json/"])
def test_there_is_nothing_else(client, site_tree, address):
    assert client.get(address).status_code == 404


def test_what_is_hidden_is_not_in_the_files(client, terms):
    terms.unpublish()
    for suffix in ("json", "csv", "tbx"):
        assert "HYPERLINK" not in client.get(f"/en/data/glossary.{suffix}").content.decode()
