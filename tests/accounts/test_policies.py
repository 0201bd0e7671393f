"""A translator changes snippets in their own language, and opens no other by any door."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Locale

from accounts.languages import editable_locales
from accounts.models import User
from navigation.models import Frame
from news.models import Theme
from tests.worlds import world

FORMS = {"title": "Schools"}


@world
def themes(tree):
    """The same theme in English and French."""
    english = Theme.objects.create(title="Education", slug="education", locale=tree.en.locale)
    french = english.copy_for_translation(tree.fr.locale)
    french.title, french.slug = "Éducation", "education-fr"
    french.save()
    return {"en": english, "fr": french}


def door(name, *args, **query):
    return reverse(f"wagtailsnippets_news_theme:{name}", args=args, query=query or None)


def test_a_translator_edits_their_language(themes, log_in):
    client = log_in("translator-fr")
    assert client.get(door("edit", themes["fr"].pk)).status_code == 200
    client.post(door("edit", themes["fr"].pk), {"title": "Écoles", "slug": "ecoles"})
    themes["fr"].refresh_from_db()
    assert themes["fr"].title == "Écoles"


@pytest.mark.parametrize("name", ["edit", "delete", "history", "usage", "copy"])
def test_no_door_of_another_language_opens(themes, log_in, name):
    client = log_in("translator-fr")
    address = door(name, themes["en"].pk)
    for response in (client.get(address), client.post(address, {"title": "Overwritten", "slug": "x"})):
        assert response.status_code in {302, 403}
    themes["en"].refresh_from_db()
    assert themes["en"].title == "Education"


def test_nothing_is_created_in_another_language(themes, people, log_in):
    people["translator-fr"].groups.first().permissions.add(Permission.objects.get(codename="add_theme"))
    client = log_in("translator-fr")
    assert client.get(door("add", locale="en")).status_code in {302, 403}
    assert client.get(door("add")).status_code in {302, 403}
    assert client.get(door("add", locale="fr")).status_code == 200
    client.post(door("add", locale="en"), {"title": "New", "slug": "new"})
    assert not Theme.objects.filter(slug="new").exists()


def test_deleting_many_stops_at_another_language(themes, people, log_in):
    people["translator-fr"].groups.first().permissions.add(Permission.objects.get(codename="delete_theme"))
    client = log_in("translator-fr")
    both = "&".join(f"id={theme.pk}" for theme in themes.values())
    client.post(f"{reverse('wagtail_bulk_action', args=('news', 'theme', 'delete'))}?{both}")
    assert Theme.objects.filter(pk=themes["en"].pk).exists()


def test_an_old_version_of_another_language_cannot_be_brought_back(tree, people, log_in):
    frame = Frame.objects.create(site_name="The Alliance", locale=tree.en.locale)
    revision = frame.save_revision()
    client = log_in("translator-fr")
    for name, args in (("edit", ()), ("history", ()), ("revisions_revert", (revision.pk,))):
        address = reverse(f"wagtailsnippets_navigation_frame:{name}", args=(frame.pk, *args))
        assert client.get(address).status_code in {302, 403}, name
    french = frame.copy_for_translation(tree.fr.locale)
    french.save()
    assert client.get(reverse("wagtailsnippets_navigation_frame:edit", args=(french.pk,))).status_code == 200


def test_editors_read_themes_and_change_none(themes, log_in):
    client = log_in("editor")
    client.post(door("edit", themes["en"].pk), {"title": "Overwritten", "slug": "x"})
    themes["en"].refresh_from_db()
    assert themes["en"].title == "Education"


def test_coordinators_change_every_language(themes, log_in):
    client = log_in("coordinator")
    for theme in themes.values():
        assert client.get(door("edit", theme.pk)).status_code == 200


def test_languages_follow_from_the_rights_on_pages(tree, people):
    def codes(name):
        user = User.objects.get(username=name)
        return set(Locale.objects.filter(pk__in=editable_locales(user)).values_list("language_code", flat=True))

    assert codes("translator-fr") == {"fr"}
    assert codes("reviewer-fr") == {"fr"}
    assert codes("editor") == {"en"}
    assert codes("coordinator") == {"en", "fr", "rom"}
    assert codes("admin") == {"en", "fr", "rom"}
