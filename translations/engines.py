"""Engines that propose translations, if the settings name one. What they propose is never more than a proposal."""

import re
from collections.abc import Iterable

import requests
from django.conf import settings
from django.utils.translation import gettext as _

from common.romani import CODE as ROMANI

AT_ONCE = 50
PATIENCE = 20
DEEPL_CODES = "bg cs da de el en es et fi fr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv tr uk zh"
DEEPL = frozenset(re.findall(r"[a-z]+", DEEPL_CODES))


class EngineError(Exception):
    """The engine did not answer as it should; the message says so to the person who asked."""


def is_configured() -> bool:
    """Whether the settings name an engine."""
    return bool(settings.TRANSLATION_ENGINE and settings.TRANSLATION_ENGINE_URL)


def can_translate(source_language: str, target_language: str) -> bool:
    """Whether the engine may be asked for a pair of languages; never for Romani, which no engine knows.

    Args:
        source_language: Code of the source language.
        target_language: Code of the target language.
    """
    if not is_configured() or ROMANI in (source_language, target_language):
        return False
    return settings.TRANSLATION_ENGINE != "deepl" or {source_language, target_language} <= DEEPL


def propose(source_language: str, target_language: str, texts: Iterable[str]) -> list[str]:
    """Ask the engine for translations, fifty at a time.

    Args:
        source_language: Code of the source language.
        target_language: Code of the target language.
        texts: Segments with their inline tags.

    Returns:
        A proposal for each text.

    Raises:
        EngineError: If the engine cannot be reached, refuses, or answers something else.
    """
    ask = {"deepl": _deepl, "libretranslate": _libretranslate}[settings.TRANSLATION_ENGINE]
    return [
        proposal
        for part in _parts(list(texts))
        for proposal in _checked(ask(source_language, target_language, part), len(part))
    ]


def _parts(texts: list[str]) -> list[list[str]]:
    return [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]


def _checked(proposals, number: int) -> list[str]:
    whole = isinstance(proposals, list) and len(proposals) == number
    if not whole or not all(isinstance(one, str) for one in proposals):
        raise EngineError(_("The translation engine gave an answer that makes no sense."))
    return proposals


def _deepl(source: str, target: str, texts: list[str]) -> list[str]:
    body = {"text": texts, "source_lang": source.upper(), "target_lang": target.upper(), "tag_handling": "html"}
    answer = _post("/v2/translate", body, {"Authorization": f"DeepL-Auth-Key {settings.TRANSLATION_ENGINE_KEY}"})
    try:
        return [one["text"] for one in answer["translations"]]
    except (KeyError, TypeError) as error:
        raise EngineError(_("The translation engine gave an answer that makes no sense.")) from error


def _libretranslate(source: str, target: str, texts: list[str]) -> list[str]:
    body = {"q": texts, "source": source, "target": target, "format": "html"}
    if settings.TRANSLATION_ENGINE_KEY:
        body["api_key"] = settings.TRANSLATION_ENGINE_KEY
    answer = _post("/translate", body, {})
    return answer.get("translatedText") if isinstance(answer, dict) else None


def _post(path: str, body: dict, headers: dict):
    address = settings.TRANSLATION_ENGINE_URL.rstrip("/") + path
    try:
        response = requests.post(address, json=body, headers=headers, timeout=PATIENCE, allow_redirects=False)
        if response.status_code != requests.codes.ok:
            raise EngineError(_("The translation engine refused (%(status)s).") % {"status": response.status_code})
        return response.json()
    except (requests.RequestException, ValueError) as error:
        raise EngineError(_("The translation engine cannot be reached.")) from error
