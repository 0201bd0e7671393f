"""Interface words: every one is in the catalogues, and what readers see is translated."""

import re

import pytest
from django.conf import settings

from alliance_cms.catalogues import compiled, read
from alliance_cms.messages import found, merged
from tests.house.source import ROOT

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def path(language):
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


@pytest.fixture(scope="module")
def words():
    return found(ROOT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_current(language, words):
    assert merged(path(language), words).decode() == path(language).read_text(), "run make messages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_current(language):
    assert path(language).with_suffix(".mo").read_bytes() == compiled(read(path(language))), "run make messages"


def test_french_is_complete():
    missing = [message.id for message in read(path("fr")) if message.id and not all(texts(message))]
    assert missing == []


@pytest.mark.parametrize("language", ["rom", "de"])
def test_what_readers_see_is_translated(language, words):
    seen = {message.id for message in words if message.id and reader_facing(message)}
    missing = [m.id for m in read(path(language)) if m.id and m.id in seen and not all(texts(m))]
    assert missing == []


@pytest.mark.parametrize("language", ["fr", "rom", "de"])
def test_translations_keep_their_placeholders(language):
    wrong = []
    for message in read(path(language)):
        if not message.id or not any(texts(message)):
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        known = {part for source in sources for part in PLACEHOLDER.findall(source)}
        wrong += [text for text in texts(message) if set(PLACEHOLDER.findall(text)) - known]
        wrong += [text for text in texts(message)[-1:] if known - set(PLACEHOLDER.findall(text))]
    assert wrong == []


def texts(message):
    return message.string if isinstance(message.string, tuple) else (message.string,)


def reader_facing(message):
    """Tell whether a word stands in a template of the public site, or in a module that makes public words."""
    return any(
        "/templates/" in f"/{place}" and "/admin/" not in place and "wagtail" not in place
        for place, _line in message.locations
    )
