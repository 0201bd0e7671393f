"""Words without markup."""

from common.plain import extract, words


def test_words():
    assert words("<p>One &amp; two</p><p>th<b>ree</b></p>") == "One & two three"
    assert words("<script>no()</script>yes") == "yes"
    assert words(None) == ""


def test_extract_ends_at_a_word():
    text = extract("<p>" + "Roma inclusion " * 40 + "</p>", 60)
    assert len(text) <= 60
    assert text.endswith("…")
    assert not text[:-1].endswith(" ")
    assert extract("short") == "short"
