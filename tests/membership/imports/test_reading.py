"""Files as they come: in any encoding, with any separator, broken in any way."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from membership.imports.reading import LARGEST, read_table
from membership.imports.running import dry_run
from membership.imports.wrong import FileRefusedError
from tests.membership.imports.files import HEADER, csv_of, line

ROW = line("Málaga", "ES", local_name="Málaga")


def names(content, **options):
    return [(plan.name, str(plan.result)) for plan in dry_run(content, **options).plans]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_spreadsheets_write_csv_in_many_ways(index, encoding, separator):
    assert names(csv_of([ROW], encoding=encoding, separator=separator)) == [("Málaga", "created")]


@pytest.mark.parametrize("first", ["sep=;\r\n", "\ufeffSEP=;\n", "sep=;;;\r"])
def test_a_line_that_names_the_separator_is_no_heading(index, first):
    content = first.encode() + b"name;country;lat;lon\r\nWien;AT;48,2;16,4\r\nLyon;XX\r\n"
    report = dry_run(content)
    assert [(plan.line, plan.name, str(plan.result)) for plan in report.plans] == [
        (3, "Wien", "created"), (4, "Lyon", "refused"),
    ]  # fmt: skip


def test_a_guessed_encoding_is_said(index):
    assert dry_run(csv_of([ROW], encoding="cp1252")).summary["warnings"] >= 1
    with pytest.raises(FileRefusedError, match="not written in UTF-8"):
        dry_run(csv_of([line("Iaşi", "RO")], encoding="cp1250"))
    assert names(csv_of([line("Iaşi", "RO")], encoding="cp1250"), encoding="windows-1250") == [("Iaşi", "created")]
    with pytest.raises(FileRefusedError, match="not written in UTF-8"):
        dry_run(csv_of([line("Крагујевац", "RS")], encoding="cp1251"))


def test_headings_may_be_translated_and_columns_in_any_order(index):
    content = b"Pays;Nom;Latitude;Longitude;Statut\nAutriche;Vienne;48,2;16,37;participant\n"
    assert names(content) == [("Vienne", "created")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"\x00" * 500, "empty"),
        (HEADER.encode(), "nothing below"),
        (b"name,kind\nVienna,city\n", "no column .country."),
        (b"a,b\n1,2\n", "no column .name."),
        (b"name,country,name\nVienna,AT,Wien\n", "Two columns"),
        (b'name,country\n"Vienna,AT\nLyon,FR\n', "quotation marks"),
        (b"\xff\xfe\x00", "cannot be read as utf-16"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old kind"),
        (b"PK\x03\x04broken", "cannot be read as one"),
        (b"x" * (LARGEST + 1), "larger than"),
        (b"name,country\n" + b"Vienna,AT\n" * 20_001, "more than 20000 lines"),
    ],
)
def test_files_that_cannot_be_used_are_refused_with_a_reason(index, content, reason):
    with pytest.raises(FileRefusedError, match=reason):
        dry_run(content)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"name": ""}, "The name is missing"),
        ({"country": ""}, "The country is missing"),
        ({"country": "US"}, "not a country of Europe"),
        ({"kind": "planet"}, "no kind of authority"),
        ({"lat": "91", "lon": "0"}, "no position"),
        ({"lat": "nan", "lon": "0"}, "no position"),
        ({"lat": "47.1"}, "belong together"),
        ({"state": "friend"}, "no state"),
        ({"date": "31/12/2015"}, "no date"),
        ({"date": "2015-02-30"}, "no date"),
        ({"date": "0000"}, "no date"),
        ({"date": "2999-01-01"}, "future"),
        ({"state": "withdrawn"}, "date on which the authority left"),
        ({"number": "first"}, "no whole number"),
        ({"population": "many"}, "no whole number"),
        ({"name": "x" * 5_000}, "5000 characters, at most 160"),
        ({"website": "x" * 200_000}, "200000 characters"),
    ],
)
def test_lines_that_cannot_be_used_say_why(index, cells, reason):
    given = line("Vienna")
    for column, text in cells.items():
        given[HEADER.split(",").index(column)] = text
    report = dry_run(csv_of([given, line("Lyon", "FR")]))
    assert report.summary["refused"] == 1
    assert report.summary["created"] == 1
    assert reason in report.plans[0].messages[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("gb", "GB"), ("UK", "GB"), ("EL", "GR"), ("AUT", "AT"), ("XK", "XK"), ("Kosovo*", "XK"), ("Autriche", "AT"),
        ("Österreich", "AT"), ("Ελλάδα", "GR"), ("Србија", "RS"), ("Türkiye", "TR"), ("Turkey", "TR"),
        ("Bosnia and Herzegovina", "BA"), ("Republic of Moldova", "MD"), ("The Netherlands", "NL"),
        ("Czech Republic", "CZ"), ("the former Yugoslav Republic of Macedonia", "MK"), ("République de Moldova", "MD"),
    ],
)  # fmt: skip
def test_countries_are_read_by_letters_and_by_names_in_many_languages(index, text, code):
    assert dry_run(csv_of([line("Somewhere", text)])).plans[0].page.country == code


def test_a_position_in_another_country_is_named(index):
    report = dry_run(
        csv_of(
            [line("Innsbruck", "DE", lat="47.2627", lon="11.3945"), line("Freilassing", "DE", lat="47.84", lon="12.98"),
             line("Sevastopol", "UA", lat="44.6", lon="33.52"), line("Kyrenia", "CY", lat="35.34", lon="33.32"),
             line("Prishtina", "XK", lat="42.66", lon="21.16"), line("Saint-Denis", "FR", lat="-20.88", lon="55.45")]
        )
    )  # fmt: skip
    told = [[message for message in plan.messages if "lie in" in message] for plan in report.plans]
    assert told == [["The coordinates lie in Austria, not in Germany. Which of the two is right?"], [], [], [], [], []]
    assert report.summary["refused"] == 0


def test_invisible_signs_are_left_out_and_named(index):
    report = dry_run(csv_of([line("Vi\x00en\x07na\u202e"), line("Köln", "DE", local_name="Ko\u0308ln")]))
    assert report.plans[0].page.title == "Vienna"
    assert "invisible characters" in report.plans[0].messages[0]
    assert report.plans[1].page.local_name == "Köln"


@pytest.mark.parametrize("text", ["2013-04-26", "26.04.2013", "2013-04-26T00:00:00"])
def test_dates_are_read_as_far_as_they_are_known(index, text):
    line_of = dry_run(csv_of([line("Vienna", date=text)])).plans[0].page.states.all()[0]
    assert (str(line_of.date), line_of.precision) == ("2013-04-26", "day")


def test_a_line_with_too_many_cells_is_refused(index):
    report = dry_run(b"name,country\nVienna,AT,Austria\nLyon\n")
    assert [plan.messages[0][:40] for plan in report.plans] == [
        "The line has more cells than the file ha", "The country is missing.",
    ]  # fmt: skip


def test_workbooks_are_read_with_their_dates_and_numbers(index):
    book, stream = Workbook(), io.BytesIO()
    book.active.append(HEADER.split(","))
    book.active.append(["Vienna", None, "AT", "city", 48.2, 16.37, "participant", None, 7, 1_900_000, 2021, None, None])
    book.save(stream)
    page = dry_run(stream.getvalue()).plans[0].page
    assert (page.title, page.lat, page.population, page.states.all()[0].number) == ("Vienna", 48.2, 1_900_000, 7)


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 90_000_000)
    with pytest.raises(FileRefusedError, match="unpacks"):
        read_table(stream.getvalue())
