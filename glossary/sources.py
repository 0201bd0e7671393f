"""What the keys in the sources of a term stand for.

A key that is not listed is shown as it is on record: a title is never guessed.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

TITLES = {
    "EN12": gettext_lazy("Council of Europe, Descriptive Glossary of terms relating to Roma issues, 18 May 2012"),
    "FR12": gettext_lazy(
        "Council of Europe, Descriptive Glossary of terms relating to Roma issues, French version, 2012"
    ),
    "NOT": gettext_lazy("Notice on the words “Roma and Travellers” on the former site of the Alliance"),
    "FN": gettext_lazy("Footnote on the words “Roma and Travellers” in texts of the Council of Europe (2019)"),
    "DOS": gettext_lazy("Campaign “Dosta!” of the Council of Europe"),
    "news_facts": gettext_lazy("News of the former site of the Alliance"),
    "Congress speech of Mar 2011": gettext_lazy("Speech at the Congress, March 2011"),
    "G": gettext_lazy("General knowledge, to be confirmed by a reader from the communities"),
}
KEY = re.compile(r"^(?P<key>[A-Z]{1,4}\d{0,2}|news_facts)(?: \((?P<detail>[^)]+)\))?$")


@dataclass(frozen=True)
class Source:
    """A source as readers see it."""

    title: str | Promise
    detail: str = ""


def named(text):
    """Return the sources of a term by name.

    Args:
        text: one source a line: a key, a key with a detail in brackets (“EN12 (IV.2)”), or a title.

    Returns:
        A list of Source; a key nobody has explained reads “Source on record: MAN”.
    """
    return [_source(line.strip()) for line in text.splitlines() if line.strip()]


def _source(line):
    found = KEY.match(line)
    if not found:
        return Source(TITLES.get(line, line))
    key, detail = found["key"], found["detail"] or ""
    return Source(TITLES.get(key) or _("Source on record: %(key)s") % {"key": key}, detail)
