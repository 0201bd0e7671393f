"""Who takes files out and in, in the admin and by the commands."""

import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from navigation.models import Frame
from tests.translations.conftest import make_person, start
from tests.worlds import world
from translations.exchange.exporting import FORMATS
from translations.exchange.reading import LARGEST
from translations.models import MemoryEntry
from translations.review import hand_in

from .conftest import WORDS, export, words_of, write
from .test_hostile import HOSTILE

pytestmark = pytest.mark.django_db

FILES = "translations_files"
KIT = "translations_kit"


def upload(client, data, name="file.xlf", url=FILES, **choices):
    """Send a file; return the page that answers."""
    return client.post(reverse(url), {"file": SimpleUploadedFile(name, data), **choices})


@world
def german(page, trees):
    return start(page, trees.locale("de"))


def test_translators_take_out_what_is_in_their_language(client, job, german, translator):
    client.force_login(translator)
    html = client.get(reverse(FILES)).content.decode()
    assert reverse("translations_file", args=[job.pk, "xliff12"]) in html
    assert reverse("translations_file", args=[german.pk, "xliff12"]) not in html
    for name in FORMATS:
        response = client.get(reverse("translations_file", args=[job.pk, name]))
        assert (response.status_code, response.content) == (200, export(job, name))
        assert response["Content-Disposition"].startswith('attachment; filename="about-us.fr.')
        assert client.get(reverse("translations_file", args=[german.pk, name])).status_code == 404


def test_a_zip_holds_what_was_marked_and_is_ones_own(client, job, german, translator):
    client.force_login(translator)
    asked = {"translation": [job.pk, german.pk, "x", "9" * 30], "format": "po"}
    with ZipFile(BytesIO(client.get(reverse(KIT), asked).content)) as archive:
        assert archive.namelist() == ["fr/about-us.fr.po"]
    with ZipFile(BytesIO(client.get(reverse(KIT), {"all": 1, "q": "about", "format": "xliff20"}).content)) as archive:
        assert archive.namelist() == ["fr/about-us.fr.xlf"]
    for wrong in ({"format": "po"}, {"format": "x", "all": 1}, {}, {"all": 1, "q": "zzz", "format": "po"}):
        response = client.get(reverse(KIT), wrong, follow=True)
        assert "Choose" in response.content.decode()


def test_a_translator_sends_a_file_back_and_reads_what_became_of_it(client, job, translator):
    client.force_login(translator)
    data = export(job, "xliff12").replace(b">Qui nous sommes<", ">Notre réseau<".encode())
    html = upload(client, data, dry_run="on").content.decode()
    assert "What would happen" in html
    assert words_of(job)["title"][0] == WORDS["title"]
    html = upload(client, data).content.decode()
    assert "What happened" in html
    assert "Notre réseau" in html
    assert words_of(job)["title"][0] == "Notre réseau"


def test_files_of_another_language_are_refused(client, job, german, translator):
    client.force_login(translator)
    write(german, title="Über uns")
    data = export(german, "xliff12").replace("Über uns".encode(), b"Wir")
    html = upload(client, data).content.decode()
    assert "no translation that you may change" in html
    assert words_of(german)["title"][0] == "Über uns"
    data = export(german, "po").replace(b"X-WagtailLocalize", b"X-Other")
    assert "into de" in upload(client, data, translation=job.pk).content.decode()
    assert client.get(reverse(FILES), {"translation": german.pk}).status_code == 404


def test_a_file_for_one_translation_is_not_taken_for_another(client, job, coordinator, german):
    client.force_login(coordinator)
    html = upload(client, export(job, "xliff12"), translation=job.pk).content.decode()
    assert "Nothing in it differs" in html
    assert client.get(reverse(FILES), {"translation": "x"}).status_code == 200


def test_words_are_closed_while_a_reviewer_reads(client, job, translator):
    data = export(job, "xliff12").replace(b">Qui nous sommes<", b">Nous<")
    hand_in(job, translator)
    client.force_login(translator)
    assert "a reviewer is reading it" in upload(client, data).content.decode()
    assert words_of(job)["title"][0] == WORDS["title"]


def test_snippets_follow_the_same_rights(client, trees, translator):
    frame = Frame.objects.create(site_name="Alliance", locale=trees.locale("en"))
    french, german = (start_snippet(frame, trees.locale(code)) for code in ("fr", "de"))
    client.force_login(translator)
    assert client.get(reverse("translations_file", args=[french.pk, "po"])).status_code == 200
    assert client.get(reverse("translations_file", args=[german.pk, "po"])).status_code == 404


def start_snippet(frame, locale):
    """Start the translation of a snippet."""
    source, _made = TranslationSource.update_or_create_from_instance(frame)
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
    translation.save_target(publish=True)
    return translation


ADDRESSES = {
    FILES: [],
    KIT: [],
    "translations_file": [1, "po"],
    "translations_memory": [],
    "translations_memory_file": ["fr"],
    "translations_interface": [],
    "translations_interface_file": ["fr", "po"],
}


def test_strangers_and_those_who_do_not_translate_see_nothing(client, job, editor):
    addresses = [reverse(name, args=args) for name, args in ADDRESSES.items()]
    assert {client.get(address).status_code for address in addresses} == {302}
    client.force_login(editor)
    assert {client.get(address).url for address in addresses} == {reverse("wagtailadmin_home")}


@world
def editor(trees):
    return make_person("editor", {trees.home: ["add_page", "change_page"]})


def test_nothing_that_is_sent_is_an_error_page(client, job, translator):
    client.force_login(translator)
    for data in HOSTILE.values():
        response = upload(client, data, "x")
        assert response.status_code == 200
        assert b"help-critical" in response.content or b"error-message" in response.content


def test_large_files_are_refused_with_a_sentence(client, job, translator):
    client.force_login(translator)
    html = upload(client, b"<" + b"x" * LARGEST).content.decode()
    assert "larger than 10 MB" in html


def test_memories_are_ones_own(client, job, translator):
    client.force_login(translator)
    page = client.get(reverse("translations_memory")).content.decode()
    assert reverse("translations_memory_file", args=["fr"]) in page
    assert reverse("translations_memory_file", args=["de"]) not in page
    data = client.get(reverse("translations_memory_file", args=["fr"])).content
    assert client.get(reverse("translations_memory_file", args=["de"])).status_code == 404
    MemoryEntry.objects.all().delete()
    html = upload(client, data, "m.tmx", "translations_memory", language=job.target_locale_id).content.decode()
    assert "What happened" in html
    assert MemoryEntry.objects.exists()


def test_interface_words_go_out_and_are_checked(client, job, translator):
    client.force_login(translator)
    page = client.get(reverse("translations_interface")).content.decode()
    assert reverse("translations_interface_file", args=["fr", "po"]) in page
    assert reverse("translations_interface_file", args=["de", "po"]) not in page
    assert client.get(reverse("translations_interface_file", args=["de", "po"])).status_code == 404
    data = client.get(reverse("translations_interface_file", args=["fr", "po"])).content
    html = upload(client, data, "fr.po", "translations_interface", language="fr").content.decode()
    assert "Nothing in it differs" in html
    answer = upload(client, data, "fr.po", "translations_interface", language="fr", catalogue="1")
    assert answer["Content-Disposition"] == 'attachment; filename="django.po"'
    assert answer.content == data


# Commands


def run(path, *arguments):
    """Take a file in by the command; return the sums."""
    out = StringIO()
    call_command("import_translation", str(path), *arguments, stdout=out)
    return json.loads(out.getvalue().splitlines()[-1])


@pytest.mark.parametrize("name", FORMATS)
def test_the_commands_take_out_and_in(job, tmp_path, name):
    path = tmp_path / "file"
    call_command("export_translation", str(path), page="/en/about-us/", language="fr", format=name, stdout=StringIO())
    assert path.read_bytes() == export(job, name)
    assert run(path) == {"created": 0, "updated": 0, "unchanged": 4, "refused": 0, "warnings": 0}
    path.write_bytes(path.read_bytes().replace("Bientôt".encode(), "Très bientôt".encode()))
    assert run(path, "--dry-run")["updated"] == 1
    assert run(path)["updated"] == 1
    assert run(path)["updated"] == 0


def test_the_commands_say_what_is_wrong(job, tmp_path, translator, german):
    path = tmp_path / "file"
    for wrong in ({"page": "/en/nowhere/", "language": "fr"}, {"page": "/en/about-us/", "language": "ro"}):
        with pytest.raises(CommandError):
            call_command("export_translation", str(path), **wrong)
    with pytest.raises(CommandError):
        run(path)
    path.write_bytes(HOSTILE["laughs"])
    assert run(path) == {"created": 0, "updated": 0, "unchanged": 0, "refused": 1, "warnings": 0}
    path.write_bytes(b"x" * (LARGEST + 1))
    assert run(path)["refused"] == 1
    path.write_bytes(export(german, "xliff12"))
    assert run(path, "--user", translator.username)["refused"] == 1
