"""The themes of good practices: the same topics by which readers follow the news, named by their translation key."""

from collections.abc import Iterable

from django.apps import apps
from django.conf import settings
from django.utils.translation import get_language

from common.collation import sort_key

__all__ = ["theme_choices", "theme_titles"]


def theme_titles(language: str, keys: Iterable[str] | None = None) -> dict[str, str]:
    """The titles of themes, in one query.

    Args:
        language: A language code; a theme without words in it is named in the language of the source.
        keys: Translation keys as text; None for all themes.

    Returns:
        Translation key as text to title.
    """
    rows = apps.get_model("news", "Theme").objects.filter(locale__language_code__in={language, settings.LANGUAGE_CODE})
    if keys is not None:
        rows = rows.filter(translation_key__in=list(keys))
    found = {}
    for key, code, title in rows.order_by().values_list("translation_key", "locale__language_code", "title"):
        if code == language or str(key) not in found:
            found[str(key)] = title
    return found


def theme_choices() -> list[tuple[str, str]]:
    """The themes an editor may choose, in alphabetical order.

    Returns:
        Pairs of (translation key, title in the active language).
    """
    language = get_language() or settings.LANGUAGE_CODE
    return sorted(theme_titles(language).items(), key=lambda pair: sort_key(pair[1], language))
