"""Every feed and calendar is valid in every language, whatever stands in the stories."""

import datetime
import json

import pytest
from django.conf import settings

from library import renditions
from seed.factories.library import make_document, make_image
from seed.factories.news import make_news_index, make_story, paragraph, quotation
from seed.factories.pages import plant_trees, translate_page
from tests.news.standards import ATOM, CHECKS, CONTENT, check_calendar
from tests.worlds import world

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
WORDS = {
    "el": "Ρομά και πόλεις: «Ένταξη»", "bg": "Роми и градове: „Приобщаване“", "uk": "Роми й міста: «Їжа, ґанок»",
    "sr": "Роми и градови: „Укључивање“", "tr": "Romanlar için şehirler ığüş", "rom": "E Rroma θaj e fora: ćhib",
}  # fmt: skip
HOSTILE = [
    "<script>alert(1)</script>", "]]><![CDATA[", "&amp; &lt; &#0;", "\x00\x0b\x1f\ufffe", "a; b, c\\n d",
    '"><img src=x onerror=alert(1)>', "\u202eright to left\u202c", "\U0001f3d8 " * 20, "BEGIN:VEVENT",
    "line\rfeed\nbreak", "x" * 250,
]  # fmt: skip


@world
def everywhere(db):
    """The list of news in every configured language, each with one story; a dictionary by language."""
    trees = plant_trees(*LANGUAGES)
    index = make_news_index(trees.home)
    story = make_story(
        index,
        "Cities & Roma <together>",
        body=[paragraph(), quotation()],
        event_start=datetime.date(2027, 4, 8),
        countries=["AL"],
        tags=["papers"],
    )
    lists = {"en": index}
    for code in LANGUAGES[1:]:
        lists[code] = translate_page(index, code, title=f"News {code}", slug=f"news-{code}")
        translate_page(story, code, title=WORDS.get(code, f"Cities – {code}"), slug=f"story-{code}")
    return lists


def test_all_formats_are_valid_in_every_language(client, everywhere):
    for code, index in everywhere.items():
        for part in ("", "country/al/", "tag/papers/"):
            for name, check in CHECKS.items():
                response = client.get(f"{index.url}{part}{name}")
                assert response.status_code == 200, (code, part, name)
                assert response["Content-Language"] == code
                assert len(check(response.content)) == 1, (code, part, name)
        events = check_calendar(client.get(index.url + "calendar.ics").content)
        assert [event["given"]["SUMMARY"][0]["LANGUAGE"] for event in events] == [code]


def test_identities_differ_between_languages(client, everywhere):
    ids = [json.loads(client.get(index.url + "feed.json").content)["items"][0]["id"] for index in everywhere.values()]
    assert len(set(ids)) == len(LANGUAGES)


@pytest.mark.parametrize("name", CHECKS)
def test_an_empty_feed_is_valid(client, newsroom, name):
    for part in ("", "theme/rights/", "country/al/", "city/tirana/"):
        response = client.get(f"{newsroom.index.url}{part}{name}")
        assert response.status_code == 200
        assert CHECKS[name](response.content) == []


def test_an_empty_calendar_is_valid(client, newsroom):
    for part in ("", "theme/rights/", "country/al/"):
        assert check_calendar(client.get(f"{newsroom.index.url}{part}calendar.ics").content) == []


def test_hostile_words_break_nothing(client, newsroom):
    for number, words in enumerate(HOSTILE):
        title = words.replace("\x00", "")
        make_story(
            newsroom.index,
            title or "…",
            slug=f"hostile-{number}",
            summary=title,
            place=title[:100],
            authors=title[:100],
            body=[quotation(title, speaker=title[:100], source=title[:100])],
            event_start=datetime.date(2026, 1, 1),
        )
    for name, check in CHECKS.items():
        content = client.get(newsroom.index.url + name).content
        assert len(check(content)) == len(HOSTILE)
    assert len(check_calendar(client.get(newsroom.index.url + "calendar.ics").content)) == len(HOSTILE)


def test_a_hostile_body_is_cleaned(client, newsroom):
    body = (
        '<p onclick="x()">Good <a href="javascript:alert(1)">link</a></p><script>bad()</script>'
        '<iframe src="//x"></iframe>'
        '<p><a href="#part">Part</a> <a href="/en/news/">News</a></p>'
    )
    make_story(newsroom.index, body=[paragraph(body)])
    for name, check in CHECKS.items():
        content = client.get(newsroom.index.url + name).content
        check(content)
        assert b"bad()" not in content
        assert b"javascript:" not in content
        assert b"http://testserver/en/news/" in content


def test_the_whole_story_can_be_read_in_a_reader(client, newsroom):
    image = make_image(credit="Photo: Julia Hammerle")
    for kind in (renditions.WIDE, renditions.INLINE):
        renditions.prepare(image, kind)
    picture = {"image": {"image": image.pk, "alt_text": "A street", "decorative": False}, "caption": "The street"}
    make_story(
        newsroom.index,
        body=[paragraph(), quotation(country="AL", group="SOC", translation=""), {"type": "image", "value": picture}],
        lead_image=image,
        lead_alt="A school",
        attachments=[make_document()],
        authors="Ana Horvat, Ion Pop",
    )
    item = CHECKS["feed.json"](client.get(newsroom.index.url + "feed.json").content)[0]
    text = item["content_html"]
    assert "Every level of government" in text
    assert "<blockquote" in text
    assert "Juliana Hoxha</b> (Albania" in text
    assert ">JH<" not in text
    assert 'alt="A school"' in text
    assert 'alt="A street"' in text
    assert "The street" in text
    assert "Photo: Julia Hammerle" in text
    assert "Declaration of Mayors</a>" in text
    assert [author["name"] for author in item["authors"]] == ["Ana Horvat", "Ion Pop"]


def test_the_picture_is_enclosed_with_its_length_and_type(client, newsroom):
    image = make_image()
    renditions.prepare(image, renditions.WIDE)
    make_story(newsroom.index, lead_image=image, lead_alt="A school")
    files = [renditions.prepared([image], renditions.WIDE)[image.pk].url]
    size = image.renditions.get(filter_spec="fill-1280x720|format-jpeg").file.size
    enclosure = CHECKS["feed.rss"](client.get(newsroom.index.url + "feed.rss").content)[0].find("enclosure")
    assert enclosure.attrib == {"url": f"http://testserver{files[0]}", "length": str(size), "type": "image/jpeg"}
    entry = CHECKS["feed.atom"](client.get(newsroom.index.url + "feed.atom").content)[0]
    link = next(one for one in entry.findall(f"{ATOM}link") if one.get("rel") == "enclosure")
    assert (link.get("length"), link.get("type")) == (str(size), "image/jpeg")
    item = CHECKS["feed.json"](client.get(newsroom.index.url + "feed.json").content)[0]
    assert item["attachments"][0]["size_in_bytes"] == size


def test_a_lost_picture_file_breaks_no_feed(client, newsroom):
    image = make_image()
    renditions.prepare(image, renditions.WIDE)
    for rendition in image.renditions.all():
        rendition.file.storage.delete(rendition.file.name)
    make_story(newsroom.index, lead_image=image, lead_alt="A school")
    item = CHECKS["feed.rss"](client.get(newsroom.index.url + "feed.rss").content)[0]
    assert item.find(CONTENT) is not None
