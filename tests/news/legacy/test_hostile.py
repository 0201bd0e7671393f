"""A file that means harm: the good lines are taken, the bad ones are listed, and nothing is executed."""

import json
import time

import pytest

from blocks.links import may_be_followed
from news.legacy.cleaning import clean_html, link_target, removed_parts
from news.legacy.reading import MAX_LINE, lines
from news.legacy.records import MAX_TAGS
from news.legacy.splitting import pieces_of
from news.models import NewsPage
from tests.news.legacy.conftest import record

ATTACKS = [
    "<script>alert('canary')</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert('canary')>",
    "<svg onload=alert('canary')><script>alert('canary')</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert('canary')></style></mglyph></table></mtext></math>",
    "<iframe src='javascript:alert(1)'></iframe><iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>canary link</a>",
    "<a href='&#106;ava&#x0A;script:alert(1)'>canary link</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>canary link</a>",
    "<style>@import '//evil.example/x.css';body{display:none}</style>",
    "<p style='background:url(javascript:alert(1))' onclick='alert(1)'>words</p>",
    "<object data=x></object><embed src=x><form action=//evil.example><input name=q><button>Go</button></form>",
    "<base href='//evil.example/'><meta http-equiv=refresh content='0;url=//evil.example/'><link href=//e>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    '<a href="https://ok.example/?a=&quot;onmouseover=alert(1)">link</a>',
    "<embed linktype='page' id='1'><a linktype='page' id='1' href='https://ok.example/'>page</a>",
    "{% include 'admin' %} {{ settings.SECRET_KEY }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_reaches_a_reader(imported, client, attack):
    page = imported(record(57, body_html=f"<p>Before.</p>{attack}<p>After.</p>"))[57, "en"]
    stored = json.dumps(list(page.body.raw_data)).lower()
    for bad in (
        "<script",
        "onerror",
        "onload",
        "onclick",
        "javascript:",
        "<iframe",
        "<svg",
        "<style",
        "linktype",
        "data:",
    ):
        assert bad not in stored
    body = client.get(page.url).content.decode()
    assert "Before." in body
    assert "After." in body
    assert "alert(" not in body.replace('alert(1)">link', "").replace("onmouseover=alert(1)", "")
    assert "evil.example" not in body


def test_what_was_taken_out_is_named(archive):
    archive.write(record(57, body_html="".join(ATTACKS))).run()
    said = archive.sentence(1)
    for name in ("script", "onerror", "iframe", "javascript:", "style", "svg"):
        assert name in said.partition("taken out because it could act:")[2]


def test_plain_words_about_programs_are_not_called_an_attack():
    assert removed_parts("<p>Online = on the net; a script for the play; once=1</p>") == []


def test_titles_and_summaries_are_plain_text(imported, client):
    page = imported(
        record(
            57, title="<script>alert('canary')</script>Safe <b>title</b>", summary="<img src=x onerror=canary()>Safe"
        )
    )
    page = page[57, "en"]
    assert (page.title, page.summary) == ("Safe title", "Safe")
    assert "canary" not in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{broken", "broken JSON"),
        (b"[]", "not an object"),
        (b'"text"', "not an object"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b"[" * 200_000, "broken JSON"),
        (b'{"legacy_id": ' + b"9" * 5_000 + b"}", "broken JSON"),
        (record(57, date=None), "date is missing"),
        (record(57, date="2013-02-30"), "is not a day"),
        (record(57, date="0001-01-01"), "is not a day"),
        (record(57, title=" <b></b> "), "title is missing"),
        (record(57, title=5), "title is not text"),
        (record(57, body_html=["<p>"]), "body_html is not text"),
        (record("x"), "legacy_id is missing"),
        (record(True), "legacy_id is missing"),
        (record(-1), "legacy_id is not between"),
        (record(2**31), "legacy_id is not between"),
        (record(57, "xx"), "'xx' is not configured"),
        (record(57, ""), "language is missing"),
        (record(57, "ro"), "language ro is not open"),
        (record(57, title="half \ud83d a smile"), "lone surrogate"),
        (record(57, body_html="<p>\udc00</p>"), "lone surrogate"),
        (record(57, body_html="x" * 1_000_001), "body_html is longer"),
        (record(57, body_html="x" * 10_000_000), "the line is longer"),
        (record(57, body_html="<i>" * (MAX_TAGS + 1)), "more than 20,000 tags"),
        (record(57, summary="", body_html="<script>x</script>"), "neither summary nor text"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason_and_the_others_are_taken(archive, line, reason):
    sums = archive.write(record(1), line, record(2)).run()
    assert (sums["created"], sums["refused"]) == (2, 1)
    assert "refused" in archive.sentence(2)
    assert reason in archive.sentence(2)


def test_of_two_lines_with_one_number_and_language_the_first_good_one_counts(archive):
    archive.write(record(57, date=""), record(57, title="First"), record(57, title="Second"))
    sums = archive.run()
    assert (sums["created"], sums["refused"]) == (1, 2)
    assert "line 2 told this story already" in archive.sentence(3)
    assert NewsPage.objects.get(legacy_id=57).title == "First"


def test_characters_that_no_database_takes_are_dropped(imported):
    assert imported(record(57, title="A\x00 title\x07"))[57, "en"].title == "A title"


def test_lines_are_read_without_holding_the_endless_ones(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"\xef\xbb\xbf{}\n\n" + b"x" * (2 * MAX_LINE + 5) + b"\n{}")
    assert [(line.number, line.text and line.text.strip()) for line in lines(file)] == [
        (1, b"{}"),
        (3, None),
        (4, b"{}"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * MAX_TAGS,
        "<b>" * 10_000 + "<p>x" * 10_000,
        "<ul><li>" * 10_000,
        "<script" * MAX_TAGS,
        "“" * 300_000,
        "&lt;" * 200_000,
    ],
)
def test_no_markup_keeps_the_import_busy(markup):
    began = time.process_time()
    removed_parts(markup)
    pieces_of(clean_html(markup))
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://www.coe.int/x", "https://www.coe.int/x"),
        ("//www.coe.int/x", "https://www.coe.int/x"),
        ("mailto:alliance@coe.int", "mailto:alliance@coe.int"),
        ("http://www.roma-alliance.org/fr/page/57-une-école.html", "/fr/page/57-une-école.html"),
        ("/en/page/57-x.html?print=1", "/en/page/57-x.html"),
        ("page/57-x.html", "/page/57-x.html"),
        ("https://www.roma-alliance.org/files/x.pdf", "https://www.roma-alliance.org/files/x.pdf"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("../files/x.pdf", ""),
        ("/admin/", ""),
        ("https://[broken", ""),
        ("", ""),
    ],
)
def test_links_lead_to_the_web_or_to_an_old_address_of_this_site(href, target):
    assert link_target(href) == target
    assert may_be_followed(target)
