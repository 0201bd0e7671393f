"""Themes and other records of a page are in reach where the page is translated."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.themes import Theme
from seed.factories.news import make_news_index, make_story, make_theme
from tests.worlds import world
from translations.models import State
from translations.requesting import start
from translations.segments import segments_of
from translations.snippets import publish_snippet
from translations.writing import write_segment

from .conftest import make_person

pytestmark = pytest.mark.django_db
WORKBENCH = 26


@world
def theme(trees):
    return make_theme("Housing", introduction="A roof for everyone.")


@world
def boss(trees):
    every = ["add_page", "change_page", "publish_page"]
    rights = ["wagtail_localize.submit_translation", "news.change_theme"]
    return make_person("boss", {trees.home: every, trees.homes["fr"]: every}, rights)


@world
def story(trees, theme, boss):
    """The French translation of a story with a theme; its list is asked for with it."""
    index = make_news_index(trees.home)
    page = make_story(index, "A new street", themes=[theme])
    start(index, [trees.locale("fr")], boss)
    return start(page, [trees.locale("fr")], boss)[0]


def shown(client, user, story):
    client.force_login(user)
    html = client.get(reverse("translations_workbench", args=[story.pk])).content.decode()
    return html.split("companions-title")[-1].split("</section>")[0]


def publish(job, user, words):
    for segment in segments_of(job):
        write_segment(job, segment, words, State.TRANSLATED)
    assert publish_snippet(job, user) == []


def test_a_theme_that_nobody_asked_for_can_be_asked_for(client, story, theme, boss):
    part = shown(client, boss, story)
    assert "Housing" in part
    assert "not asked for yet" in part
    assert reverse("wagtail_localize:submit_snippet_translation", args=["news", "theme", theme.pk]) in part


def test_a_theme_in_work_leads_to_its_workbench_and_is_translated_once_public(client, story, theme, boss, trees):
    job = start(theme, [trees.locale("fr")], boss)[0]
    part = shown(client, boss, story)
    assert "in work" in part
    assert f'href="{reverse("translations_workbench", args=[job.pk])}"' in part

    publish(job, boss, "Logement")
    assert Theme.objects.get(locale=trees.locale("fr")).title == "Logement"
    part = shown(client, boss, story)
    assert "translated" in part
    assert "in work" not in part


def test_who_may_not_translate_themes_sees_how_far_they_are_without_a_link(client, story, translator):
    part = shown(client, translator, story)
    assert "Housing" in part
    assert "<a " not in part


def test_a_page_without_any_says_nothing(client, french, translator):
    client.force_login(translator)
    html = client.get(reverse("translations_workbench", args=[french.pk])).content.decode()
    assert "Also on this page" not in html


def test_a_published_theme_is_in_work_again_once_it_is_deleted_or_rewritten(client, story, theme, boss, trees):
    job = start(theme, [trees.locale("fr")], boss)[0]
    publish(job, boss, "Logement")
    write_segment(job, segments_of(job)[0], "Habitat", State.TRANSLATED)
    assert "in work" in shown(client, boss, story)
    assert publish_snippet(job, boss) == []
    assert "in work" not in shown(client, boss, story)
    Theme.objects.get(locale=trees.locale("fr")).delete()
    start(theme, [trees.locale("fr")], boss)
    assert "in work" in shown(client, boss, story)


def themes_of_every_kind(mark, boss, french):
    """A theme that nobody asked for, one that a person made in French, one in work and a published one."""
    new, own, begun, public = (make_theme(f"{kind} {mark}") for kind in ("New", "Own", "Begun", "Public"))
    own.copy_for_translation(french).save()
    start(begun, [french], boss)
    publish(start(public, [french], boss)[0], boss, f"Public-{mark}")
    return [new, own, begun, public]


def test_many_themes_cost_no_more_queries_than_one(client, trees, boss):
    french = trees.locale("fr")
    index = make_news_index(trees.home)
    start(index, [french], boss)
    few = themes_of_every_kind("a", boss, french)
    many = few + themes_of_every_kind("b", boss, french) + themes_of_every_kind("c", boss, french)
    costs = []
    for title, themes in (("Few", few), ("Many", many)):
        story = start(make_story(index, title, themes=themes), [french], boss)[0]
        shown(client, boss, story)
        with CaptureQueriesContext(connection) as captured:
            part = client.get(reverse("translations_workbench", args=[story.pk])).content.decode()
        assert part.count("not asked for yet") == len(themes) // len(few)
        costs.append(len(captured))
    assert costs[1] == costs[0] <= WORKBENCH
