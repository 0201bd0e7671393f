"""The site goes on while the shared cache is away."""

import socket
import time

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError as NoConnection

from alliance_cms.cache import PAUSE, SteadyCache


@pytest.fixture(autouse=True)
def _as_after_a_start(monkeypatch):
    monkeypatch.setattr(SteadyCache, "_away_until", 0.0)
    monkeypatch.setattr(SteadyCache, "_was_away", False)


@pytest.fixture
def silent():
    """The address of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"


REFUSING = "redis://127.0.0.1:1/0"


def work(cache):
    cache.clear()
    cache.set("a", 1)
    assert cache.get("a") == 1
    assert cache.add("a", 2) is False
    assert cache.incr("a") == 2
    assert cache.touch("a") is True
    assert "a" in cache
    assert cache.set_many({"b": 1, "c": 2}) == []
    assert cache.get_many(["a", "b", "c"]) == {"a": 2, "b": 1, "c": 2}
    cache.delete_many(["b", "c"])
    assert cache.delete("a") is True
    assert cache.get("a", "nothing") == "nothing"
    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")


def test_a_server_that_refuses_is_stood_in_for(caplog):
    cache = SteadyCache(REFUSING, {})
    work(cache)
    assert cache.is_away
    assert caplog.text.count("does not answer") == 1


def test_a_silent_server_costs_half_a_second_once(silent):
    cache = SteadyCache(silent, {})
    began = time.monotonic()
    work(cache)
    assert time.monotonic() - began < 1


def test_it_comes_back_and_what_was_kept_aside_is_forgotten(monkeypatch):
    kept = {}
    monkeypatch.setattr(RedisCache, "get", lambda self, key, *rest, **options: kept.get(key))
    cache = SteadyCache(REFUSING, {})
    cache.set("a", "kept aside")
    assert cache.get("a") == "kept aside"

    monkeypatch.setattr(SteadyCache, "_away_until", time.monotonic() - PAUSE)
    kept["a"] = "shared"
    assert cache.get("a") == "shared"

    monkeypatch.setattr(RedisCache, "get", _refuse)
    assert cache.get("a") is None


def _refuse(*_args, **_options):
    raise NoConnection("gone")


@pytest.fixture
def away(settings):
    """The site with a shared cache that is not there."""
    before = settings.CACHES
    settings.CACHES = {"default": {"BACKEND": "alliance_cms.cache.SteadyCache", "LOCATION": REFUSING}}
    caches["default"].clear()
    yield
    settings.CACHES = before


@pytest.mark.usefixtures("away", "site_tree")
def test_pages_and_the_editors_door_stay_open(client):
    assert client.get("/en/").status_code == 200
    assert client.get("/en/none/").status_code == 404
    get_user_model().objects.create_superuser("root", "root@example.org", "a long password")
    words = {"username": "root", "password": "a long password"}
    assert client.post("/admin/login/", words).status_code == 302
    assert client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("away", "db")
def test_the_site_is_ready_and_says_that_the_cache_is_not(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"ready": True, "database": True, "cache": False, "storage": True}
