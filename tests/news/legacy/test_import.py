"""From a file to stories: joined languages, history, search, lists; and a second run that changes nothing."""

import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.search.backends import get_search_backend

from news.legacy.reporting import Outcome, Progress, Report
from news.models import ImportedStory, NewsPage
from seed.factories.news import make_story
from tests.news.legacy.conftest import record


def counts(**given):
    """The sums of an import, with zeros for what is not given."""
    return {"created": 0, "updated": 0, "unchanged": 0, "refused": 0, "warnings": 0, **given}


def test_a_record_becomes_a_public_story_with_its_date(imported, client):
    page = imported(record(57, kind="prize", title="Un prix &amp; des <b>écoles</b>", summary="Ce qui s’est passé."))[
        57, "en"
    ]
    assert (page.live, page.title, page.kind, page.summary) == (
        True,
        "Un prix & des écoles",
        "prize",
        "Ce qui s’est passé.",
    )
    assert page.date == datetime.date(2013, 4, 26)
    assert page.first_published_at.date() == datetime.date(2013, 4, 26)
    assert page.source_url == "https://www.roma-alliance.org/en/page/57-story.html"
    html = client.get(page.url).content.decode()
    assert "The city council met the families" in html
    assert page.title in client.get(page.get_parent().url).content.decode().replace("&amp;", "&")


def test_the_languages_of_a_number_are_translations_of_each_other(imported, client):
    pages = imported(record(57, "fr", title="Une école"), record(58), record(57, "en", title="A school"))
    english, french = pages[57, "en"], pages[57, "fr"]
    assert english.translation_key == french.translation_key != pages[58, "en"].translation_key
    assert french.get_parent().slug == "actualites"
    html = client.get(english.url).content.decode()
    assert f'hreflang="fr" href="http://testserver{french.url}"' in html


def test_a_language_joins_a_story_that_was_written_here(newsroom, imported):
    own = make_story(newsroom.index, "Written here", legacy_id=57)
    assert imported(record(57, "fr"))[57, "fr"].translation_key == own.translation_key


def test_a_story_that_was_written_here_is_left_alone(newsroom, archive):
    make_story(newsroom.index, "Written here", legacy_id=57)
    assert archive.write(record(57)).run() == counts(unchanged=1, warnings=1)
    assert "written here" in archive.sentence(1)
    assert NewsPage.objects.get(legacy_id=57).title == "Written here"


def test_each_story_has_a_version_and_an_entry_in_its_history(imported, admin_client):
    page = imported(record(57))[57, "en"]
    assert page.latest_revision_id == page.live_revision_id is not None
    version = page.latest_revision.as_object()
    assert (version.title, len(version.body), version.live) == (page.title, len(page.body), True)
    entry = PageLogEntry.objects.get(page=page, action="news.import")
    assert (entry.revision_id, entry.data["line"]) == (page.latest_revision_id, 1)
    history = admin_client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Imported from the former site: number 57, file stories.jsonl, line 1" in history


def test_a_story_can_be_edited_like_any_other(imported, admin_client):
    pages = imported(record(57), record(57, "fr"))
    for page in pages.values():
        response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert response.status_code == 200
        assert page.title in response.content.decode()


def test_search_finds_the_stories(imported):
    page = imported(record(57, body_html="<p>Zweihundertste Zusammenkunft</p>", title="Unmistakable"))[57, "en"]
    found = get_search_backend().search("zweihundertste", NewsPage)
    assert [one.pk for one in found] == [page.pk]


def test_saving_afterwards_is_indexed_again(newsroom, imported):
    imported(record(57))
    make_story(newsroom.index, "Kaleidoscope")
    assert len(get_search_backend().search("kaleidoscope", NewsPage)) == 1


def test_a_second_run_changes_nothing(archive):
    archive.write(record(57), record(57, "fr"), record(58, date=""), record(57))
    assert archive.run() == counts(created=2, refused=2)
    before = (Page.objects.count(), Revision.objects.count(), PageLogEntry.objects.count())
    assert archive.run() == counts(unchanged=2, refused=2)
    assert (Page.objects.count(), Revision.objects.count(), PageLogEntry.objects.count()) == before


def test_a_changed_record_updates_its_story_only(archive, client):
    archive.write(record(57), record(58)).run()
    slug = NewsPage.objects.get(legacy_id=57).slug
    archive.write(record(57, title="A better title", body_html="<p>Better words.</p>"), record(58))
    assert archive.run() == counts(updated=1, unchanged=1)
    page = NewsPage.objects.get(legacy_id=57)
    assert (page.title, page.slug, page.live) == ("A better title", slug, True)
    assert "Better words." in client.get(page.url).content.decode()
    assert PageLogEntry.objects.filter(page=page, action="news.import").count() == 2
    assert archive.run() == counts(unchanged=2)


def test_what_a_person_changed_is_not_overwritten(archive):
    archive.write(record(57)).run()
    page = NewsPage.objects.get(legacy_id=57)
    page.title = "By hand"
    page.save_revision().publish()
    archive.write(record(57, title="From the file"))
    assert archive.run() == counts(unchanged=1, warnings=1)
    assert "a person has changed it" in archive.sentence(1)
    assert NewsPage.objects.get(legacy_id=57).title == "By hand"


def test_what_a_person_unpublished_stays_unpublished(archive):
    archive.write(record(57)).run()
    NewsPage.objects.get(legacy_id=57).unpublish()
    archive.write(record(57, title="From the file"))
    assert archive.run() == counts(unchanged=1, warnings=1)
    assert not NewsPage.objects.get(legacy_id=57).live


def test_a_dry_run_tells_the_same_and_writes_nothing(archive):
    archive.write(record(57), record(57, "fr"), record(57), record(58, date="yesterday"), record(59, "ro"))
    before = Page.objects.count()
    assert archive.run("--dry-run") == counts(created=2, refused=3)
    assert (Page.objects.count(), ImportedStory.objects.count()) == (before, 0)
    assert archive.run() == counts(created=2, refused=3)
    assert archive.run("--dry-run") == counts(unchanged=2, refused=3)


def test_stories_with_the_same_title_get_addresses_of_their_own(imported):
    pages = imported(
        record(57, title="Feeds"), record(58, title="Same"), record(59, title="Same"), record(60, title="!!!")
    )
    slugs = [pages[number, "en"].slug for number in (57, 58, 59, 60)]
    assert slugs == ["feeds-57", "same", "same-59", "story-60"]


@pytest.mark.parametrize(
    ("date", "stored", "precision"),
    [
        ("2013-04-26T09:30:00Z", "2013-04-26", "day"),
        ("26/04/2013", "2013-04-26", "day"),
        ("2013-04", "2013-04-01", "month"),
        ("2013", "2013-01-01", "year"),
    ],
)
def test_dates_are_read_as_the_old_site_wrote_them(imported, date, stored, precision):
    page = imported(record(57, date=date))[57, "en"]
    assert (page.date.isoformat(), page.date_precision) == (stored, precision)


def test_what_is_put_right_is_said(archive):
    archive.write(record(57, kind="novelty", summary="", source_url="javascript:alert(1)", extra=1)).run()
    said = archive.sentence(1)
    assert "57 en: created, /home/news/story-57-in-en/" in said
    for words in ("kind 'novelty' is not known", "summary missing", "source_url is no address", "'extra'"):
        assert words in said
    page = NewsPage.objects.get(legacy_id=57)
    assert (page.kind, page.summary, page.source_url) == (
        "report",
        "The city council met the families of the quarter.",
        "",
    )


def test_only_an_unusable_file_is_an_error(archive, tmp_path):
    archive.write(b"")
    assert archive.run() == counts()
    for path in (tmp_path / "missing.jsonl", tmp_path):
        with pytest.raises(CommandError):
            call_command("import_news", str(path))


def test_a_site_without_a_list_of_news_is_an_error(site_tree, tmp_path):
    (tmp_path / "a.jsonl").write_text("{}")
    with pytest.raises(CommandError, match="no list of news"):
        call_command("import_news", str(tmp_path / "a.jsonl"))


def test_sentences_cannot_steer_a_terminal():
    assert "\x1b" not in Outcome(1, "refused", "57 en", "bad \x1b[31m\r\n name").sentence()


def test_the_report_goes_to_standard_error_without_a_bar(archive, capsys):
    archive.write(record(57))
    call_command("import_news", str(archive.file))
    output = capsys.readouterr()
    assert output.out.splitlines()[-1].startswith('{"created": 1')
    assert output.err.startswith("line 1: 57 en: created")
    assert "█" not in output.err


def test_a_terminal_gets_a_bar_that_makes_room_for_sentences():
    class Terminal(StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    progress = Progress(terminal, 200)
    progress.show(100, 5)
    Report(terminal, progress).add(Outcome(6, "created", "57 en"))
    shown = terminal.getvalue()
    assert " 50 %, 5 lines" in shown
    assert shown.endswith("\r\x1b[Kline 6: 57 en: created\n")
