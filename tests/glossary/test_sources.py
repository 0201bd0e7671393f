"""Sources are shown by name, and no name is guessed."""

from glossary.sources import named


def shown(text):
    return [(str(source.title), source.detail) for source in named(text)]


def test_a_known_key_is_shown_as_its_title():
    assert "Descriptive Glossary of terms relating to Roma issues" in shown("EN12")[0][0]
    assert "General knowledge" in shown("G")[0][0]


def test_a_key_nobody_explained_is_shown_as_it_is_on_record():
    assert shown("MAN") == [("Source on record: MAN", "")]
    assert shown("CE40\nG06")[1] == ("Source on record: G06", "")


def test_the_place_in_a_source_is_kept():
    assert shown("EN12 (IV.2)")[0][1] == "IV.2"


def test_a_title_stands_for_itself_even_with_a_comma():
    assert shown("Congress speech of Mar 2011, G") == [("Congress speech of Mar 2011, G", "")]


def test_a_source_may_be_known_by_more_than_a_key():
    assert shown("Congress speech of Mar 2011") == [("Speech at the Congress, March 2011", "")]


def test_empty_lines_are_passed_over():
    assert shown("\n  \nnews_facts\n") == [("News of the former site of the Alliance", "")]
