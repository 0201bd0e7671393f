"""Whatever file somebody sends, an officer gets an answer in words, and a long list costs no more for each line."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from membership.imports.running import dry_run
from membership.models import MemberPage
from tests.membership.imports.files import HEADER, csv_of, line

GOOD = line("Málaga", "ES")
FILES = {
    "utf-16 without a mark": csv_of([GOOD], encoding="utf-16-be"),
    "utf-32": csv_of([GOOD], encoding="utf-32"),
    "utf-7": csv_of([GOOD], encoding="utf-7"),
    "japanese": csv_of([line("東京", "AT")], encoding="shift_jis"),
    "cyrillic of old": csv_of([line("Крагујевац", "RS")], encoding="iso8859-5"),
    "half a letter": csv_of([GOOD]).replace("á".encode(), b"\xc3"),
    "a lone surrogate": csv_of([GOOD]).replace("á".encode(), b"\xed\xa0\x80"),
    "zeros": csv_of([line("Vi\x00enna"), line("\x00\x00")]),
    "a huge cell": csv_of([line("x" * 3_000_000)]),
    "a huge heading": f"{HEADER},{'y' * 500_000}\nVienna,,AT".encode(),
    "many headings": ",".join(f"c{number}" for number in range(5_000)).encode(),
    "an open quotation mark": HEADER.encode() + b'\n"' + b"Vienna,AT\n" * 20_000,
    "old ends of lines": HEADER.encode() + b"\rVienna,,AT,city,,,participant,,,,,,\r",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 200,
    "a page": b"<!doctype html><table><tr><td>name</td></tr></table>",
}


@pytest.fixture
def officer(admin_client, index):
    return admin_client


@pytest.mark.parametrize("name", FILES)
def test_any_file_gets_an_answer_in_words(officer, name):
    answer = officer.post(
        reverse("membership_imports"), {"file": SimpleUploadedFile("list.csv", FILES[name])}, follow=True
    )
    assert answer.status_code == 200
    assert "list.csv" in answer.content.decode() or "error" in answer.content.decode()
    assert not MemberPage.objects.exists()


@pytest.mark.parametrize("address", ["https://x.example/\x00", "javascript:alert(1)", "http://[::1", "ftp://x", "  "])
def test_addresses_that_are_none_are_never_written(index, address):
    report = dry_run(csv_of([line("Vienna", website=address)]))
    for plan in report.plans:
        assert plan.page is None or plan.page.website in ("", "https://x.example/")


def test_checking_many_lines_takes_no_more_queries(index, django_assert_max_num_queries):
    rows = [line(f"Place {number} of many", "AT", lat=str(46 + number % 300 / 100), lon=str(10 + number % 700 / 100))
            for number in range(1_500)]  # fmt: skip
    with django_assert_max_num_queries(40):
        report = dry_run(csv_of(rows))
    assert report.summary["created"] == 1_500
