"""Translations go the way of their source, as far as the person may do that."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from seed.factories.pages import make_page
from translations.checks import check_relations
from translations.progress import progress_of

from .conftest import make_person, start, translate

pytestmark = pytest.mark.django_db
ALL = ["add_page", "change_page", "publish_page"]


@pytest.fixture
def live_french(french, django_capture_on_commit_callbacks):
    translate(french)
    with django_capture_on_commit_callbacks(execute=True):
        french.save_target(publish=True)
    return french


def reloaded(translation):
    return Page.objects.get(pk=translation.get_target_instance().pk)


def test_unpublishing_the_source_takes_translations_along(client, about, live_french, trees):
    client.force_login(make_person("boss", dict.fromkeys(trees.homes.values(), ALL)))
    client.post(reverse("wagtailadmin_pages:unpublish", args=[about.pk]), {})
    assert not reloaded(live_french).live


def test_unpublishing_stops_where_rights_end(client, about, live_french, trees):
    client.force_login(make_person("english", {trees.home: ALL}))
    client.post(reverse("wagtailadmin_pages:unpublish", args=[about.pk]), {})
    assert not Page.objects.get(pk=about.pk).live
    assert reloaded(live_french).live


def test_unpublishing_a_translation_leaves_the_source(client, about, live_french, trees):
    client.force_login(make_person("boss", dict.fromkeys(trees.homes.values(), ALL)))
    client.post(reverse("wagtailadmin_pages:unpublish", args=[reloaded(live_french).pk]), {})
    assert Page.objects.get(pk=about.pk).live


def test_moving_the_source_moves_translations(client, about, live_french, trees):
    place = make_page(trees.home, "Place")
    french_place = start(place, trees.locale("fr")).get_target_instance()
    client.force_login(make_person("boss", dict.fromkeys(trees.homes.values(), ALL)))
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[about.pk, place.pk]), {})
    assert reloaded(live_french).get_parent().pk == french_place.pk


def test_deleting_the_source_deletes_translations(client, about, live_french, trees):
    pk = reloaded(live_french).pk
    client.force_login(make_person("boss", dict.fromkeys(trees.homes.values(), ALL)))
    client.post(reverse("wagtailadmin_pages:delete", args=[about.pk]), {})
    assert not Page.objects.filter(pk__in=[pk, about.pk]).exists()


def test_translations_expire_with_their_source(about, live_french):
    day = timezone.now() + datetime.timedelta(days=30)
    about.expire_at = day
    about.save_revision().publish()
    assert reloaded(live_french).expire_at == day
    about.expire_at = None
    about.save_revision().publish()
    assert reloaded(live_french).expire_at is None


def test_progress_and_outdated(about, live_french):
    progress = progress_of(live_french)
    assert (progress.percent, progress.complete, progress.outdated, progress.live) == (100, True, False, True)
    about.introduction = "Other words"
    about.save_revision().publish()
    assert progress_of(live_french).outdated
    progress = progress_of(live_french)
    assert (progress.percent, progress.outdated) == (75, True)


def test_the_report_shows_pages_and_languages(client, about, live_french, trees, coordinator):
    start(about, trees.locale("de"))
    client.force_login(coordinator)
    html = client.get(reverse("translations_matrix")).content.decode()
    assert "About us" in html
    assert "100 %" in html
    assert "0 %" in html


def test_the_report_does_not_grow_with_pages(client, trees, coordinator, django_assert_max_num_queries):
    for number in range(8):
        start(make_page(trees.home, f"Page {number}"), trees.locale("fr"))
    client.force_login(coordinator)
    client.get(reverse("translations_matrix"))
    with django_assert_max_num_queries(30):
        client.get(reverse("translations_matrix"))


def test_models_use_only_what_follows_the_source():
    assert check_relations(None) == []
