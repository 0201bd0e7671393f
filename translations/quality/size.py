"""Checks of length, and of words that were left as they are in the source."""

import html
import re

from django.utils.translation import gettext as _

from translations.quality.finding import Finding
from translations.words import plain

MUCH_LONGER, MUCH_SHORTER, SHORT = 2.2, 0.35, 25
COMMON_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z]{4,}(?!\w)")


def check_length(pair) -> list[Finding]:
    """The words fit into their field, and are about as many as those of the source."""
    written = html.unescape(re.sub(r"<[^<>]*>", "", pair.target))
    if pair.max_length and len(written) > pair.max_length:
        message = _("This is %(length)d characters long; %(limit)d fit.")
        return [Finding("length", message % {"length": len(written), "limit": pair.max_length}, blocks=True)]
    before, after = len(plain(pair.source)), len(plain(pair.target))
    if before < SHORT or pair.slug:
        return []
    if after > before * MUCH_LONGER:
        return [Finding("length", _("This is much longer than the source."))]
    if after < before * MUCH_SHORTER:
        return [Finding("length", _("This is much shorter than the source."))]
    return []


def check_sameness(pair) -> list[Finding]:
    """The words are not those of the source, unless they are names."""
    words = plain(pair.target)
    if words != plain(pair.source) or not COMMON_WORD.search(words):
        return []
    return [Finding("same", _("This is the same as the source. Say “as in the source” if that is meant."))]
