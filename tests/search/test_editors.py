"""The editors' side: promoted results, what readers look for, and the repaired search of pages."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from accounts.models import User
from accounts.roles import ensure_roles
from search.log import purge, storable
from search.models import Promotion, SearchedFor
from seed.factories.glossary import make_glossary, make_term
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def editor(library_of_pages):
    ensure_roles()
    user = User.objects.create_user("somebody", "s@example.org", "x")
    user.groups.add(Group.objects.get(name="Moderators"))
    return user


def test_a_promoted_page_stands_above_the_results(client, library_of_pages):
    english = Locale.objects.get(language_code="en")
    Promotion.objects.create(
        queries="papers\nidentity papers", page=library_of_pages.about, locale=english, reason="Read this."
    )
    shown = client.get("/en/search/", {"q": "Paper"}).content.decode()
    assert "Recommended by the editors" in shown
    assert "Read this." in shown
    assert "Recommended" not in client.get("/en/search/", {"q": "papers please"}).content.decode()
    assert "Recommended" not in client.get("/fr/search/", {"q": "papers"}).content.decode()


def test_a_promoted_page_that_is_not_public_is_not_shown(client, library_of_pages, in_step):
    english = Locale.objects.get(language_code="en")
    Promotion.objects.create(queries="paper", page=library_of_pages.about, locale=english)
    with in_step():
        library_of_pages.about.unpublish()
    assert "Recommended" not in client.get("/en/search/", {"q": "paper"}).content.decode()


def test_searches_are_counted_by_day_without_a_trace_of_who(client, library_of_pages):
    for typed in ("Tirana", "tirana ", "nothing of the kind", "me@example.org", "+33 6 12 34 56 78", "x" * 300):
        client.get("/en/search/", {"q": typed})
    rows = {row.query: (row.times, row.results) for row in SearchedFor.objects.all()}
    assert rows["tirana"] == (2, 1)
    assert rows["nothing of the kind"][1] == 0
    assert not any("@" in query or "33" in query for query in rows)
    assert max(map(len, rows)) <= 80
    assert {field.name for field in SearchedFor._meta.fields} == {"id", "language", "day", "query", "times", "results"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Resolution 403", "resolution 403"),
        ("2 August 1944", "2 august 1944"),
        ("anna@example.org papers", ""),
        ("0612345678", ""),
    ],
)
def test_what_may_be_about_a_person_is_not_kept(typed, kept):
    assert storable(typed) == kept


def test_what_is_old_is_deleted():
    today = timezone.localdate()
    for days in (1, 179, 181, 400):
        SearchedFor.objects.create(language="en", day=today - datetime.timedelta(days=days), query=f"q{days}", times=1)
    assert purge(today) == 2


def test_the_report_leads_to_a_promotion_and_to_the_glossary(client, editor, library_of_pages, in_step):
    with in_step():
        term = make_term(make_glossary(library_of_pages.home), "Travellers")
    today = timezone.localdate()
    SearchedFor.objects.create(language="en", day=today, query="halting place", times=7, results=0)
    client.force_login(editor)
    shown = client.get(reverse("search_searches")).content.decode()
    assert "halting place" in shown
    add = f"{reverse('wagtailsnippets_search_promotion:add')}?locale=en&queries=halting+place"
    assert add.replace("&", "&amp;") in shown
    assert "halting place</textarea>" in client.get(add).content.decode()
    address = f"{reverse('search_add_form')}?language=en&form=halting+place"
    answer = client.post(address, {"form": "halting place", "kind": "synonym", "term": term.pk})
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[term.pk])
    draft = Page.objects.get(pk=term.pk).specific.get_latest_revision_as_object()
    assert [row.form for row in draft.variants.all()] == ["halting place"]
    assert not Page.objects.get(pk=term.pk).specific.variants.exists()


def test_the_report_is_not_for_everybody(client, library_of_pages):
    ensure_roles()
    user = User.objects.create_user("officer", "o@example.org", "x")
    user.groups.add(Group.objects.get(name="Membership officers"))
    client.force_login(user)
    assert client.get(reverse("search_searches")).status_code in {302, 403}
    assert client.get(f"{reverse('search_add_form')}?language=en").status_code in {302, 403}


@pytest.mark.parametrize("typed", ['"', '"  "', '"tirana', "tirana", "''", "*", "a AND", "(", "tirana OR"])
def test_editors_search_for_anything_without_an_error(client, editor, library_of_pages, typed):
    client.force_login(editor)
    for url in (reverse("wagtailadmin_pages:search"), reverse("wagtailadmin_choose_page_search")):
        assert client.get(url, {"q": typed}).status_code == 200
