"""The forms of the demo glossary as plain data, so that the engine is tested without a database."""

from functools import cache

from glossary.guard.forms import Form
from glossary.guard.lexicon import lexicon
from glossary.guard.records import SEVERITY_OF
from seed.reading import table

LANGUAGES = ("en", "fr", "de", "ro", "hu")


@cache
def demo_lexicon(language):
    """The lexicon of a language, made from the seed's file."""
    found = []
    for term in table("terms")["terms"]:
        rows = [row for row in term.get("variants", ()) if row["language"] == language]
        found += [Form(row["form"], SEVERITY_OF.get(row["kind"], ""), row.get("instead", "")) for row in rows]
        if language in term["title"] and language in term["definition"]:
            found.append(Form(term["title"][language]))
    return lexicon(language, tuple(found))
