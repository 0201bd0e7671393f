"""What programs get: answers that keep their schema, feeds, a description; and no error, whatever they send."""

import json
import time
from io import BytesIO

import defusedxml.ElementTree as defused
import feedparser
import jsonschema
import pytest

from bench.search import hostile, percentile
from common.stamp import forget_all
from search import groups
from search.machines import SCHEMA
from search.models import SearchedFor
from search.warming import warm

pytestmark = pytest.mark.django_db

SOME = 120


@pytest.fixture(scope="module")
def schema():
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def test_answers_keep_their_schema(client, library_of_pages, schema):
    for url in ("/en/search.json?q=tirana", "/en/search.json?q=xx", "/fr/search.json?q=école", "/en/search.json"):
        jsonschema.validate(client.get(url).json(), schema)
    for url in ("/en/search/suggest/?q=tir", "/en/search/suggest/?q="):
        jsonschema.validate(client.get(url).json(), schema)
    assert client.get("/en/search/schema.json").json() == schema


def test_a_search_has_feeds(client, library_of_pages):
    for form in ("atom", "rss"):
        answer = client.get(f"/en/search/feed.{form}", {"q": "tirana"})
        found = feedparser.parse(answer.content)
        assert [entry.title for entry in found.entries] == ["A missing paper in Tirana"]
        assert not found.bozo
    page = client.get("/en/search/", {"q": "tirana"}).content.decode()
    assert "/en/search/feed.atom?q=tirana" in page
    assert client.get("/en/search/feed.atom").status_code == 200
    assert "/en/search/feed." not in client.get("/en/search/", {"q": "qqqqqq"}).content.decode()


def test_browsers_learn_how_to_search(client, library_of_pages):
    answer = client.get("/fr/search/opensearch.xml")
    root = defused.fromstring(answer.content)
    names = {element.tag.rpartition("}")[2]: element for element in root}
    assert len(names["ShortName"].text) <= 16
    templates = [element.get("template") for element in root if element.tag.endswith("Url")]
    assert "http://testserver/fr/search/?q={searchTerms}" in templates
    page = client.get("/fr/").content.decode()
    assert 'rel="search" type="application/opensearchdescription+xml"' in page
    assert '"@type": "SearchAction"' in page
    assert client.get("/en/search/suggest/?q=tir&format=opensearch").json()[0] == "tir"


def test_nothing_that_is_sent_is_an_error_or_slow(client, library_of_pages):
    taken = []
    for query in hostile(SOME):
        typed = query.encode("utf-8", "surrogatepass")
        began = time.process_time()
        for url in ("/en/search/", "/en/search/suggest/"):
            assert client.get(url, {"q": typed, "theme": typed[:50]}).status_code == 200, (url, query)
        taken.append((time.process_time() - began) * 1000)
    assert percentile(taken, 0.95) < 300


def test_a_new_process_is_ready_before_its_first_reader(client, library_of_pages, django_assert_max_num_queries):
    forget_all()
    groups._held.clear()

    def application(environ, start_response):
        answer = client.get(environ["PATH_INFO"], QUERY_STRING=environ["QUERY_STRING"])
        assert answer.status_code == 200
        return BytesIO(answer.content)

    warm(application)
    assert not SearchedFor.objects.exists()
    with django_assert_max_num_queries(10):
        client.get("/en/search/", {"q": "tirana"})
