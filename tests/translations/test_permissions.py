"""The permission table: which role may open which view, in the own and in another language, on pages and snippets."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from navigation.models import Frame
from tests.worlds import world
from translations.models import State
from translations.requesting import start
from translations.segments import segments_of
from translations.writing import write_segment

from .conftest import make_person
from .conftest import start as begin

pytestmark = pytest.mark.django_db
SUBMIT = "wagtail_localize.submit_translation"
FRAME = "navigation.change_frame"
ALL = ["add_page", "change_page", "publish_page"]

# role: what it may do with a French and a German page, and with a French and a German snippet.
TABLE = {
    "translator": {"fr page": "read write", "fr snippet": "read write"},
    "reviewer": {
        "fr page": "read write review publish stop delete",
        "fr snippet": "read write review publish stop",
    },
    "german": {
        "de page": "read write review publish stop delete",
        "de snippet": "read write review publish stop",
    },
    "coordinator": {
        "fr page": "read write review publish stop delete sync start",
        "de page": "read write review publish stop delete sync start",
        "fr snippet": "read write review publish stop sync start",
        "de snippet": "read write review publish stop sync start",
    },
    "editor": {},
    "nobody": {},
}
PLACES = ("fr page", "de page", "fr snippet", "de snippet")
READ = ("translations_workbench", "wagtail_localize:download_pofile")


@world
def people(trees):
    fr, de, en = trees.homes["fr"], trees.homes["de"], trees.home
    return {
        "translator": make_person("t", {fr: ["change_page"]}, [FRAME]),
        "reviewer": make_person("r", {fr: ["change_page", "publish_page"]}, [FRAME]),
        "german": make_person("g", {de: ALL}, [FRAME]),
        "coordinator": make_person("c", {en: ["add_page", "change_page"], fr: ALL, de: ALL}, [SUBMIT, FRAME]),
        "editor": make_person("e", {en: ALL}, [FRAME]),
        "nobody": make_person("n", {}, []),
    }


@world
def places(about, trees, people):
    english = Frame.objects.create(site_name="Alliance", locale=trees.locale("en"))
    found = {}
    for code in ("fr", "de"):
        found[f"{code} page"] = begin(about, trees.locale(code))
        found[f"{code} snippet"] = start(english, [trees.locale(code)], people["coordinator"])[0]
        found[f"{code} snippet"].save_target(publish=True)
    return found


def allowed(role, place, action):
    return action in TABLE[role].get(place, "").split()


def opens(client, name, *args, **query):
    return client.get(reverse(name, args=args), query).status_code == 200


def one_segment(translation):
    return StringSegment.objects.filter(source=translation.source).exclude(context__path="slug").first()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", TABLE)
def test_reading(client, people, places, role, place):
    translation = places[place]
    client.force_login(people[role])
    for name in READ:
        assert opens(client, name, translation.pk) == allowed(role, place, "read"), name
    segment = one_segment(translation)
    assert opens(client, "translations_segment", translation.pk, segment.pk) == allowed(role, place, "read")
    if "page" in place:
        preview = opens(client, "wagtail_localize:preview_translation", translation.pk)
        assert preview == allowed(role, place, "read")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", TABLE)
def test_writing(client, people, places, role, place):
    translation = places[place]
    segment = one_segment(translation)
    client.force_login(people[role])
    for number, (name, method, data) in enumerate(
        [
            ("translations_write", client.post, {"text": "Mots 0", "action": "done"}),
            ("wagtail_localize:edit_string_translation", client.put, "value=Mots 1"),
        ]
    ):
        more = {"content_type": "application/x-www-form-urlencoded"} if method == client.put else {}
        method(reverse(name, args=[translation.pk, segment.pk]), data, **more)
        words = StringTranslation.objects.filter(locale=translation.target_locale, data=f"Mots {number}")
        assert words.exists() == allowed(role, place, "write"), name


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", TABLE)
def test_reviewing_and_stopping(client, people, places, role, place):
    translation = places[place]
    segment = one_segment(translation)
    write_segment(translation, segment, "Des mots", State.TRANSLATED)
    client.force_login(people[role])
    url = reverse("translations_write", args=[translation.pk, segment.pk])
    client.post(url, {"text": "Des mots", "action": "review"})
    state = next(one for one in segments_of(translation) if one.pk == segment.pk).state
    assert (state == State.REVIEWED) == allowed(role, place, "review")
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    assert (not Translation.objects.get(pk=translation.pk).enabled) == allowed(role, place, "stop")


@pytest.mark.parametrize("place", ["fr page", "de page"])
@pytest.mark.parametrize("role", TABLE)
def test_publishing(client, people, places, role, place, django_capture_on_commit_callbacks):
    translation = places[place]
    for segment in segments_of(translation):
        write_segment(translation, segment, f"mots-{segment.pk}", State.TRANSLATED)
    client.force_login(people[role])
    page = translation.get_target_instance()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})
    page.refresh_from_db()
    assert page.live == allowed(role, place, "publish")


@pytest.mark.parametrize("way", ["classic", "workbench"])
@pytest.mark.parametrize("place", ["fr snippet", "de snippet"])
@pytest.mark.parametrize("role", TABLE)
def test_publishing_snippets(client, people, places, role, place, way):
    translation = places[place]
    for segment in segments_of(translation):
        write_segment(translation, segment, "Notre réseau", State.TRANSLATED)
    client.force_login(people[role])
    frame = translation.get_target_instance()
    classic = reverse("wagtailsnippets_navigation_frame:edit", args=[frame.pk])
    url = classic if way == "classic" else reverse("translations_publish", args=[translation.pk])
    client.post(url, {"action": "publish"})
    frame.refresh_from_db()
    assert (frame.site_name == "Notre réseau") == allowed(role, place, "publish")


@pytest.mark.parametrize("way", ["alone", "together"])
@pytest.mark.parametrize("place", ["fr page", "de page"])
@pytest.mark.parametrize("role", TABLE)
def test_deleting(client, people, places, role, place, way):
    page = places[place].get_target_instance()
    client.force_login(people[role])
    url = reverse("wagtailadmin_pages:delete", args=[page.pk])
    if way == "together":
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={page.pk}"
    client.post(url)
    assert (not Page.objects.filter(pk=page.pk).exists()) == allowed(role, place, "delete")


def test_a_translator_sees_no_button_to_delete(client, people, places):
    page = places["fr page"].get_target_instance()
    client.force_login(people["translator"])
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"classic": 1}).content.decode()
    assert "canDelete&quot;: false" in html


@pytest.mark.parametrize("role", TABLE)
def test_starting_and_syncing(client, people, places, about, trees, role):
    sources = TranslationSource.objects.filter(pk__in={one.source_id for one in places.values()})
    Translation.objects.filter(pk=places["de page"].pk).delete()
    places["de page"].get_target_instance().delete()
    client.force_login(people[role])
    url = reverse("wagtail_localize:submit_page_translation", args=[about.pk])
    client.post(url, {"locales": [trees.locale("de").pk]})
    assert about.has_translation(trees.locale("de")) == allowed(role, "de page", "start")
    for source in sources:
        url = reverse("wagtail_localize:update_translations", args=[source.pk])
        assert (client.get(url).status_code == 200) == allowed(role, "fr page", "sync")


@pytest.mark.parametrize("role", TABLE)
def test_side_doors(client, people, places, role):
    client.force_login(people[role])
    assert client.get(reverse("wagtail_localize:translations_report")).status_code == 302
    url = reverse("wagtail_localize:snippets_api_listing", args=["navigation", "frame"])
    names = client.get(url, {"format": "json"}).content.decode()
    assert ("Alliance" in names) == (role != "nobody")
    page = places["fr page"].get_target_instance()
    assert client.post(reverse("wagtail_localize:convert_to_alias", args=[page.pk])).status_code == 302
    page.refresh_from_db()
    assert page.alias_of_id is None
    assert (client.get(reverse("translations_matrix")).status_code == 200) == (role != "nobody")
