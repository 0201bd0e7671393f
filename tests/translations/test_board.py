"""The board shows each person what concerns them, and asks for many translations at once."""

import csv
import datetime
import io
import time

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import Translation

from seed.factories.pages import make_page, plant_trees
from translations.models import Brief, Letter

from .conftest import make_person, start, translate

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


def board(client, **query):
    return client.get(reverse("translations_matrix"), query)


def titles(response):
    return [row.title for row in response.context["board"].rows]


def ask(client, pages, locales, **wish):
    data = {"pages": [page.pk for page in pages], "locales": [locale.pk for locale in locales], **wish}
    return client.post(reverse("translations_request"), data, follow=True).content.decode()


def test_a_translator_sees_their_language_and_what_was_asked_for(client, about, french, trees, translator):
    make_page(trees.home, "Secret plan", live=False)
    start(about, trees.locale("de"))
    client.force_login(translator)
    response = board(client)
    assert titles(response) == ["About us"]
    assert [locale.language_code for locale in response.context["board"].locales] == ["fr"]
    assert "Secret plan" not in response.content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[about.pk]) not in response.content.decode()


def test_a_coordinator_sees_what_is_missing(client, about, french, trees, coordinator):
    make_page(trees.home, "Untranslated")
    client.force_login(coordinator)
    assert {"About us", "Untranslated"} <= set(titles(board(client)))
    assert titles(board(client, state="missing", language="fr")) == ["Untranslated"]
    assert titles(board(client, q="about")) == ["About us"]


def test_mine_and_overdue(client, about, french, trees, coordinator, translator):
    Brief.objects.create(translation=french, assignee=translator, deadline=YESTERDAY)
    start(make_page(trees.home, "Other"), trees.locale("fr"))
    client.force_login(translator)
    assert titles(board(client, mine=1)) == ["About us"]
    assert titles(board(client, overdue=1)) == ["About us"]
    assert "overdue since" in board(client).content.decode()
    translate(french)
    french.save_target(publish=False)
    french.get_target_instance().get_latest_revision().publish()
    assert titles(board(client, overdue=1)) == []


def test_sections(client, about, french, trees, coordinator):
    make_page(about, "Team")
    make_page(trees.home, "Elsewhere")
    client.force_login(coordinator)
    assert titles(board(client, section=about.path)) == ["About us", "Team"]


def test_many_are_asked_for_at_once(client, about, trees, coordinator, translator):
    other = make_page(trees.home, "Other")
    below = make_page(other, "Below")
    client.force_login(coordinator)
    html = ask(client, [about, other, below], [trees.locale("fr")], deadline="2030-01-31", assignee=translator.pk)
    assert "3 translations were asked for." in html
    assert Translation.objects.count() == 3
    assert {str(brief.deadline) for brief in Brief.objects.all()} == {"2030-01-31"}
    assert Letter.objects.filter(user=translator, kind="assigned").count() == 3


def test_asking_again_changes_the_brief(client, about, french, trees, coordinator):
    client.force_login(coordinator)
    ask(client, [about], [trees.locale("fr")], note="Please hurry")
    assert Translation.objects.count() == 1
    assert Brief.objects.get().note == "Please hurry"


def test_nobody_asks_beyond_their_rights(client, about, trees, translator, coordinator):
    client.force_login(translator)
    ask(client, [about], [trees.locale("fr")])
    client.force_login(coordinator)
    ask(client, [about], [trees.locale("de")])
    assert not Translation.objects.exists()


@pytest.mark.parametrize("data", [{}, {"pages": "x", "locales": "y"}, {"pages": "9" * 30}, {"deadline": "soon"}])
def test_nonsense_is_a_message(client, trees, coordinator, data):
    client.force_login(coordinator)
    assert (
        "Choose pages and languages" in client.post(reverse("translations_request"), data, follow=True).content.decode()
    )


def test_the_file_holds_no_formulas(client, trees, coordinator):
    for title in ("=1+1", "@SUM(1)", " -2"):
        start(make_page(trees.home, title, slug=f"p{abs(hash(title))}"), trees.locale("fr"))
    client.force_login(coordinator)
    rows = list(csv.reader(io.StringIO(board(client, format="csv").content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["Page", "Language", "State"]
    assert not [cell for row in rows for cell in row if cell.strip().startswith(("=", "@", "-"))]


def test_those_who_work_in_no_language_see_no_board(client, trees):
    client.force_login(make_person("nobody"))
    assert board(client).status_code == 302


def test_my_work_stands_on_the_dashboard(client, french, translator):
    Brief.objects.create(translation=french, assignee=translator, deadline=YESTERDAY)
    client.force_login(translator)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "My translations" in html
    assert reverse("translations_workbench", args=[french.pk]) in html


def test_two_hundred_pages_in_eight_languages(client, django_assert_max_num_queries):
    trees = plant_trees("en", "fr", "de", "rom", "es", "it", "hu", "ro", "bg")
    boss = make_person("boss", {home: ["add_page", "change_page", "publish_page"] for home in trees.homes.values()})
    pages = [make_page(trees.home, f"Page {number}", summary="Some words") for number in range(200)]
    for page in pages[:20]:
        for code in ("fr", "de", "es"):
            start(page, trees.locale(code))
    client.force_login(boss)
    board(client)
    began = time.process_time()
    with django_assert_max_num_queries(15):
        response = board(client)
    assert time.process_time() - began < 2
    assert len(response.context["board"].rows) >= 200
    assert len(response.context["board"].locales) >= 8
