"""Addresses: the part a page adds, made from its title in plain letters, and the whole one for other sites."""

from django.conf import settings
from wagtail.models import Page

from common.localization import homes, language_of
from common.slugs import free_slug, slug_for, transliterate


def absolute(url: str) -> str:
    """The public address of a path.

    Args:
        url: A path on this site, or an address that is whole already.

    Returns:
        The address with scheme and host, as search engines and feeds need it.
    """
    return settings.BASE_URL + url if url.startswith("/") else url


def path_of(page: Page) -> str:
    """The path of a page on this site, without a query.

    Args:
        page: A page in an open language, with `locale_id` and `url_path`.

    Returns:
        For example "/fr/a-propos/"; empty if the page stands outside the open languages.
    """
    return path_at(page.url_path, page.locale_id)


def path_at(url_path: str, locale_id: int) -> str:
    """The path of a place in the tree, for queries that fetch no more of a page than that.

    Args:
        url_path: As Wagtail stores it.
        locale_id: The language of the page.

    Returns:
        For example "/fr/a-propos/"; empty if the place is outside the open languages.
    """
    for home in homes().values():
        if locale_id == home.locale_id and url_path.startswith(home.root):
            return home.url + url_path[len(home.root) :]
    return ""


def language_for_slug(page: Page) -> str:
    """The language whose rules make the address.

    Args:
        page: A page, perhaps not saved yet.

    Returns:
        The page's language code, or its parent's, or "en".
    """
    if page.locale_id:
        return language_of(page)
    parent = page.get_parent() if page.path or getattr(page, "_cached_parent_obj", None) else None
    return language_of(parent) if parent is not None and parent.locale_id else "en"


def own_slug(page: Page) -> str:
    """The address part that the page should have.

    Args:
        page: A page; its slug may be empty, or hold letters that no address should.

    Returns:
        A slug in plain letters. What the editor chose stays if it is plain already; a made one avoids its siblings.
    """
    language = language_for_slug(page)
    if page.slug and page.slug == transliterate(page.slug, language):
        return page.slug
    made = slug_for(page.slug or page.title, language)
    if not made or not _parent_known(page):
        return made or page.slug
    parent = page.get_parent()
    return free_slug(made, lambda slug: not Page._slug_is_available(slug, parent, page))


def _parent_known(page: Page) -> bool:
    return bool(page.path or getattr(page, "_cached_parent_obj", None))
