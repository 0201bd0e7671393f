"""What the tests of the library stand on."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Collection, Locale, Page, Site

from tests.worlds import world


@world
def root(db):
    """A root collection, a language, a root page and a site whose front page is of no type of ours."""
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    locale, _ = Locale.objects.get_or_create(language_code="en")
    page = Page.objects.filter(depth=1).first() or Page.add_root(
        instance=Page(title="Root", slug="root", locale=locale)
    )
    page.get_children().update(live=False)
    home = page.add_child(instance=Page(title="Bare", slug="bare", locale=locale))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    return page


@pytest.fixture
def admin(root, client):
    """A client logged in as administrator."""
    user = get_user_model().objects.create_superuser("root", "root@example.org", "a long password")
    client.force_login(user)
    return client
