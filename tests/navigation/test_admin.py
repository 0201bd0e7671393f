"""The editing form of the frame."""

import pytest
from django.urls import reverse

from seed.factories.navigation import make_frame


@pytest.fixture
def editor(client, django_user_model):
    """A signed-in administrator."""
    client.force_login(django_user_model.objects.create_superuser("ada", "ada@example.org", "secret-words"))
    return client


def test_the_form_opens_with_all_its_parts(site_tree, editor):
    frame = make_frame(site_tree.home.locale, menu=[("Start", site_tree.home)])
    page = editor.get(reverse("wagtailsnippets_navigation_frame:edit", args=[frame.pk]))
    assert page.status_code == 200
    for heading in ("Main menu", "Legal pages", "Networks", "Contact persons", "Please note"):
        assert heading in page.text


def test_the_list_tells_the_languages_apart(site_tree, editor):
    make_frame(site_tree.home.locale, site_name="Alliance in English")
    page = editor.get(reverse("wagtailsnippets_navigation_frame:list"))
    assert "Alliance in English" in page.text
