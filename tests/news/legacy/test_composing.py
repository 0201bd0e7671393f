"""What becomes of the HTML of a story: paragraphs, headings, lists, quotations and pictures, in order."""

import pytest

from news.legacy.composing import compose
from news.legacy.records import Record
from news.models import NewsPage


def composed(html, language="en"):
    """The blocks of a text as pairs of (type, value), and its record."""
    record = Record(57, language, "A story", "2013-04-26", body_html=html, source_url="https://old.example/57")
    return [(block["type"], block["value"]) for block in compose(record, lambda *_: None)], record


def quotes(html, language="en"):
    """The quotations of a text as (text, speaker, role, country, group, occasion)."""
    names = ("text", "speaker", "role", "country", "group", "occasion")
    return [tuple(value[name] for name in names) for kind, value in composed(html, language)[0] if kind == "quote"]


def test_paragraphs_and_lists_share_a_block_and_headings_part_them():
    blocks, _record = composed(
        "<h2>First <em>part</em></h2><p>One <strong>bold</strong></p><div>Two<br><br>Three</div>"
        "<ul><li>a</li><li><p>b</p><ol><li>c</li></ol></li></ul><h4>Second</h4>Four"
    )
    assert blocks == [
        ("heading", {"text": "First part", "level": "2"}),
        (
            "paragraph",
            "<p>One <b>bold</b></p><p>Two</p><p>Three</p><ul><li>a</li><li> b <ol><li>c</li></ol></li></ul>",
        ),
        ("heading", {"text": "Second", "level": "3"}),
        ("paragraph", "<p>Four</p>"),
    ]


def test_emphasis_that_spans_paragraphs_is_closed_and_opened():
    blocks, _record = composed("<b>One<p>Two</p></b><p></p><p>&nbsp;</p>")
    assert blocks == [("paragraph", "<p><b>One</b></p><p><b>Two</b></p>")]


def test_links_that_stand_one_below_the_other_become_a_list():
    blocks, _record = composed(
        '<p><a href="https://a.example/">Speech</a></p><p><a href="https://b.example/">File</a></p><p>End</p>'
    )
    assert blocks == [
        (
            "paragraph",
            '<ul><li><a href="https://a.example/">Speech</a></li><li><a href="https://b.example/">File</a></li></ul>'
            "<p>End</p>",
        )
    ]


def test_a_table_becomes_lines_and_a_lost_link_words():
    blocks, record = composed('<table><tr><td>1</td><td>Austria</td></tr></table><p><a href="x.pdf">File</a></p>')
    assert blocks == [("paragraph", "<p>1 · Austria</p><p>File</p>")]
    assert record.changes == ["a link that leads nowhere became text", "a table became lines of text"]


INNSBRUCK = ("Christine Oppitz-Plörer", "AT", "EPP/CCE")


@pytest.mark.parametrize(
    ("html", "language", "role", "occasion"),
    [
        ("<p>“We will fight the stereotypes now”, said Christine Oppitz-Plörer (Austria, EPP/CCE).</p>", "en", "", ""),
        (
            "<p>“We will fight the stereotypes now”, said the Mayor of Innsbruck, Christine Oppitz-Plörer "
            "(Austria, EPP/CCE).</p>",
            "en",
            "Mayor of Innsbruck",
            "",
        ),
        (
            "<p>Christine Oppitz-Plörer, Mayor of Innsbruck (Austria, EPP/CCE): "
            "“We will fight the stereotypes now.”</p>",
            "en",
            "Mayor of Innsbruck",
            "",
        ),
        (
            "<p>« We will fight the stereotypes now », a déclaré Christine Oppitz-Plörer (Autriche, PPE/CCE) après la "
            "visite d’une école.</p>",
            "fr",
            "",
            "après la visite d’une école",
        ),
        (
            "<p>„We will fight the stereotypes now“, sagte Christine Oppitz-Plörer (Österreich, EPP/CCE)</p>",
            "de",
            "",
            "",
        ),
        (
            "<blockquote>We will fight the stereotypes now</blockquote>"
            "<p>Christine Oppitz-Plörer (Austria, EPP/CCE)</p>",
            "en",
            "",
            "",
        ),
        (
            "<blockquote><p>“We will fight the stereotypes now”</p>"
            "<footer>— Mrs Christine Oppitz-Plörer, Mayor of Innsbruck (Austria, EPP/CCE)</footer></blockquote>",
            "en",
            "Mayor of Innsbruck",
            "",
        ),
        (
            "<blockquote>“We will fight the stereotypes now” — Christine Oppitz-Plörer (Austria, EPP/CCE)</blockquote>",
            "en",
            "",
            "",
        ),
        (
            "<p>“We will fight the stereotypes now”</p><p>Christine Oppitz-Plörer (Austria, EPP/CCE)</p>",
            "en",
            "",
            "",
        ),
    ],
)
def test_quotations_are_recognised_with_speaker_country_and_group(html, language, role, occasion):
    said = quotes(f"<p>Before.</p>{html}<p>After.</p>", language)
    name, country, group = INNSBRUCK
    assert [(one[0].rstrip("."), *one[1:]) for one in said] == [
        ("We will fight the stereotypes now", name, role, country, group, occasion)
    ]
    kinds = [kind for kind, _value in composed(f"<p>Before.</p>{html}<p>After.</p>", language)[0]]
    assert kinds == ["paragraph", "quote", "paragraph"]


def test_a_signature_of_a_block_quotation_needs_no_country():
    html = "<blockquote><p>We will fight the stereotypes now</p><cite>Anna Novak, teacher</cite></blockquote>"
    assert quotes(html) == [("We will fight the stereotypes now", "Anna Novak", "teacher", "", "", "")]


@pytest.mark.parametrize(
    "html",
    [
        "<p>The “Roma Alliance” was presented by Jean-Claude Frécon (France, SOC).</p>",
        "<p>“We will fight the stereotypes now”, the mayor said.</p>",
        "<p>“We will fight the stereotypes now”, said Anna Novak (Atlantis, EPP/CCE).</p>",
        "<p>Ten delegations met for two days in Strasbourg and heard reports from many cities. “We will fight the "
        "stereotypes now”, said Anna Novak (Austria, EPP/CCE).</p>",
        '<p>“We will fight the stereotypes now” (<a href="https://a.example/">speech</a>), Anna Novak (Austria).</p>',
        "<p>“We will fight the stereotypes now”, said Anna Novak (Austria). “And we will all help”, she added.</p>",
    ],
)
def test_a_paragraph_that_says_more_is_kept_word_for_word(html):
    blocks, _record = composed(html)
    assert blocks == [("paragraph", html)]


def test_a_block_quotation_without_a_speaker_stays_text_and_is_reported():
    blocks, record = composed("<blockquote>Nobody knows who said this first</blockquote><p>After.</p>")
    assert blocks == [("paragraph", "<p>Nobody knows who said this first</p><p>After.</p>")]
    assert record.warnings == ["a block quotation without a recognised speaker was kept as text"]


def test_the_stream_passes_the_checks_of_the_editor():
    html = (
        "<h2>Head</h2><p>One</p><p>“We will fight the stereotypes now”, said Anna Novak (Austria, EPP/CCE)</p>"
        "<ul><li>a</li></ul>"
    )
    record = Record(57, "en", "A story", "2013-04-26", body_html=html)
    field = NewsPage._meta.get_field("body")
    value = field.to_python(compose(record, lambda *_: None))
    assert [block.block_type for block in field.stream_block.clean(value)] == [
        "heading",
        "paragraph",
        "quote",
        "paragraph",
    ]


def test_the_same_story_gets_the_same_block_ids():
    record = Record(57, "en", "A story", "2013-04-26", body_html="<p>a</p><h2>b</h2>")
    first = [block["id"] for block in compose(record, lambda *_: None)]
    assert first == [block["id"] for block in compose(record, lambda *_: None)]
    assert len(set(first)) == 2
