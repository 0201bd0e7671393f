"""Checks of the text: who is quoted, and how long the sentences are."""

import re

from django.utils.translation import gettext as _

from common.plain import words
from news.checks.registry import check, error, warning

LONG_SENTENCE = 45
FEW = 3
SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@check
def quotations(page):
    """A quotation needs a speaker and a language."""
    for place, block in enumerate(page.body):
        if block.block_type == "quote":
            yield from _quote(block.value, place)
        elif block.block_type == "quotation" and not block.value:
            yield error("quotation", "body", _("A quotation was not chosen, or is no longer in the library."), place)


def _quote(value, place):
    if not str(value.get("speaker") or "").strip():
        yield error("speaker", "body", _("Say who is quoted."), place)
    if not value.get("language"):
        yield error("language", "body", _("Say in which language the quotation is."), place)


@check
def sentences(page):
    """Long sentences are hard to read and to translate."""
    texts = [block.value.source for block in page.body if block.block_type == "paragraph" and block.value]
    every = [sentence for text in texts for sentence in SENTENCE.split(words(text))]
    long = [sentence for sentence in every if len(sentence.split()) > LONG_SENTENCE]
    if len(long) >= FEW:
        yield warning(
            "long_sentences",
            "body",
            _("%(count)d sentences have more than %(most)d words. The first begins: “%(words)s …”")
            % {"count": len(long), "most": LONG_SENTENCE, "words": " ".join(long[0].split()[:6])},
        )
