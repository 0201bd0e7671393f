"""Front pages and pages of text, as small as they can be."""

from dataclasses import dataclass, field

from django.conf import settings
from wagtail.models import Locale, Page, Site
from wagtail.signals import page_published

from common.localization import forget_homes
from home.models import HomePage, StandardPage


@dataclass
class Trees:
    """The front pages of a site by language."""

    site: Site
    homes: dict[str, HomePage] = field(default_factory=dict)

    @property
    def home(self) -> HomePage:
        """The front page in the source language."""
        return self.homes[settings.LANGUAGE_CODE]

    def locale(self, code: str) -> Locale:
        """The locale of a language."""
        return self.homes[code].locale


def plant_trees(*codes: str) -> Trees:
    """Put a site with front pages in the place of whatever is there.

    Args:
        codes: Languages to open; the source language comes first.

    Returns:
        The site and its front pages.
    """
    trees = _standing(codes) or _planted_anew(codes[0])
    for code in codes[1:]:
        if code not in trees.homes:
            trees.homes[code] = translate_page(trees.home, code, title=f"Alliance {code}", slug=f"home-{code}")
    forget_homes()
    return trees


def _standing(codes: tuple[str, ...]) -> Trees | None:
    """The trees that were planted before, if they are bare and none is in the way: keeping them is much cheaper."""
    site = Site.objects.filter(hostname="testserver", is_default_site=True).first()
    found = HomePage.objects.filter(depth=2).select_related("locale").order_by("path")
    homes = {home.locale.language_code: home for home in found}
    bare = Page.objects.filter(depth=2).count() == len(homes) and not any(home.numchild for home in homes.values())
    fits = site is not None and codes[0] in homes and set(homes) <= set(codes)
    return Trees(site, homes) if bare and fits and site.root_page_id == homes[codes[0]].pk else None


def _planted_anew(code: str) -> Trees:
    """A site with one front page, in the place of whatever was there."""
    Site.objects.all().delete()
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=make_locale(code))
    for page in root.get_children():
        page.delete()
    root = Page.objects.get(pk=root.pk)
    home = root.add_child(instance=HomePage(title="Alliance", slug="home", locale=make_locale(code)))
    site = Site.objects.create(hostname="testserver", port=80, root_page=home, is_default_site=True, site_name="Test")
    return Trees(site, {code: home})


def make_locale(code: str) -> Locale:
    """The locale of a language, made if it is missing.

    Args:
        code: A configured language.
    """
    return Locale.objects.get_or_create(language_code=code)[0]


def make_page(parent: Page, title: str, *, live: bool = True, **fields) -> StandardPage:
    """A page of text.

    Args:
        parent: The page above it.
        title: Its title; the slug is made from it.
        live: False for a draft.
        fields: Further fields of StandardPage.
    """
    parent = Page.objects.get(pk=parent.pk).specific
    page = parent.add_child(instance=StandardPage(title=title, locale_id=parent.locale_id, live=live, **fields))
    revision = page.save_revision()
    if live:
        revision.publish()
    return StandardPage.objects.get(pk=page.pk)


def translate_page(page: Page, code: str, *, live: bool = True, **fields) -> Page:
    """A page's counterpart in another language, without the records of the translation workflow.

    Args:
        page: The page; its parent must have a counterpart already.
        code: The language.
        live: False for a draft.
        fields: What differs: title, slug and so on.
    """
    page = Page.objects.get(pk=page.pk).specific
    copy = page.copy_for_translation(make_locale(code))
    for name, value in {"live": live, "alias_of": None, **fields}.items():
        setattr(copy, name, value)
    copy.draft_title = copy.title
    copy.save()
    if live:
        page_published.send(sender=type(copy), instance=copy, revision=None)
    return type(page).objects.get(pk=copy.pk)
