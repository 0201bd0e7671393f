"""A reader's way between addresses and languages."""

import re

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Page, PageViewRestriction

from common.errors import server_error
from seed.factories.pages import make_page, translate_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(site_tree):
    page = make_page(site_tree.home, "About", summary="Who we are")
    page.french = translate_page(page, "fr", title="À propos", slug="a-propos")
    return page


def links(html, pattern):
    return re.findall(pattern, html)


def alternates(html):
    return dict(links(html, r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"'))


# The front door


def test_front_door_follows_the_browser(client, site_tree):
    response = client.get("/", headers={"accept-language": "fr-CH,fr;q=0.9"})
    assert (response.status_code, response.url) == (302, "/fr/")
    assert response.headers["Vary"] == "Accept-Language"


def test_front_door_falls_back_to_english(client, site_tree):
    assert client.get("/", headers={"accept-language": "de"}).url == "/en/"


def test_deep_addresses_do_not_follow_the_browser(client, about):
    response = client.get("/en/about/", headers={"accept-language": "fr"})
    assert response.status_code == 200
    assert "Accept-Language" not in response.headers.get("Vary", "")
    assert response.headers["Content-Language"] == "en"


@pytest.mark.parametrize("path", ["/xx/", "/it/", "/it/about/", "/FR/", "/about/"])
def test_languages_that_are_not_open_lead_nowhere(client, about, path):
    assert client.get(path).status_code == 404


def test_an_address_without_its_slash_gets_it(client, about):
    assert client.get("/fr").url == "/fr/"
    assert client.get("/fr/a-propos").url == "/fr/a-propos/"


# Languages of a page


def test_a_page_knows_itself_and_its_translations(client, about):
    html = client.get("/fr/a-propos/").content.decode()
    assert '<html lang="fr" dir="ltr"' in html
    assert links(html, r'rel="canonical" href="([^"]+)"') == ["http://testserver/fr/a-propos/"]
    assert alternates(html) == {
        "en": "http://testserver/en/about/",
        "fr": "http://testserver/fr/a-propos/",
        "x-default": "http://testserver/en/about/",
    }


def test_the_switcher_leads_to_the_same_page(client, about):
    response = client.get("/en/about/")
    found = {link.code: (link.url, link.current, link.available) for link in response.context["languages"]}
    assert found == {"en": ("/en/about/", True, True), "fr": ("/fr/a-propos/", False, True)}


def test_the_switcher_says_where_there_is_no_translation(client, site_tree):
    make_page(site_tree.home, "Only English")
    found = {link.code: link for link in client.get("/en/only-english/").context["languages"]}
    assert (found["fr"].url, found["fr"].available, found["fr"].name) == ("/fr/", False, "Français")


def test_private_translations_are_not_named(client, about):
    PageViewRestriction.objects.create(page=about.french, restriction_type=PageViewRestriction.LOGIN)
    html = client.get("/en/about/").content.decode()
    assert "a-propos" not in html
    assert "a-propos" not in client.get("/sitemap.xml").content.decode()


def test_a_view_stands_in_every_open_language(client, site_tree):
    response = client.get("/fr/search/")
    assert [(link.code, link.url, link.current) for link in response.context["languages"]] == [
        ("en", "/en/search/", False),
        ("fr", "/fr/search/", True),
    ]
    assert alternates(response.content.decode())["en"] == "http://testserver/en/search/"


def test_crumbs_lead_from_the_front_page_down(client, about):
    make_page(about, "Team")
    crumbs = client.get("/en/about/team/").context["crumbs"]
    assert [(crumb.title, crumb.url) for crumb in crumbs] == [
        ("Alliance", "/en/"),
        ("About", "/en/about/"),
        ("Team", ""),
    ]


# A page that the language lacks


@pytest.fixture
def only_english(about):
    return make_page(about, "Team")


@pytest.mark.parametrize("path", ["/fr/about/team/", "/fr/a-propos/team/"])
def test_a_missing_translation_leads_to_the_language_that_exists(client, only_english, path):
    response = client.get(path)
    assert (response.status_code, response.url) == (302, "/en/about/team/?untranslated=fr")


def test_the_notice_speaks_the_language_asked_for(client, only_english):
    response = client.get("/fr/about/team/", follow=True)
    html = response.content.decode()
    assert response.context["untranslated"]["lang"] == "fr"
    assert re.search(r'lang="fr"[^>]*>\s*<div class="notice', html)
    assert links(html, r'rel="canonical" href="([^"]+)"') == ["http://testserver/en/about/team/"]


def test_the_english_address_of_a_translated_page_leads_to_the_translation(client, about):
    response = client.get("/fr/about/")
    assert (response.status_code, response.url) == (302, "/fr/a-propos/")


def test_nobody_is_led_to_drafts_or_private_pages(client, about):
    make_page(site_home(about), "Draft", live=False)
    secret = make_page(site_home(about), "Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/fr/draft/").status_code == 404
    assert client.get("/fr/secret/").status_code == 404


def test_a_translation_that_was_never_public_does_not_count(client, site_tree):
    page = make_page(site_tree.home, "Join")
    translate_page(page, "fr", title="Join", slug="join", live=False)
    assert client.get("/fr/join/").url == "/en/join/?untranslated=fr"


def site_home(page):
    return page.get_parent()


def test_a_made_up_notice_is_not_shown(client, about):
    assert not client.get("/en/about/?untranslated=xx").context["untranslated"]
    assert not client.get("/en/about/?untranslated=en").context["untranslated"]


def test_an_unpublished_page_offers_its_other_languages(client, about):
    about.french.save_revision().publish()
    Page.objects.get(pk=about.french.pk).specific.unpublish()
    response = client.get("/fr/a-propos/")
    assert response.status_code == 404
    assert response.context["elsewhere"] == [("English", "en", "/en/about/")]
    html = response.content.decode()
    assert '<html lang="fr"' in html
    assert 'content="noindex"' in html


def test_an_error_page_speaks_the_language_of_the_address(client, site_tree):
    response = client.get("/fr/nulle-part/")
    assert response.status_code == 404
    assert '<html lang="fr"' in response.content.decode()
    assert [link.code for link in response.context["languages"] if link.current] == ["fr"]


# Private pages


def test_private_pages_and_those_below_ask_for_a_password(client, about, site_tree):
    team = make_page(about, "Team")
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/en/about/").status_code == 302
    assert client.get("/en/about/team/").status_code == 302
    assert client.get("/en/").status_code == 200
    copy = Page.objects.get(pk=team.pk).create_alias(parent=site_tree.home, update_slug="copy")
    assert not copy.specific.get_view_restrictions().exists()
    own = PageViewRestriction.objects.create(page=team, restriction_type=PageViewRestriction.LOGIN)
    assert list(copy.specific.get_view_restrictions()) == [own]


# Headers


def test_anonymous_pages_are_good_for_every_cache(client, about):
    response = client.get("/en/about/")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response.headers["Cache-Control"].startswith("public")
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "userbar" not in response.content.decode()


def test_pages_of_people_who_are_signed_in_are_kept_nowhere(client, about):
    client.force_login(get_user_model().objects.create_superuser("boss", password="x"))
    response = client.get("/en/about/")
    assert response.headers["Cache-Control"] == "private, no-store"


# Crawlers


def test_sitemap_names_every_public_page_with_its_translations(client, about, django_assert_max_num_queries):
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(4):
        response = client.get("/sitemap.xml")
    xml = response.content.decode()
    assert response.headers["Content-Type"].startswith("application/xml")
    assert links(xml, r"<loc>([^<]+)</loc>") == [
        "http://testserver/en/",
        "http://testserver/en/about/",
        "http://testserver/fr/",
        "http://testserver/fr/a-propos/",
    ]
    assert xml.count('hreflang="x-default" href="http://testserver/en/about/"') == 2
    assert "<lastmod>" in xml


def test_robots(client, site_tree):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_structured_data(client, about):
    make_page(about, "Team")
    data = client.get("/en/about/team/").context["head"].json_ld
    assert [item["@type"] for item in data] == ["Organization", "WebSite", "BreadcrumbList"]
    assert data[2]["itemListElement"][1]["item"] == "http://testserver/en/about/"
    assert data[2]["itemListElement"][2]["item"] == "http://testserver/en/about/team/"


def test_a_page_of_text_is_read_in_few_queries(client, about, django_assert_max_num_queries):
    make_page(about, "Team")
    client.get("/en/about/team/")
    with django_assert_max_num_queries(12):
        assert client.get("/en/about/team/").status_code == 200


# Addresses


def test_titles_in_other_scripts_make_readable_addresses(site_tree):
    page = translate_page(make_page(site_tree.home, "Voices"), "fr", title="Голоси", slug="")
    assert page.slug == "golosi"


def test_two_pages_with_one_title_get_two_addresses(site_tree):
    first, second = (make_page(site_tree.home, "Łódź") for _turn in range(2))
    assert (first.slug, second.slug) == ("lodz", "lodz-2")


def test_server_error_needs_no_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = server_error(rf.get("/fr/actualites/"))
    assert response.status_code == 500
    assert '<html lang="fr"' in response.content.decode()
