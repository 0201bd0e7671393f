"""Starting a translation, and taking over changes of the source."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from seed.factories.news import make_news_index, make_story
from seed.factories.pages import make_page
from translations.models import Brief, Letter
from translations.progress import progress_of

from .conftest import make_person, start, translate

pytestmark = pytest.mark.django_db


def submit(client, page, *locales):
    data = {"locales": [locale.pk for locale in locales]}
    return client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), data)


def test_a_new_translation_begins_as_a_draft(client, about, trees, coordinator):
    client.force_login(coordinator)
    assert submit(client, about, trees.locale("fr")).status_code == 302
    page = about.get_translation(trees.locale("fr"))
    assert (page.live, page.alias_of) == (False, None)
    client.logout()
    assert client.get("/fr/about-us/").url == "/en/about-us/?untranslated=fr"


def test_only_own_languages_are_offered(client, about, trees, coordinator):
    client.force_login(coordinator)
    response = client.get(reverse("wagtail_localize:submit_page_translation", args=[about.pk]))
    offered = {locale.language_code for locale in response.context["form"].fields["locales"].queryset}
    assert offered == {"fr"}
    assert submit(client, about, trees.locale("de")).status_code == 200
    assert not about.has_translation(trees.locale("de"))


def test_a_translator_cannot_start_translations(client, about, trees, translator):
    client.force_login(translator)
    submit(client, about, trees.locale("fr"))
    assert not about.has_translation(trees.locale("fr"))


def test_the_parent_comes_first(client, about, trees, coordinator):
    team = make_page(about, "Team")
    client.force_login(coordinator)
    response = submit(client, team, trees.locale("fr"))
    assert "is not translated into French yet" in response.content.decode()
    assert not team.has_translation(trees.locale("fr"))
    assert not about.has_translation(trees.locale("fr"))


def test_a_translation_is_no_second_source(client, french, trees):
    everywhere = dict.fromkeys(trees.homes.values(), ("add_page", "change_page"))
    boss = make_person("boss", everywhere, ["wagtail_localize.submit_translation"])
    client.force_login(boss)
    response = submit(client, french.get_target_instance(), trees.locale("de"))
    assert "translated from English already" in response.content.decode()
    assert TranslationSource.objects.filter(object_id=french.source.object_id).count() == 1


def test_taking_over_changes_publishes_nothing(client, about, french, coordinator):
    translate(french)
    about.introduction = "Other words"
    about.save_revision().publish()
    client.force_login(coordinator)
    url = reverse("wagtail_localize:update_translations", args=[french.source_id])
    assert "publish_translations" not in client.get(url).context["form"].fields
    assert client.post(url, {"publish_translations": "on"}).status_code == 302
    assert not french.get_target_instance().live
    assert not progress_of(french).complete


def test_changes_are_taken_over_only_into_own_languages(client, about, french, trees, coordinator):
    start(about, trees.locale("de"))
    about.introduction = "Other words"
    about.save_revision().publish()
    before = TranslationSource.objects.get(pk=french.source_id).last_updated_at
    client.force_login(coordinator)
    client.post(reverse("wagtail_localize:update_translations", args=[french.source_id]), {})
    assert TranslationSource.objects.get(pk=french.source_id).last_updated_at == before
    assert Translation.objects.filter(source=french.source_id).count() == 2


def test_a_copy_of_the_source_goes_offline_when_its_translation_begins(client, about, trees, coordinator):
    alias = about.copy_for_translation(trees.locale("fr"), alias=True)
    assert alias.live
    client.force_login(coordinator)
    submit(client, about, trees.locale("fr"))
    page = about.get_translation(trees.locale("fr"))
    assert (page.pk, page.live, page.alias_of) == (alias.pk, False, None)


def test_nobody_starts_translations_of_what_they_cannot_open(client, trees):
    hidden = make_page(trees.home, "Hidden")
    rights = {trees.homes["fr"]: ["add_page", "change_page"]}
    client.force_login(make_person("french", rights, ["wagtail_localize.submit_translation"]))
    url = reverse("wagtail_localize:submit_page_translation", args=[hidden.pk])
    response = client.get(url)
    assert response.status_code == 302
    assert "Hidden" not in response.content.decode()
    submit(client, hidden, trees.locale("fr"))
    assert not hidden.has_translation(trees.locale("fr"))


def test_the_brief_goes_with_the_request(client, about, trees, coordinator, translator):
    client.force_login(coordinator)
    url = reverse("wagtail_localize:submit_page_translation", args=[about.pk])
    data = {"locales": [trees.locale("fr").pk], "deadline": "2030-01-31", "assignee": translator.pk, "note": "Soon"}
    assert client.post(url, data).status_code == 302
    brief = Brief.objects.get()
    assert (str(brief.deadline), brief.assignee, brief.note) == ("2030-01-31", translator, "Soon")
    assert Letter.objects.get().user == translator


def test_a_story_is_started_with_few_queries(client, about, trees, coordinator, django_assert_max_num_queries):
    index = make_news_index(trees.home)
    start(index, trees.locale("fr"))
    text = [{"type": "paragraph", "value": f"<p>Sentence {number} of <b>ten</b>.</p>"} for number in range(8)]
    story = make_story(index, body=text, summary="In short")
    client.force_login(coordinator)
    client.get(reverse("wagtail_localize:submit_page_translation", args=[story.pk]))
    with django_assert_max_num_queries(190):
        assert submit(client, story, trees.locale("fr")).status_code == 302
    assert StringSegment.objects.filter(source__object_id=story.translation_key).count() >= 10


def test_what_cannot_be_translated_is_a_message(client, about, trees, coordinator):
    about.body = [{"type": "paragraph", "value": '<p>See <i lang="fr">là</i> now</p>'}]
    about.save()
    client.force_login(coordinator)
    response = submit(client, about, trees.locale("fr"))
    assert "cannot be translated" in response.content.decode()
    assert not about.has_translation(trees.locale("fr"))
