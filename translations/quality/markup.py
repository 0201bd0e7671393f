"""Checks of what is not words: tags, links, placeholders, addresses."""

import re
from collections import Counter

from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue, validate_translation_links

from translations.quality.finding import Finding

TAG = re.compile(r"<\s*(/?)\s*([a-z][a-z0-9]*)([^<>]*)>")
LINK = re.compile(r'<a\b[^>]*\bid="([^"]+)"')
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
ADDRESS = re.compile(r"https?://[^\s<>\"']+|[\w.+-]+@[\w-]+\.[\w.]+")
FREE = {"br", "span"}


def lost_tags(source: str, translated: str) -> list[str]:
    """The tags that a translation has lost or added.

    Args:
        source: The segment in the source language.
        translated: The segment as it is translated.

    Returns:
        Names of tags such as "a" and "b", in alphabetical order; line breaks may differ.
    """
    before, after = _tags(source), _tags(translated)
    return sorted(((before - after) + (after - before)).keys())


def _tags(markup: str) -> Counter:
    return Counter(name for closes, name, _rest in TAG.findall(markup) if not closes and name not in FREE)


def check_markup(pair) -> list[Finding]:
    """Links and emphasis are those of the source, and closed where they should be."""
    tags = lost_tags(pair.source, pair.target)
    if tags:
        listed = ", ".join(f"<{tag}>" for tag in tags)
        message = _("Links and emphasis must be the same as in the source. Please check: %(tags)s.")
        return [Finding("tags", message % {"tags": listed}, blocks=True)]
    if Counter(LINK.findall(pair.source)) != Counter(LINK.findall(pair.target)) or not _is_valid(pair):
        return [Finding("tags", _("A link of the source is missing here, or a tag is not closed."), blocks=True)]
    return []


def _is_valid(pair) -> bool:
    try:
        StringValue.from_translated_html(pair.target)
        validate_translation_links(pair.source, pair.target)
    except ValueError:
        return False
    return _balance(pair.target) == _balance(pair.source)


def _balance(markup: str) -> Counter:
    balance: Counter = Counter()
    for closes, name, rest in TAG.findall(markup):
        if name not in FREE and not rest.endswith("/"):
            balance[name] += -1 if closes else 1
    return Counter({name: number for name, number in balance.items() if number})


def check_placeholders(pair) -> list[Finding]:
    """Placeholders such as %(count)d are those of the source."""
    before, after = Counter(PLACEHOLDER.findall(pair.source)), Counter(PLACEHOLDER.findall(pair.target))
    if "%" not in pair.source or before == after:
        return []
    listed = ", ".join(sorted(((before - after) + (after - before)).keys()))
    message = _("Placeholders must be the same as in the source. Please check: %(placeholders)s.")
    return [Finding("placeholders", message % {"placeholders": listed}, blocks=True)]


def check_addresses(pair) -> list[Finding]:
    """Addresses of pages and of mail that stand in the words are kept."""
    missing = set(ADDRESS.findall(pair.source)) - set(ADDRESS.findall(pair.target))
    if not missing:
        return []
    message = _("An address of the source is missing: %(addresses)s.")
    return [Finding("links", message % {"addresses": ", ".join(sorted(missing))})]
