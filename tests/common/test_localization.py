"""Which languages are open, and where a page stands in them."""

import pytest
from django.test import RequestFactory
from wagtail.models import Locale, PageViewRestriction

from common.localization import forget_homes, homes, live_codes, localized_pages, surroundings
from seed.factories.pages import make_locale, make_page, translate_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_en():
    request = RequestFactory().get("/en/")
    request.LANGUAGE_CODE = "en"
    return request


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_open_languages_stand_in_the_order_of_the_settings(site_tree):
    translate_page(site_tree.home, "de", slug="home-de")
    translate_page(site_tree.home, "rom", slug="home-rom")
    forget_homes()
    assert live_codes() == ["en", "fr", "rom", "de"]


def test_a_language_without_a_front_page_is_not_open(site_tree):
    make_locale("it")
    assert live_codes() == ["en", "fr"]


def test_a_language_closes_when_its_front_page_is_unpublished(site_tree):
    assert "fr" in homes()
    site_tree.homes["fr"].unpublish()
    assert "fr" not in homes()


def test_warm_cache_costs_no_query(site_tree, django_assert_num_queries):
    homes()
    with django_assert_num_queries(0):
        assert live_codes() == ["en", "fr"]


def test_surroundings_cost_one_query(site_tree, request_en, django_assert_num_queries):
    about = make_page(site_tree.home, "About")
    translate_page(about, "fr", title="À propos", slug="a-propos")
    team = make_page(about, "Team")
    homes()
    with django_assert_num_queries(1):
        found = surroundings(team, request_en)
        surroundings(team, request_en)
    assert [page.title for page in found.ancestors] == ["Alliance", "About"]
    assert list(found.translations) == ["en"]


def test_drafts_and_private_pages_are_not_offered(site_tree, request_en):
    about = make_page(site_tree.home, "About")
    french = translate_page(about, "fr", title="À propos", slug="a-propos")
    assert set(surroundings(about).translations) == {"en", "fr"}
    restrict(french)
    assert set(surroundings(about).translations) == {"en"}


def test_pages_below_a_private_page_are_not_offered(site_tree):
    about = make_page(site_tree.home, "About")
    french = translate_page(about, "fr", title="À propos", slug="a-propos")
    team = make_page(about, "Team")
    translate_page(team, "fr", title="Équipe", slug="equipe")
    assert set(surroundings(team).translations) == {"en", "fr"}
    restrict(french)
    assert set(surroundings(team).translations) == {"en"}


def test_a_list_of_pages_is_localised_in_one_query(site_tree, django_assert_num_queries):
    pages = [make_page(site_tree.home, title) for title in ("About", "Join", "Contact")]
    french = translate_page(pages[0], "fr", title="À propos", slug="a-propos")
    translate_page(pages[1], "fr", title="Adhérer", slug="adherer", live=False)
    with django_assert_num_queries(1):
        found = localized_pages([page.pk for page in pages], Locale(pk=french.locale_id))
    assert {pk: page.title for pk, page in found.items()} == {pages[0].pk: "À propos"}
    same = localized_pages(pages, site_tree.locale("en"))
    assert len(same) == 3
