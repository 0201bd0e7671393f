"""The jobs on the site: who may do what, and from which page on downwards."""

from dataclasses import dataclass, field

from wagtail.models import Locale, Page, Site

EDITORS = "Editors"
MODERATORS = "Moderators"
COORDINATORS = "Coordinators"
OFFICERS = "Membership officers"
SECOND_READER = "Second reader"
MEMBER_INDEX = ("membership", "memberindexpage")

ADMIN = "wagtailadmin.access_admin"
SUBMIT_TRANSLATION = "wagtail_localize.submit_translation"
KEEP_RECORDS = "membership.keep_records"
SEE_SNIPPETS = ("news.view_theme", "navigation.view_frame", "people.view_quotation")
CHANGE_SNIPPETS = ("news.change_theme", "navigation.change_frame", "people.change_quotation")
ADD_THEMES = ("news.add_theme",)
ADD_QUOTATIONS = ("people.add_quotation",)
KEEP_QUOTATIONS = (*ADD_QUOTATIONS, "people.change_quotation")
PROMOTIONS = tuple(f"search.{action}_promotion" for action in ("view", "add", "change", "delete"))
KEEP_SEARCHES = ("search.view_searchedfor", *PROMOTIONS)

KEEP_APPLICATIONS = (
    "applications.view_application",
    "applications.change_application",
    "applications.delete_application",
    "applications.export_application",
)

CHANGE = frozenset({"change_page"})
WRITE = frozenset({"add_page", "change_page"})
REVIEW = frozenset({"change_page", "publish_page"})
KEEP = frozenset({"add_page", "change_page", "publish_page"})
PUBLISH = frozenset({"add_page", "change_page", "publish_page", "lock_page", "unlock_page"})
USE_FILES = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
ADD_FILES = (*USE_FILES, "wagtailimages.add_image", "wagtaildocs.add_document")
CHANGE_FILES = (*ADD_FILES, "wagtailimages.change_image", "wagtaildocs.change_document")


@dataclass(frozen=True)
class Role:
    """One job.

    Attributes:
        name: the group's name.
        pages: what may be done from which page on downwards: page id to codenames.
        general: rights on models, as "app.codename".
        files: rights on pictures and documents, as "app.codename".
    """

    name: str
    pages: dict = field(default_factory=dict)
    general: tuple = (ADMIN,)
    files: tuple = USE_FILES


def translators(code):
    """Name the group of a language's translators.

    Args:
        code: language code.

    Returns:
        str.
    """
    return f"Translators {code}"


def reviewers(code):
    """Name the group of a language's reviewers.

    Args:
        code: language code.

    Returns:
        str.
    """
    return f"Reviewers {code}"


def homes():
    """Find the home page of every language.

    Returns:
        dict of language code to Page; the source language comes first. Empty before the page tree exists.
    """
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return {}
    pages = Page.objects.filter(translation_key=site.root_page.translation_key).select_related("locale")
    source = site.root_page.locale_id
    return {
        page.locale.language_code: page for page in sorted(pages, key=lambda page: (page.locale_id != source, page.pk))
    }


def roles(home_pages):
    """Describe every job, for the languages that have a home page.

    Args:
        home_pages: what homes() gives.

    Yields:
        Role.
    """
    codes = list(home_pages)
    source = {home_pages[code].pk for code in codes[:1]}
    others = {home_pages[code].pk for code in codes[1:]}
    everywhere = (*SEE_SNIPPETS, *CHANGE_SNIPPETS, *ADD_THEMES, *ADD_QUOTATIONS, *KEEP_SEARCHES)
    yield Role(
        EDITORS, dict.fromkeys(source, WRITE), (ADMIN, *SEE_SNIPPETS, *KEEP_QUOTATIONS, *KEEP_SEARCHES), ADD_FILES
    )
    yield Role(MODERATORS, dict.fromkeys(source, PUBLISH), (ADMIN, *everywhere), CHANGE_FILES)
    coordinated = dict.fromkeys(source, WRITE) | dict.fromkeys(others, PUBLISH)
    yield Role(COORDINATORS, coordinated, (ADMIN, SUBMIT_TRANSLATION, *everywhere), ADD_FILES)
    yield Role(OFFICERS, _member_pages(source, home_pages), (ADMIN, KEEP_RECORDS, *KEEP_APPLICATIONS), ADD_FILES)
    for locale in Locale.objects.all():
        code = locale.language_code
        if code in codes[1:]:
            place = home_pages[code].pk
            snippets = (ADMIN, *SEE_SNIPPETS, *CHANGE_SNIPPETS)
            yield Role(translators(code), {place: CHANGE}, snippets)
            yield Role(reviewers(code), {place: REVIEW}, snippets)


def _member_pages(source, home_pages):
    app, model = MEMBER_INDEX
    paths = [page.path for page in home_pages.values() if page.pk in source]
    lists = Page.objects.filter(content_type__app_label=app, content_type__model=model)
    return {page.pk: KEEP for page in lists if any(page.path.startswith(path) for path in paths)}
