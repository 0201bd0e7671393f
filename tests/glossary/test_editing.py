"""The editors' side: choosing terms, their forms in one language, files, suggestions, and who may what."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import GroupPagePermission

from accounts.models import User
from glossary.models import TermPage
from seed.factories.glossary import make_glossary, make_term
from seed.factories.pages import translate_page
from tests.worlds import world


@world
def glossary(site_tree):
    english = make_glossary(site_tree.home)
    translate_page(english, "fr", title="Glossaire", slug="glossaire")
    return english


@world
def term(glossary):
    variants = [{"language": "en", "form": "Gypsy lore"}, {"language": "cs", "form": "cikán"}]
    return make_term(glossary, "Roma", variants=variants)


@pytest.fixture
def chief(client, db):
    user = User.objects.create_superuser("chief", "chief@example.org", "x")
    client.force_login(user)
    return user


def member_of(page, *rights):
    """Somebody with rights on one part of the tree only."""
    user = User.objects.create_user("writer", "writer@example.org", "x")
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{right}_page")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user.groups.add(group)
    return user


def test_only_terms_are_offered_and_any_form_finds_them(client, chief, term, site_tree):
    answer = client.get(reverse("term_chooser:choose_results"), {"q": "CIK"}).content.decode()
    assert "Roma" in answer
    assert "Alliance" not in client.get(reverse("term_chooser:choose")).content.decode().split('class="listing')[-1]
    assert "no matches" in client.get(reverse("term_chooser:choose_results"), {"q": "zzz"}).content.decode()


def test_the_editor_gets_the_key_that_all_languages_share(client, chief, term):
    data = client.get(reverse("term_chooser:chosen", args=(term.pk,))).json()
    assert (data["result"]["key"], data["result"]["title"]) == (str(term.translation_key), "Roma")


def test_suggestions_know_the_forms_of_the_language_of_the_page(client, chief, term):
    french = translate_page(term, "fr", title="Roms", slug="roms")
    forms = client.get(reverse("glossary_known_forms", args=(french.pk,))).json()["forms"]
    assert forms == [{"form": "Roms", "key": str(term.translation_key), "title": "Roms"}]
    assert client.get(reverse("glossary_known_forms", args=(0,))).status_code == 404


def test_the_editor_of_a_page_brings_the_panel(client, chief, site_tree):
    text = client.get(reverse("wagtailadmin_pages:edit", args=(site_tree.home.pk,))).content.decode()
    assert 'id="glossary-suggestions"' in text


def rows(*forms, initial=0):
    data = {"variants-TOTAL_FORMS": len(forms), "variants-INITIAL_FORMS": initial, "variants-MIN_NUM_FORMS": 0}
    for place, form in enumerate(forms):
        line = {"kind": "synonym", "language": "fr", "status": "approved", "ORDER": place + 1, **form}
        data |= {f"variants-{place}-{name}": value for name, value in line.items()}
    own = {"grammar": "nom", "status": "approved", "reviewed_on": "", "reviewed_by": ""}
    return {**data, "variants-MAX_NUM_FORMS": 1000, **own}


def test_a_translation_gets_forms_of_its_own(client, chief, term):
    french = translate_page(term, "fr", title="Roms", slug="roms")
    url = reverse("glossary_own", args=(french.pk,))
    assert client.get(url).status_code == 200
    assert client.post(url, rows({"form": "Rroms", "language": ""})).status_code == 302
    french = TermPage.objects.get(pk=french.pk)
    assert ([(row.form, row.language) for row in french.variants.all()], french.grammar) == ([("Rroms", "fr")], "nom")
    assert TermPage.objects.get(pk=term.pk).variants.count() == 2


def test_a_wrong_line_keeps_what_was_typed(client, chief, term):
    answer = client.post(reverse("glossary_own", args=(term.pk,)), rows({"form": "Rroms", "language": "french"}))
    text = answer.content.decode()
    assert "please look at the marked lines" in text
    assert 'value="french"' in text


def test_who_may_not_publish_leaves_a_draft(client, term, glossary):
    client.force_login(member_of(glossary, "change"))
    client.post(reverse("glossary_own", args=(term.pk,)), rows({"form": "Rroms"}))
    page = TermPage.objects.get(pk=term.pk)
    assert {row.form for row in page.variants.all()} == {"Gypsy lore", "cikán"}
    assert "Rroms" in {row.form for row in page.get_latest_revision_as_object().variants.all()}


def test_who_may_not_edit_is_kept_out(client, term, glossary, site_tree):
    client.force_login(member_of(site_tree.homes["fr"], "change", "publish", "add"))
    assert client.get(reverse("glossary_own", args=(term.pk,))).status_code in {302, 403}
    assert client.post(reverse("glossary_own", args=(term.pk,)), rows()).status_code in {302, 403}
    assert TermPage.objects.get(pk=term.pk).variants.count() == 2


def send(client, text, name="x.csv", **data):
    return client.post(reverse("glossary_exchange"), {"file": SimpleUploadedFile(name, text.encode()), **data})


NEW = "key,page_language,title,definition\n1,en,Lom,A group.\n2,fr,Loms,Un groupe.\n"


def test_a_file_is_tried_and_then_taken_in(client, chief, glossary):
    assert "What would happen" in send(client, NEW, dry_run="on").content.decode()
    assert not TermPage.objects.exists()
    text = send(client, NEW).content.decode()
    assert "What happened" in text
    assert {page.title for page in TermPage.objects.live()} == {"Lom", "Loms"}


def test_a_file_takes_in_only_what_its_sender_may_publish(client, glossary, site_tree):
    client.force_login(member_of(site_tree.homes["fr"], "add", "change", "publish"))
    assert "You may not publish terms in this language." in send(client, NEW).content.decode()
    assert [page.title for page in TermPage.objects.all()] == ["Loms"]


def test_who_may_publish_nowhere_has_no_files(client, glossary, site_tree):
    client.force_login(member_of(site_tree.home, "change"))
    assert client.get(reverse("glossary_exchange")).status_code in {302, 403}
    assert send(client, NEW).status_code in {302, 403}
    assert not TermPage.objects.exists()


def test_a_file_of_no_use_is_refused_in_words(client, chief, glossary):
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]><martif>&a;</martif>'
    assert "defines entities" in send(client, bomb, "x.tbx").content.decode()
    assert "must end with .tbx or .csv" in send(client, "x", "x.docx").content.decode()
