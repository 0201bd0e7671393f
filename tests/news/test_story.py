"""What readers and machines see of a story."""

import datetime
import json
import re

import pytest
from django.utils import translation
from wagtail.models import PageViewRestriction

from library import renditions
from news.story import reading_minutes
from seed.factories.library import make_image
from seed.factories.news import make_story, make_theme, paragraph, quotation
from seed.factories.pages import translate_page

pytestmark = pytest.mark.django_db


def body(response):
    return response.content.decode()


def json_ld(response):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body(response), re.DOTALL)
    return {item["@type"]: item for item in map(json.loads, found)}


def test_shows_record_theme_city_tags_and_source(client, story):
    page = body(client.get(story.url))
    assert "14 November 2018" in page
    assert "Tirana, Albania" in page
    assert '<a href="/en/news/theme/rights/">Rights</a>' in page
    assert '<a href="/en/members/tirana/">Tirana</a>' in page
    assert '<span lang="sq" dir="ltr">Tiranë</span>' in page
    assert "identity papers" in page
    assert 'href="https://www.example.org/report"' in page


def test_month_precision_shows_no_day(client, newsroom):
    story = make_story(newsroom.index, date=datetime.date(2015, 6, 1), date_precision="month")
    assert '<time datetime="2015-06">June 2015</time>' in body(client.get(story.url))


def test_french_story_shows_french_theme_and_leaves_out_what_has_no_french(client, newsroom, story):
    french = translate_page(story, "fr", title="Un papier manque", slug="un-papier-manque")
    page = body(client.get(french.url))
    assert '<a href="/fr/actualites/theme/droits/">Droits</a>' in page
    assert "Rights" not in page
    assert "/en/members/tirana/" not in page


def test_themes_keep_the_editors_order(client, newsroom):
    first, second = make_theme("Zones"), make_theme("Art")
    story = make_story(newsroom.index, themes=[first, second])
    page = body(client.get(story.url))
    assert page.index("theme/zones/") < page.index("theme/art/")


def test_leads_to_the_stories_before_and_after_it(client, newsroom, story):
    make_story(newsroom.index, "Earlier", date=datetime.date(2018, 1, 1))
    make_story(newsroom.index, "Much earlier", date=datetime.date(2016, 1, 1))
    make_story(newsroom.index, "Later", date=datetime.date(2019, 1, 1))
    make_story(newsroom.index, "Draft between", date=datetime.date(2018, 12, 1), live=False)
    page = body(client.get(story.url))
    assert '<a href="/en/news/earlier/" rel="prev">Earlier</a>' in page
    assert '<a href="/en/news/later/" rel="next">Later</a>' in page
    assert "Draft between" not in page


def test_stories_of_one_day_form_one_chain(client, newsroom):
    one, two, three = (make_story(newsroom.index, title) for title in ("One", "Two", "Three"))
    assert 'rel="prev">One<' in body(client.get(two.url))
    assert 'rel="next">Three<' in body(client.get(two.url))
    assert 'rel="next"' not in body(client.get(three.url))
    assert 'rel="prev"' not in body(client.get(one.url))


def test_text_is_escaped(client, newsroom):
    story = make_story(
        newsroom.index, "<script>alert(1)</script>", slug="x", place="<b>x</b>", tags=["<i>tag</i>"], summary="a<b"
    )
    page = body(client.get(story.url))
    assert "<script>alert(1)" not in page
    assert "<b>x</b>" not in page
    assert "<i>tag</i>" not in page
    assert "a&lt;b" in page


def test_quotation_is_shown_and_known_to_machines(client, newsroom):
    quote = quotation(date="2015-05-20", source="https://www.example.org/interview", country="AL")
    story = make_story(newsroom.index, body=[paragraph(), quote])
    response = client.get(story.url)
    assert "Juliana Hoxha" in body(response)
    assert "www.example.org" in body(response)
    part = json_ld(response)["NewsArticle"]["hasPart"][0]
    assert part["@type"] == "Quotation"
    assert part["inLanguage"] == "en"
    assert part["creator"]["name"] == "Juliana Hoxha"


def test_structured_data_is_complete(client, story):
    article = json_ld(client.get(story.url))["NewsArticle"]
    assert article["headline"] == "A missing paper"
    assert article["datePublished"] == "2018-11-14"
    assert article["inLanguage"] == "en"
    assert article["mainEntityOfPage"] == "http://testserver/en/news/a-missing-paper/"
    assert article["about"][0]["url"] == "http://testserver/en/members/tirana/"
    assert "Rights" in article["keywords"]
    assert "hasPart" not in article


def test_breadcrumbs_for_machines(client, story):
    crumbs = json_ld(client.get(story.url))["BreadcrumbList"]["itemListElement"]
    assert [crumb["name"] for crumb in crumbs] == ["Alliance", "News", "A missing paper"]


def test_lead_picture_with_caption_credit_and_social_image(client, newsroom):
    image = make_image(credit="Photo: Julia Hammerle")
    for kind in (renditions.WIDE, renditions.SOCIAL):
        renditions.prepare(image, kind)
    story = make_story(newsroom.index, lead_image=image, lead_alt="A school", lead_caption="The school in Innsbruck")
    page = body(client.get(story.url))
    assert 'alt="A school"' in page
    assert "The school in Innsbruck" in page
    assert "Photo: Julia Hammerle" in page
    assert '<meta property="og:image" content="http://testserver/media/' in page


def test_decorative_picture_has_an_empty_alternative(client, newsroom):
    image = make_image()
    renditions.prepare(image, renditions.WIDE)
    story = make_story(newsroom.index, lead_image=image, lead_decorative=True, lead_alt="left over")
    page = body(client.get(story.url))
    assert 'alt=""' in page
    assert "left over" not in page.split("<body>")[1]


def test_no_rendition_is_made_for_a_reader(client, newsroom):
    story = make_story(newsroom.index, lead_image=make_image(), lead_alt="A school")
    story.lead_image.renditions.all().delete()
    client.get(story.url)
    assert not story.lead_image.renditions.exists()


def test_reading_time_grows_with_the_text(newsroom):
    short = make_story(newsroom.index, "Short", summary="")
    long = make_story(newsroom.index, "Long", body=[paragraph("<p>" + "word " * 900 + "</p>")], summary="")
    assert reading_minutes(short) == 1
    assert reading_minutes(long) == 5


def test_share_links_are_plain_and_load_nothing(client, story):
    page = body(client.get(story.url))
    assert "mailto:?subject=A%20missing%20paper" in page
    assert "facebook.com/sharer" in page
    assert "<iframe" not in page
    assert not client.cookies


def test_offers_the_other_language(client, story):
    translate_page(story, "fr", title="Un papier manque", slug="un-papier-manque")
    page = body(client.get(story.url))
    byline = page[page.index('<p class="byline">') :].split("</p>")[0]
    assert 'hreflang="fr" href="/fr/actualites/un-papier-manque/"' in byline


def test_draft_and_restricted_stories_are_not_served(client, newsroom, story):
    draft = make_story(newsroom.index, "Draft", live=False)
    assert client.get(f"/en/news/{draft.slug}/").status_code == 404
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(story.url).status_code == 302


def test_restricted_city_is_not_named(client, newsroom, story):
    PageViewRestriction.objects.create(page=newsroom.tirana, restriction_type=PageViewRestriction.LOGIN)
    assert "/en/members/tirana/" not in body(client.get(story.url))


def test_query_budget(client, newsroom, django_assert_max_num_queries):
    image = make_image()
    for kind in (renditions.WIDE, renditions.SOCIAL):
        renditions.prepare(image, kind)
    story = make_story(
        newsroom.index,
        lead_image=image,
        lead_alt="A school",
        themes=[newsroom.rights, make_theme("Papers")],
        members=[newsroom.tirana],
        countries=["AL", "AT"],
        tags=["one", "two"],
        body=[paragraph(), quotation(), paragraph()],
    )
    make_story(newsroom.index, "Earlier", date=datetime.date(2018, 1, 1))
    make_story(newsroom.index, "Later", date=datetime.date(2019, 1, 1))
    translate_page(story, "fr", title="Un papier", slug="un-papier")
    client.get(newsroom.home.url)
    with translation.override("en"), django_assert_max_num_queries(12):
        assert client.get(story.url).status_code == 200
