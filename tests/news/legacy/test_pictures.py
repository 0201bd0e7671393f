"""Pictures come from files beside the list or from the record, with a credit, and never from anywhere else."""

import base64
import io

import pytest
from PIL import Image as Pillow

from library.models import Image
from news.models import NewsPage
from tests.news.legacy.conftest import record


def png(colour="red"):
    """A small picture as bytes."""
    written = io.BytesIO()
    Pillow.new("RGB", (64, 48), colour).save(written, "PNG")
    return written.getvalue()


def inline(data, kind="png"):
    """A picture within a record."""
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def test_a_file_beside_the_list_becomes_the_picture_of_all_languages(
    archive, client, django_capture_on_commit_callbacks
):
    (archive.folder / "img").mkdir()
    (archive.folder / "img" / "school.png").write_bytes(png())
    told = {"image": "img/school.png", "credit": "Council of Europe / Ellen Wuibaux"}
    archive.write(record(57, **told), record(57, "fr", **told))
    with django_capture_on_commit_callbacks(execute=True):
        assert archive.run()["created"] == 2
    image = Image.objects.get()
    assert (image.credit, image.licence) == ("Council of Europe / Ellen Wuibaux", "coe")
    pages = NewsPage.objects.filter(legacy_id=57)
    assert {page.lead_image_id for page in pages} == {image.pk}
    assert "Council of Europe / Ellen Wuibaux" in client.get(pages[0].url).content.decode()
    assert image.renditions.filter(filter_spec__contains="avif").exists()
    assert {page.pk for page, _uses in image.get_usage()} == {page.pk for page in pages}


def test_a_picture_within_the_record_is_taken(archive):
    sums = archive.write(record(57, image=inline(png()), credit="Romano Kher")).run()
    assert (sums["created"], sums["warnings"]) == (1, 2)
    assert "licence of the picture is not on record" in archive.sentence(1)
    assert "the picture has no text alternative" in archive.sentence(1)
    assert NewsPage.objects.get(legacy_id=57).lead_image.credit == "Romano Kher"


def test_a_picture_that_comes_later_updates_its_story(archive):
    archive.write(record(57, image="a.png", credit="CoE")).run()
    assert NewsPage.objects.get(legacy_id=57).lead_image is None
    (archive.folder / "a.png").write_bytes(png())
    assert archive.run()["updated"] == 1
    assert NewsPage.objects.get(legacy_id=57).lead_image is not None
    assert archive.run()["unchanged"] == 1


@pytest.mark.parametrize(
    ("image", "credit", "reason"),
    [
        ("https://www.roma-alliance.org/a.png", "CoE", "nothing is fetched from the network"),
        ("//www.roma-alliance.org/a.png", "CoE", "nothing is fetched from the network"),
        ("file:///etc/passwd", "CoE", "nothing is fetched from the network"),
        ("/etc/passwd", "CoE", "only files in the folder"),
        ("../secret.png", "CoE", "only files in the folder"),
        ("img/../../secret.png", "CoE", "only files in the folder"),
        ("..\\secret.png", "CoE", "only files in the folder"),
        ("link.png", "CoE", "only files in the folder"),
        ("missing.png", "CoE", "no such file"),
        ("a\x00.png", "CoE", "no such file"),
        ("x" * 5000, "CoE", "cannot be read"),
        ("good.png", "", "it has no credit"),
        ("text.png", "CoE", "picture refused"),
        ("picture.svg", "CoE", "picture refused"),
        ("data:image/svg+xml;base64,AAAA", "CoE", "is no PNG, JPEG, WebP or AVIF"),
        ("data:image/png;base64,A", "CoE", "is not base64"),
        (inline(b"x" * 2_200_000), "CoE", "larger than 2 MiB"),
    ],
)
def test_other_pictures_are_refused_and_the_story_is_taken(archive, image, credit, reason):
    (archive.folder.parent / "secret.png").write_bytes(png())
    (archive.folder / "link.png").symlink_to(archive.folder.parent / "secret.png")
    (archive.folder / "good.png").write_bytes(png())
    (archive.folder / "text.png").write_text("no picture")
    (archive.folder / "picture.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
    sums = archive.write(record(57, image=image, credit=credit)).run()
    assert (sums["created"], sums["warnings"]) == (1, 1)
    assert reason in archive.sentence(1)
    assert not Image.objects.exists()
    assert NewsPage.objects.get(legacy_id=57).live


def test_pictures_in_the_text_need_a_credit_too(archive):
    for name in ("own.png", "credited.png", "bare.png"):
        (archive.folder / name).write_bytes(png({"own.png": "red", "credited.png": "blue"}.get(name, "green")))
    html = (
        '<p>One</p><p><img src="own.png" alt="A school"></p>'
        '<figure><img src="credited.png" alt="A bridge"><figcaption>The bridge. Photo: Ana Horvat</figcaption></figure>'
        '<img src="bare.png" alt="x">'
    )
    archive.write(record(57, body_html=html, image="own.png", credit="CoE")).run()
    page = NewsPage.objects.get(legacy_id=57)
    assert (page.lead_image.credit, page.lead_alt) == ("CoE", "A school")
    raw = list(page.body.raw_data)
    pictures = [block["value"] for block in raw if block["type"] == "image"]
    assert [(one["image"]["alt_text"], one["caption"]) for one in pictures] == [
        ("A bridge", "The bridge. Photo: Ana Horvat"),
    ]
    assert sorted(Image.objects.values_list("credit", flat=True)) == ["CoE", "Photo: Ana Horvat"]
    assert "picture not taken: it has no credit" in archive.sentence(1)


def test_a_dry_run_checks_pictures_and_keeps_none(archive):
    (archive.folder / "a.png").write_bytes(png())
    archive.write(record(57, image="a.png", credit="CoE"), record(58, image="b.png", credit="CoE"))
    assert archive.run("--dry-run")["warnings"] == 1
    assert not Image.objects.exists()
