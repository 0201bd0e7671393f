"""Languages that are configured but not open: refused, or opened when that is asked for."""

from wagtail.models import Locale
from wagtail_localize.models import Translation

from common.localization import forget_homes, homes
from news.models import NewsIndexPage, NewsPage
from tests.news.legacy.conftest import record


def test_a_closed_language_is_refused_with_the_way_to_open_it(archive):
    archive.write(record(57), record(57, "ro"))
    assert archive.run()["refused"] == 1
    assert "--add-languages opens it" in archive.sentence(2)
    assert not Locale.objects.filter(language_code="ro").exists()


def test_a_closed_language_is_opened_on_request(archive, client):
    archive.write(record(57), record(57, "ro", title="O școală", body_html="<p>Consiliul orașului.</p>"))
    sums = archive.run("--add-languages")
    assert (sums["created"], sums["refused"]) == (2, 0)
    assert archive.sentences[-1].startswith("language ro: opened")
    forget_homes()
    assert "ro" in homes()
    index = NewsIndexPage.objects.get(locale__language_code="ro")
    assert (index.title, index.slug, index.live) == ("Știri", "stiri", True)
    assert Translation.objects.filter(target_locale__language_code="ro").count() == 2
    page = NewsPage.objects.get(legacy_id=57, locale__language_code="ro")
    assert page.slug == "o-scoala"
    response = client.get("/ro/page/57-x.html")
    assert response["Location"] == page.url == "/ro/stiri/o-scoala/"
    assert "Consiliul orașului." in client.get(page.url).content.decode()
    assert archive.run("--add-languages")["unchanged"] == 2


def test_a_dry_run_opens_nothing(archive):
    archive.write(record(57, "ro"))
    assert archive.run("--dry-run", "--add-languages")["created"] == 1
    assert archive.sentences[-1].startswith("language ro: would be opened")
    assert not Locale.objects.filter(language_code="ro").exists()


def test_an_unknown_language_is_never_opened(archive):
    assert archive.write(record(57, "tlh")).run("--add-languages")["refused"] == 1


def test_an_open_language_without_a_list_of_news_gets_one_on_request(newsroom, archive):
    newsroom.french.unpublish()
    archive.write(record(57, "fr"))
    assert archive.run()["refused"] == 1
    assert archive.run("--add-languages")["created"] == 1
