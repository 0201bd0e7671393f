"""The index is in line with the pages after whatever happens to them, and a rebuild can be broken off."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from common.written import pages_written
from news.models import NewsPage
from search import rebuilding
from search.models import SearchDoc, SearchTerm
from seed.factories.news import make_story
from seed.factories.pages import make_page, translate_page
from seed.factories.people import make_people_index, make_person, make_quotation

pytestmark = pytest.mark.django_db


def urls(client, query, language="en"):
    return [one["url"] for one in client.get(f"/{language}/search.json", {"q": query}).json()["results"]]


def words():
    return sorted(SearchTerm.objects.values_list("language", "word", "token", "pages"))


def test_a_moved_branch_is_found_at_its_new_address(client, library_of_pages, in_step):
    with in_step():
        old, new = make_page(library_of_pages.home, "Old"), make_page(library_of_pages.home, "New place")
        child = make_page(old, "Kingfisher")
    assert urls(client, "kingfisher") == ["/en/old/kingfisher/"]
    with in_step():
        Page.objects.get(pk=child.pk).move(Page.objects.get(pk=new.pk), pos="last-child")
    assert urls(client, "kingfisher") == ["/en/new-place/kingfisher/"]
    with in_step():
        new.refresh_from_db()
        new.slug = "newer-place"
        new.save_revision().publish()
    assert urls(client, "kingfisher") == ["/en/newer-place/kingfisher/"]


def test_a_translation_is_found_in_its_language(client, library_of_pages, in_step):
    with in_step():
        page = make_page(library_of_pages.home, "Kingfisher")
        translate_page(page, "fr", title="Martin-pêcheur", slug="martin-pecheur")
    assert urls(client, "martin pecheur", "fr") == ["/fr/martin-pecheur/"]
    assert urls(client, "kingfisher", "fr") == []


def test_a_quotation_is_found_by_the_words_that_the_page_shows_of_it(client, library_of_pages, in_step):
    with in_step():
        mayor = make_person(make_people_index(library_of_pages.home))
        said = make_quotation(mayor, "We have the moral duty", listed=False)
        body = [{"type": "quotation", "value": said.pk}]
        make_story(library_of_pages.index, "In Athens", body=body)
        make_story(library_of_pages.french_index, "À Athènes", body=body)
    assert urls(client, "moral duty") == ["/en/news/in-athens/"]
    assert urls(client, "devoir", "fr") == []
    with in_step():
        make_quotation(mayor, translation_of=said, locale="fr", translation="Nous avons un devoir", listed=False)
    assert urls(client, "devoir", "fr") == ["/fr/actualites/a-athenes/"]
    assert urls(client, "moral duty", "fr") == ["/fr/actualites/a-athenes/"]
    assert urls(client, "devoir") == []


def test_pages_written_in_bulk_are_found(client, library_of_pages, in_step):
    page = make_page(library_of_pages.home, "Kingfisher")
    Page.objects.filter(pk=page.pk).update(title="Woodpecker")
    with in_step():
        pages_written.send(NewsPage, page_ids=[page.pk])
    assert urls(client, "woodpecker") == ["/en/kingfisher/"]


def test_a_rebuild_changes_nothing_that_is_right(library_of_pages):
    docs, vocabulary = list(SearchDoc.objects.order_by("pk").values()), words()
    call_command("rebuild_search", verbosity=0)
    assert list(SearchDoc.objects.order_by("pk").values()) == docs
    assert words() == vocabulary


def test_a_rebuild_repairs_whatever_was_lost(client, library_of_pages):
    before = words()
    SearchDoc.objects.filter(page=library_of_pages.story.pk).delete()
    SearchDoc.objects.filter(page=library_of_pages.city.pk).update(fingerprint="", t_title="")
    SearchTerm.objects.update(pages=99)
    call_command("rebuild_search", verbosity=0)
    assert urls(client, "missing paper tirana")[0] == "/en/news/a-missing-paper-in-tirana/"
    assert words() == before


def test_a_rebuild_that_is_broken_off_leaves_what_was_found(client, library_of_pages, monkeypatch):
    monkeypatch.setattr(rebuilding, "TOGETHER", 2)

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuilding.rebuild(stop)
    assert urls(client, "tirana") == ["/en/news/a-missing-paper-in-tirana/"]
    rebuilding.rebuild()
    assert urls(client, "tirana") == ["/en/news/a-missing-paper-in-tirana/"]


def test_a_page_that_goes_takes_its_words_along(library_of_pages, in_step):
    before = words()
    with in_step():
        story = make_story(library_of_pages.index, "Kingfisher")
    assert SearchTerm.objects.filter(word="kingfisher", pages=1).exists()
    with in_step():
        story.delete()
    assert words() == before
