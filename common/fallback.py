"""Where a page stands whose address is not known in the language asked for."""

from uuid import UUID

from wagtail.models import Page

from common.addresses import path_of
from common.localization import HOME_DEPTH, LIGHT, Home, LanguageLink, everyones, homes, language_name


def page_elsewhere(home: Home, nearest: Page | None, parts: list[str], left: list[str]) -> Page | None:
    """The page that an address means, read with the words of another language.

    The whole path may be in the other language (/fr/news/vilnius/ for /en/news/vilnius/), or only its end, below a
    page that is translated (/fr/actualites/vilnius/).

    Args:
        home: The front page of the language asked for.
        nearest: The page furthest down the path in that language.
        parts: The parts of the whole path.
        left: The parts below `nearest`.

    Returns:
        The page in the language asked for if it has one after all, else in the first language that has it, or None.
    """
    paths = [other.root + _joined(parts) for other in homes().values() if other.code != home.code]
    if nearest is not None and nearest.depth > HOME_DEPTH:
        others = Page.objects.filter(translation_key=nearest.translation_key).exclude(pk=nearest.pk)
        paths += [path + _joined(left) for path in others.values_list("url_path", flat=True)]
    found = _first_by_language(everyones(Page.objects.filter(url_path__in=paths)).only(*LIGHT))
    if found is None:
        return None
    own = everyones(Page.objects.filter(translation_key=found.translation_key, locale_id=home.locale_id))
    return own.only(*LIGHT).first() or found


def page_in_other_words(page: Page | None) -> Page | None:
    """A page in the first language in which readers may see it.

    Args:
        page: A page, or a draft, in one language.

    Returns:
        Its translation, or None.
    """
    if page is None:
        return None
    return _first_by_language(everyones(page.get_translations().filter(alias_of=None)).only(*LIGHT))


def _joined(parts: list[str]) -> str:
    return "".join(f"{part}/" for part in parts)


def _first_by_language(pages) -> Page | None:
    order = [other.locale_id for other in homes().values()]
    found = [page for page in pages if page.locale_id in order]
    return min(found, key=lambda page: order.index(page.locale_id), default=None)


def links_to(key: UUID | None) -> list[LanguageLink]:
    """The languages in which all readers may see a page.

    Args:
        key: The translation key of the page; None gives an empty list.

    Returns:
        One link for each of them.
    """
    if key is None:
        return []
    pages = everyones(Page.objects.filter(translation_key=key, alias_of=None)).only(*LIGHT)
    by_locale = {page.locale_id: page for page in pages}
    return [
        LanguageLink(home.code, language_name(home.code), path_of(by_locale[home.locale_id]))
        for home in homes().values()
        if home.locale_id in by_locale
    ]
