"""What is kept under the stamp: until the next change, in every process."""

import pytest
from django.db import transaction
from wagtail.models import PageViewRestriction

from common import stamp

pytestmark = pytest.mark.django_db


def test_a_value_is_made_once_until_the_stamp_is_renewed():
    made = []

    def make():
        made.append(1)
        return len(made)

    assert [stamp.kept("test", make), stamp.kept("test", make)] == [1, 1]
    stamp.renew()
    assert stamp.kept("test", make) == 2


def test_a_change_that_is_taken_back_leaves_nothing_behind():
    before = stamp.current()
    with transaction.atomic():
        stamp.renew()
        assert stamp.kept("test", lambda: "uncommitted") == "uncommitted"
        transaction.set_rollback(True)
    assert stamp.current() == before
    stamp.renew()
    assert stamp.kept("test", lambda: "committed") == "committed"


def test_within_a_request_the_stamp_is_asked_for_once(django_assert_num_queries):
    stamp.renew()
    with stamp.one_request(), django_assert_num_queries(1):
        stamp.kept("one", lambda: 1)
        stamp.kept("two", lambda: 2)


def test_without_a_shared_cache_each_process_keeps_its_own(settings, django_assert_num_queries):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    stamp.renew()
    made = []
    for _request in range(3):
        with stamp.one_request():
            assert stamp.kept("made.here", lambda: made.append(1) or "words") == "words"
    assert made == [1]


def test_another_version_of_the_code_keeps_its_own(monkeypatch):
    assert stamp.kept("shape", lambda: "old") == "old"
    stamp.near.clear()
    assert stamp.kept("shape", lambda: "made anew") == "old"
    stamp.near.clear()
    monkeypatch.setattr(stamp, "code_version", lambda: "another")
    assert stamp.kept("shape", lambda: "new") == "new"


def test_no_request_changes_what_the_next_one_gets():
    with stamp.one_request():
        stamp.kept("list", lambda: ["a"]).append("b")
    with stamp.one_request():
        assert stamp.kept("list", lambda: ["other"]) == ["a"]


def test_nothing_is_kept_as_well(django_assert_num_queries):
    assert stamp.kept("nothing", lambda: None) is None
    assert stamp.kept("nothing", lambda: "changed") is None


def test_a_page_that_is_closed_to_readers_is_closed_at_once(client, site_tree):
    assert client.get(site_tree.home.url).status_code == 200
    rule = PageViewRestriction.objects.create(page=site_tree.home, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(site_tree.home.url).status_code in {302, 404}
    rule.delete()
    assert client.get(site_tree.home.url).status_code == 200
