"""The editors' forms for pictures and documents, used as an editor uses them."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pillow
from wagtail.models import UploadedFile

from library.models import Document, Image
from seed.factories.library import SMALLEST_PDF, make_document, make_image, picture_bytes
from tests.library.test_uploads import camera_notes, noisy


def upload(data, name="bridge.jpg"):
    return SimpleUploadedFile(name, data)


def add(admin, data=None, name="bridge.jpg", **fields):
    values = {
        "title": "Bridge",
        "credit": "Photo: Ana Horvat",
        "licence": "own",
        "file": upload(data or noisy("JPEG"), name),
    }
    return admin.post(reverse("wagtailimages:add"), values | fields)


def words(response, name):
    return " ".join(response.context["form"].errors.get(name, []))


def test_a_picture_with_credit_and_licence_is_stored(admin):
    assert add(admin).status_code == 302
    image = Image.objects.get()
    assert (image.credit, image.licence, image.width) == ("Photo: Ana Horvat", "own", 240)


def test_credit_and_licence_are_asked_for_and_what_was_typed_stays(admin):
    response = add(admin, credit="", licence="")
    assert "without a credit it cannot be published" in words(response, "credit")
    assert "Choose the licence" in words(response, "licence")
    assert 'value="Bridge"' in response.text
    assert not Image.objects.exists()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.9])
def test_a_broken_picture_is_refused_on_the_form_whatever_the_cut(admin, kind, share):
    data = noisy(kind)
    response = add(admin, data[: int(len(data) * share)], f"bridge.{kind.lower()}")
    assert response.status_code == 200
    assert words(response, "file")
    assert not Image.objects.exists()


def test_a_broken_picture_is_refused_in_the_chooser_too(admin):
    data = noisy("JPEG")
    fields = {"title": "Bridge", "credit": "Ana Horvat", "licence": "own"}
    response = admin.post(
        reverse("wagtailimages_chooser:create"),
        {f"image-chooser-upload-{name}": value for name, value in fields.items()}
        | {"image-chooser-upload-file": upload(data[: len(data) // 2])},
    )
    assert response.status_code == 200
    assert "damaged or incomplete" in response.json()["htmlFragment"]
    assert not Image.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bridge.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
        ("bridge.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("bridge.png", b"<html></html>"),
        ("bridge.png", picture_bytes(20, 20)),
        ("bridge.gif", picture_bytes(20, 20, kind="GIF")),
    ],
)
def test_pictures_that_are_not_what_they_say_are_refused(admin, name, data):
    response = add(admin, data, name)
    assert response.status_code == 200
    assert words(response, "file")


def test_a_small_file_with_a_huge_picture_is_refused(admin):
    bomb = io.BytesIO()
    Pillow.new("1", (11_000, 11_000)).save(bomb, "PNG")
    response = add(admin, bomb.getvalue(), "bomb.png")
    assert response.status_code == 200
    assert "pixels" in words(response, "file")


def test_the_stored_picture_does_not_say_where_it_was_taken(admin):
    add(admin, noisy("JPEG", exif=camera_notes()))
    with Image.objects.get().file.open() as stored:
        assert not Pillow.open(stored).getexif()


def test_several_at_once_lose_their_notes_even_while_they_wait_for_a_credit(admin):
    response = admin.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Bridge", "files[]": upload(noisy("JPEG", exif=camera_notes()))},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    waiting = UploadedFile.objects.get()
    assert b"Secret Camera" not in waiting.file.read()
    prefix = f"uploaded-image-{waiting.pk}"
    response = admin.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=(waiting.pk,)),
        {f"{prefix}-title": "Bridge", f"{prefix}-credit": "Ana Horvat", f"{prefix}-licence": "own"},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert response.json()["success"], response.json()
    image = Image.objects.get()
    assert image.credit == "Ana Horvat"
    with image.file.open() as stored:
        assert b"Secret Camera" not in stored.read()


def test_a_new_file_takes_the_place_of_the_old_one_and_its_sizes(admin):
    image = make_image()
    image.get_rendition("width-100|format-jpeg")
    response = admin.post(
        reverse("wagtailimages:edit", args=(image.pk,)),
        {"title": "New", "credit": "Ana Horvat", "licence": "cc0", "file": upload(noisy("PNG"), "new.png")},
    )
    assert response.status_code == 302
    image.refresh_from_db()
    assert image.width == 240
    assert not image.renditions.filter(filter_spec="width-100|format-jpeg").exists()


def test_a_document_is_stored_and_handed_out_safely(admin, client):
    response = admin.post(
        reverse("wagtaildocs:add"),
        {
            "title": "Declaration",
            "credit": "Council of Europe",
            "licence": "coe",
            "file": upload(SMALLEST_PDF, "d.pdf"),
        },
    )
    assert response.status_code == 302
    served = client.get(Document.objects.get().url)
    assert served.status_code == 200
    assert served["Content-Disposition"].startswith("attachment")
    assert served["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in served["Content-Security-Policy"]


def test_a_disguised_document_is_refused_in_words(admin):
    response = admin.post(
        reverse("wagtaildocs:add"),
        {"title": "Declaration", "credit": "", "licence": "coe", "file": upload(b"<html></html>", "d.pdf")},
    )
    assert "not a .pdf document" in words(response, "file")
    assert "without a credit" in words(response, "credit")
    assert not Document.objects.exists()


def test_a_document_can_be_renamed_without_uploading_it_again(admin):
    document = make_document()
    response = admin.post(
        reverse("wagtaildocs:edit", args=(document.pk,)),
        {"title": "Declaration of 2012", "credit": "Council of Europe", "licence": "coe", "language": "fr"},
    )
    assert response.status_code == 302
    document.refresh_from_db()
    assert (document.title, document.language) == ("Declaration of 2012", "fr")
