"""Three languages, their home pages, a list of members, and the groups of all jobs."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, Locale, Page, Site

from accounts.roles import ensure_demo_accounts, ensure_roles, ensure_workflow
from membership.models import MemberIndexPage
from tests.worlds import world

PASSWORD = "three long words"


def add_home(root, code, source=None):
    """Open a language: its Locale and its home page."""
    locale, _ = Locale.objects.get_or_create(language_code=code)
    home = Page(title=f"Home {code}", slug=f"home-{code}", locale=locale)
    if source:
        home.translation_key = source.translation_key
    return root.add_child(instance=home)


@world
def tree(db):
    """`.root`, `.en`, `.fr`, `.rom`: the home pages; `.story_en`, `.story_fr`: drafts; `.members`."""
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    english, _ = Locale.objects.get_or_create(language_code="en")
    Site.objects.all().delete()
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=english)
    )
    for old in root.get_children():
        old.delete()
    root = Page.objects.get(pk=root.pk)
    en = add_home(root, "en")
    Site.objects.create(hostname="localhost", root_page=en, is_default_site=True)
    found = SimpleNamespace(root=root, en=en, fr=add_home(root, "fr", en), rom=add_home(root, "rom", en))
    found.story_en = en.add_child(instance=Page(title="Story", slug="story", live=False, locale=en.locale))
    found.story_fr = found.fr.add_child(
        instance=Page(title="Article", slug="article", live=False, locale=found.fr.locale)
    )
    found.members = en.add_child(instance=MemberIndexPage(title="Members", slug="members", locale=en.locale))
    return found


@world
def people(tree):
    """The demo accounts by user name, each in its group, and the workflow at work."""
    source = ContentType.objects.get(app_label="wagtail_localize", model="translationsource")
    Permission.objects.get_or_create(
        content_type=source, codename="submit_translation", defaults={"name": "Can submit translations"}
    )
    ensure_roles()
    ensure_workflow()
    return ensure_demo_accounts(PASSWORD)


@pytest.fixture
def log_in(client, people):
    """Log a demo account in and give the client."""

    def enter(name):
        client.force_login(people[name])
        return client

    return enter
