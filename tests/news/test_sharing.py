"""What networks and search engines learn of a story: Open Graph, schema.org, the sitemap of news."""

import datetime
import json
import re

import pytest
from django.utils import timezone
from lxml import etree
from wagtail.models import PageViewRestriction

from seed.factories.news import make_story, quotation
from seed.factories.pages import translate_page
from seed.factories.people import make_people_index, make_person

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def metas(client, page):
    text = client.get(page.url).content.decode()
    return re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', text)


def article(client, page):
    text = client.get(page.url).content.decode()
    found = [json.loads(part) for part in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)]
    return next(item for item in found if item["@type"] == "NewsArticle")


def test_open_graph_and_x_know_when_and_what(client, story):
    found = metas(client, story)
    named = dict(found)
    assert named["og:type"] == "article"
    assert named["og:url"] == "http://testserver/en/news/a-missing-paper/"
    assert named["og:locale"] == "en_GB"
    assert named["article:published_time"].startswith("2018-11-14T")
    assert named["article:modified_time"]
    assert named["article:section"] == "Report"
    assert [value for name, value in found if name == "article:tag"] == ["Rights", "identity papers"]
    assert named["twitter:title"] == named["og:title"] == "A missing paper"
    assert named["twitter:description"] == named["og:description"]
    assert named["twitter:image"] == named["og:image"]


def test_translations_name_their_original_and_it_names_them(client, story):
    french = translate_page(story, "fr", title="Un papier manque", slug="un-papier-manque")
    original, translated = article(client, story), article(client, french)
    assert original["workTranslation"] == [
        {
            "@type": "CreativeWork",
            "@id": "http://testserver/fr/actualites/un-papier-manque/#article",
            "url": "http://testserver/fr/actualites/un-papier-manque/",
            "name": "Un papier manque",
            "inLanguage": "fr",
        }
    ]
    assert "translationOfWork" not in original
    assert translated["inLanguage"] == "fr"
    assert translated["translationOfWork"]["@id"] == original["@id"]
    assert "workTranslation" not in translated


def test_a_hidden_translation_is_not_named(client, story):
    french = translate_page(story, "fr", title="Un papier manque", slug="un-papier-manque")
    PageViewRestriction.objects.create(page=french, restriction_type=PageViewRestriction.LOGIN)
    assert "workTranslation" not in article(client, story)


def test_authors_persons_and_corrections_are_known(client, newsroom):
    person = make_person(make_people_index(newsroom.home), "Christine Oppitz-Plörer", slug="oppitz")
    note = {"kind": "correction", "date": datetime.datetime(2019, 1, 2, tzinfo=datetime.UTC), "text": "It was Monday."}
    story = make_story(newsroom.index, authors="Ana Horvat", persons=[person], notes=[note], body=[quotation()])
    found = article(client, story)
    assert found["author"] == [{"@type": "Person", "name": "Ana Horvat"}]
    assert found["mentions"][0]["url"] == "http://testserver/en/people/oppitz/"
    assert found["correction"][0]["text"] == "It was Monday."
    assert found["publisher"]["@type"] == "Organization"
    assert found["publisher"]["logo"].startswith("http")
    assert found["hasPart"][0]["creator"]["name"] == "Juliana Hoxha"


def test_a_title_cannot_leave_the_head(client, newsroom):
    title = '</script><script>alert(1)</script>"><b>'
    story = make_story(newsroom.index, title, slug="x", tags=[title], kind="statement", body=[quotation(title)])
    text = client.get(story.url).content.decode()
    assert "<script>alert(1)" not in text
    assert article(client, story)["headline"] == title


def report_titles(client):
    response = client.get("/news-sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    root = etree.fromstring(response.content)
    assert root.tag == f"{SITEMAP}urlset"
    assert len(root) > 0
    for url in root:
        assert url.findtext(f"{SITEMAP}loc").startswith("http://testserver/")
        for news in url.findall(f"{NEWS}news"):
            assert [child.tag.removeprefix(NEWS) for child in news] == ["publication", "publication_date", "title"]
            assert [child.tag.removeprefix(NEWS) for child in news[0]] == ["name", "language"]
            assert datetime.datetime.fromisoformat(news[1].text).tzinfo
    return [title.text for title in root.iter(f"{NEWS}title")]


def test_the_sitemap_of_news_has_two_days(client, newsroom):
    today = timezone.localdate()
    fresh = make_story(newsroom.index, "Fresh & new", date=today)
    translate_page(fresh, "fr", title="Nouveau", slug="nouveau")
    make_story(newsroom.index, "Old", date=today - datetime.timedelta(days=5))
    make_story(newsroom.index, "Fresh draft", date=today, live=False)
    hidden = make_story(newsroom.index, "Fresh but hidden", date=today)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert sorted(report_titles(client)) == ["Fresh & new", "Nouveau"]


def test_without_news_it_is_valid_and_names_the_lists(client, newsroom):
    make_story(newsroom.index, "Old")
    assert report_titles(client) == []
    assert b"http://testserver/fr/actualites/" in client.get("/news-sitemap.xml").content


def test_robots_and_the_sitemap_know_the_rest(client, newsroom):
    assert b"Sitemap: http://testserver/news-sitemap.xml" in client.get("/robots.txt").content
    assert b"<loc>http://testserver/fr/actualites/feeds/</loc>" in client.get("/sitemap.xml").content
