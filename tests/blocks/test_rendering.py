"""What readers see of each block, and what hostile words cannot do."""

import pytest
from django.utils.translation import override

from blocks.preview import preview_image
from tests.blocks.markup import rendered

EVIL = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
HOSTILE = [
    ("heading", {"text": EVIL, "level": "2"}),
    ("image", {"image": preview_image(EVIL), "caption": EVIL}),
    ("gallery", {"title": EVIL, "pictures": [{"image": preview_image(EVIL), "caption": EVIL}]}),
    ("video", {"url": "https://example.org/" + EVIL, "title": EVIL, "poster": None, "transcript": ""}),
    ("facts", {"items": [{"number": EVIL, "label": EVIL}], "as_of": None, "source": EVIL}),
    ("call_to_action", {"title": EVIL, "text": EVIL, "page": None, "url": "https://example.org/", "label": EVIL}),
    ("table", {"caption": EVIL, "header": [EVIL], "rows": [[EVIL, EVIL]]}),
]


@pytest.mark.parametrize(("name", "value"), HOSTILE)
def test_hostile_words_stay_words(name, value):
    html = rendered(name, value)
    assert "<script" not in html
    assert "<img src=x" not in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " JaVaScRiPt:alert(1)", "//[x"])
def test_an_address_that_is_not_of_the_web_is_no_link(address):
    assert "href" not in rendered("video", {"url": address, "title": "Film", "poster": None, "transcript": ""})
    call = {"title": "Join", "text": "", "page": None, "url": address, "label": "Join"}
    assert "href" not in rendered("call_to_action", call)
    facts = {"items": [{"number": "1", "label": "town"}], "as_of": None, "source": address}
    assert "href" not in rendered("facts", facts)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "java&#9;script:alert(1)", "&#106;avascript:alert(1)", "data:text/html,x", "//[x"],
)
def test_a_script_in_a_link_of_a_text_is_no_link(address):
    html = rendered("paragraph", f'<p><a href="{address}">words</a></p>')
    assert "<a>words</a>" in html


@pytest.mark.parametrize(
    "address", ["https://coe.int/a?b=1&amp;c=2", "mailto:a@coe.int", "tel:+33388", "#part", "/en/about/"]
)
def test_ordinary_links_of_a_text_stay_as_they_are(address):
    assert f'<a href="{address}">words</a>' in rendered("paragraph", f'<p><a href="{address}">words</a></p>')


def test_headings_have_the_level_of_their_place():
    assert "<h2" in rendered("heading", {"text": "Towns", "level": "2"})
    assert "<h3" in rendered("heading", {"text": "Towns", "level": "3"})


def test_a_video_loads_nothing_and_says_where_it_opens():
    value = {"url": "https://www.youtube.com/watch?v=1", "title": "Film", "poster": None, "transcript": "<p>Words</p>"}
    html = rendered("video", value)
    assert "Opens YouTube, which sets its own cookies." in html
    assert "<iframe" not in html
    assert "<script" not in html
    assert "src=" not in html
    assert "Words" in html


def test_numbers_are_written_as_the_language_writes_them():
    value = {"items": [{"number": "12500", "label": "Menschen"}], "as_of": "2026-11-23", "source": ""}
    with override("de"):
        html = rendered("facts", value)
    assert "<dd>12.500</dd>" in html
    assert "23. November 2026" in html
    assert "<dd>10–12 %</dd>" in rendered("facts", {**value, "items": [{"number": "10–12 %", "label": "a"}]})


def test_a_table_names_its_rows_and_columns():
    html = rendered("table", {"caption": "Winners", "header": ["Town", "Year"], "rows": [["Volos", "2017"]]})
    assert "<caption>Winners</caption>" in html
    assert '<th scope="col">Town</th><th scope="col" class="table__number">Year</th>' in html
    assert '<th scope="row">Volos</th><td data-label="Year:" class="table__number">2017</td>' in html


def test_a_row_longer_than_the_header_is_still_shown():
    html = rendered("table", {"caption": "a", "header": ["Town"], "rows": [["Volos", "2017"]]})
    assert '<td class="table__number">2017</td>' in html


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("image", {"image": None, "caption": ""}),
        ("gallery", {"title": "", "pictures": []}),
        ("video", {"url": "", "title": "", "poster": None, "transcript": ""}),
        ("document", {"document": None, "title": ""}),
        ("related", {"title": "", "pages": []}),
        ("call_to_action", {"title": "", "text": "", "page": None, "url": "", "label": ""}),
        ("heading", {"text": "", "level": "2"}),
        ("paragraph", ""),
        ("table", {"caption": "", "header": [], "rows": []}),
        ("facts", {"items": [], "as_of": None, "source": ""}),
    ],
)
def test_an_unfinished_block_leaves_no_trace_on_the_page(name, value):
    assert rendered(name, value).strip() == ""


def test_a_picture_that_is_not_ready_is_described_in_words():
    html = rendered("image", {"image": preview_image("A bridge"), "caption": "The bridge"})
    assert "A bridge" in html
    assert "<img" not in html
