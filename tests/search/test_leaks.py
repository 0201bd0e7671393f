"""What readers may not see is in no result, facet, suggestion, spelling or count; and leaves all of them at once."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from search.models import SearchDoc, SearchFacet, SearchTerm
from search.spelling import vocabulary
from seed.factories.membership import make_member
from seed.factories.news import make_story, make_theme
from seed.factories.pages import make_page

pytestmark = pytest.mark.django_db

CANARY = "zwitscherling"


def traces(client):
    """Return where the canary is heard."""
    found = []
    for language in ("en", "fr"):
        for query in (CANARY, "zwitscherlink", "zwitsch*", "canary"):
            answer = client.get(f"/{language}/search.json", {"q": query}).json()
            found += [result["title"] for result in answer["results"]]
            found += [value for values in answer["facets"].values() for value in values if "zwitsch" in str(value)]
            page = client.get(f"/{language}/search/", {"q": query}).content.decode().replace(f"“{query}”", "")
            found += [query] if f"<mark>{CANARY.title()}" in page else []
        found += client.get(f"/{language}/search/suggest/", {"q": "zwit"}).json()["suggestions"]
        found += client.get(f"/{language}/search/suggest/", {"q": "canar"}).json()["suggestions"]
        found += [word for word in vocabulary(language) if "zwitsch" in word]
        found += machines(client, language)
    found += list(SearchTerm.objects.filter(word__contains="zwitsch"))
    found += list(SearchFacet.objects.filter(label__icontains="zwitsch"))
    return found + list(SearchDoc.objects.filter(t_body__contains="zwitsch"))


def machines(client, language):
    """Return what feeds of a search, suggestions to browsers and other machines tell of the canary."""
    asked = {"q": CANARY}
    texts = [client.get(f"/{language}/search/feed.{form}", asked).content.decode() for form in ("atom", "rss")]
    found = [text for text in texts if "<entry>" in text or "<item>" in text]
    for typed in ("zwit", "canar"):
        answer = client.get(f"/{language}/search/suggest/", {"q": typed, "format": "opensearch"}).json()
        found += answer[1] + answer[3]
    narrowed = client.get(f"/{language}/search.json", {**asked, "type": "news", "sort": "date"}).json()
    return found + ([narrowed["total"]] if narrowed["total"] else [])


def canary(parent, number, **fields):
    return make_story(parent, f"Canary {number}", summary=f"{CANARY.title()} {number}", **fields)


def test_the_canary_is_heard_while_it_is_public(client, library_of_pages, in_step):
    with in_step():
        canary(library_of_pages.index, 1)
    assert traces(client)


def test_what_was_never_public_is_not_heard(client, library_of_pages, in_step):
    later = timezone.now() + datetime.timedelta(days=3)
    with in_step():
        canary(library_of_pages.index, 1, live=False)
        canary(library_of_pages.index, 2, embargo_until=later)
        scheduled = canary(library_of_pages.index, 3, live=False)
        scheduled.go_live_at = later
        scheduled.save_revision(approved_go_live_at=later)
        hidden = make_page(library_of_pages.home, "Private")
        PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
        make_page(hidden, f"Canary {CANARY}")
        make_member(library_of_pages.members, CANARY.title(), live=False)
    call_command("rebuild_search", verbosity=0)
    assert traces(client) == []


def test_what_leaves_is_not_heard_any_more(client, library_of_pages, in_step):
    with in_step():
        deleted, unpublished, expired, private = (canary(library_of_pages.index, number) for number in range(4))
    assert traces(client)
    with in_step():
        deleted.delete()
        unpublished.unpublish()
        expired.expire_at = timezone.now() - datetime.timedelta(minutes=1)
        expired.save()
        call_command("publish_scheduled")
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.PASSWORD, password="x")
    assert traces(client) == []


def test_what_readers_looked_for_is_not_named_when_it_has_left(client, library_of_pages, in_step):
    with in_step():
        story = canary(library_of_pages.index, 1)
    for _reader in range(3):
        client.get("/en/search/", {"q": CANARY})
        client.get("/en/search/", {"q": "tirana"})
    shown = client.get("/en/search/", {"q": "qqqqqq"}).content.decode()
    assert f">{CANARY}<" in shown
    assert ">tirana<" in shown
    with in_step():
        story.unpublish()
    shown = client.get("/en/search/", {"q": "qqqqqq"}).content.decode()
    assert CANARY not in shown
    assert ">tirana<" in shown


def test_a_city_that_leaves_takes_its_name_from_the_stories(client, library_of_pages, in_step):
    with in_step():
        city = make_member(library_of_pages.members, CANARY.title())
        make_story(library_of_pages.index, "Among others", members=[city])
    assert traces(client)
    with in_step():
        city.unpublish()
    assert traces(client) == []


def test_a_theme_that_is_renamed_is_found_by_its_new_name_only(client, library_of_pages, in_step):
    with in_step():
        theme = make_theme("Oldword", slug="oldword")
        make_story(library_of_pages.index, "On roofs", themes=[theme])
    assert client.get("/en/search.json", {"q": "oldword"}).json()["total"] == 1
    with in_step():
        theme.title, theme.slug = "Newword", "newword"
        theme.save()
    assert client.get("/en/search.json", {"q": "oldword"}).json()["total"] == 0
    answer = client.get("/en/search.json", {"q": "newword"}).json()
    assert [(one["value"], one["label"]) for one in answer["facets"]["theme"]] == [("newword", "Newword")]
