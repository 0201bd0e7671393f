"""The words of the interface go out as a kit and come back as a checked catalogue."""

import polib
import pytest

from translations.exchange.interface import Taking, catalogue, messages_of
from translations.exchange.interface_counts import counts
from translations.exchange.interface_kit import file_of
from translations.exchange.reports import Outcome

from .test_hostile import HOSTILE

KINDS = ["xliff12", "omegat", "xliff20", "po"]
TEXT = """msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

#: home/page.html
msgid "Search <b>all</b> pages"
msgstr "Chercher dans <b>toutes</b> les pages"

msgctxt "menu"
msgid "Search"
msgstr ""

#, fuzzy
msgid "Page %(number)d of %(total)d"
msgstr "Page %(number)d sur %(total)d"

msgid "%(count)d page"
msgid_plural "%(count)d pages"
msgstr[0] "%(count)d page"
msgstr[1] "%(count)d pages"
"""


@pytest.fixture(autouse=True)
def _catalogue(tmp_path, settings):
    """A small catalogue in the place of that of the site."""
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(TEXT, encoding="utf-8")
    settings.LOCALE_PATHS = [tmp_path]


def take(data):
    """Check a file; return what is told, and the catalogue."""
    taking = Taking("fr", "file")
    part = taking.take(data)
    return part, taking.catalogue


def outcomes(part):
    """How many messages there are of each outcome."""
    found = [line.outcome for line in part.lines]
    return {outcome.value: found.count(outcome) for outcome in Outcome if outcome in found}


def replaced(kind, old, new):
    """The kit with some words replaced."""
    data = file_of("fr", kind)[1].decode()
    assert old in data
    return data.replace(old, new).encode()


def test_words_are_counted():
    (found,) = counts({"fr", "de"})
    assert (found.total, found.done, found.fuzzy, found.missing) == (5, 3, 1, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_an_untouched_kit_gives_the_same_catalogue(kind):
    part, found = take(file_of("fr", kind)[1])
    assert part.problem == ""
    assert outcomes(part) == {"unchanged": 5}
    assert str(found) == str(catalogue("fr"))


def test_a_plural_form_is_changed():
    part, found = take(replaced("xliff12", ">%(count)d pages</target>", ">les %(count)d pages</target>"))
    assert outcomes(part) == {"updated": 1, "unchanged": 4}
    assert found.find("%(count)d page").msgstr_plural == {0: "%(count)d page", 1: "les %(count)d pages"}


def test_states_decide_what_is_unclear():
    part, found = take(replaced("xliff12", 'state="needs-review-translation"', 'state="translated"'))
    assert outcomes(part) == {"updated": 1, "unchanged": 4}
    assert not found.find("Page %(number)d of %(total)d").fuzzy
    part, found = take(replaced("po", "#, fuzzy\n", ""))
    assert outcomes(part) == {"updated": 1, "unchanged": 4}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sur %(total)d", "sur %(somme)d"),
        ("sur %(total)d", "sur 5"),
        ("Chercher dans &lt;b&gt;toutes&lt;/b&gt;", "Chercher dans toutes"),
        (
            "Chercher dans &lt;b&gt;toutes&lt;/b&gt;",
            "&lt;i&gt;x&lt;/i&gt; &lt;b&gt;toutes&lt;/b&gt;",
        ),
        (">Search &lt;b&gt;all", ">Find &lt;b&gt;all"),
    ],
)
def test_what_would_break_a_page_is_refused(old, new):
    part, found = take(replaced("xliff12", old, new))
    assert outcomes(part) == {"refused": 1, "unchanged": 4}
    assert str(found) == str(catalogue("fr"))


def test_unknown_messages_and_other_languages_are_refused():
    part, _found = take(replaced("po", 'msgid "Search"', 'msgid "Seek"'))
    assert outcomes(part) == {"refused": 1, "unchanged": 4}
    part, _found = take(replaced("po", "Language: fr", "Language: de"))
    assert "not into fr" in part.problem
    part, _found = take(replaced("xliff20", 'trgLang="fr"', 'trgLang="hu"'))
    assert "not into fr" in part.problem


def test_hostile_files_are_refused():
    for data in HOSTILE.values():
        part, found = take(data)
        assert part.problem or {line.outcome for line in part.lines} <= {Outcome.REFUSED}
        assert str(found) == str(catalogue("fr"))


def test_the_catalogue_is_one_that_tools_read():
    _part, found = take(file_of("fr", "xliff20")[1])
    assert len(list(messages_of(polib.pofile(str(found))))) == 5
