"""Uploads: pictures that are whole and carry no traces, documents that are what they say."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from PIL import Image as Pillow

from library import uploads
from library.uploads import check_document, clean_picture
from seed.factories.library import SMALLEST_PDF, make_image, picture_bytes

KINDS = ("JPEG", "PNG", "WEBP", "AVIF")


def camera_notes(turned=1):
    """EXIF as a camera writes it, with the place where the picture was taken."""
    notes = Pillow.Exif()
    notes[0x010F] = "Secret Camera"
    notes[0x0112] = turned
    place = notes.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (48.0, 12.0, 30.0), "E", (16.0, 22.0, 10.0)
    return notes


def noisy(kind, **options):
    """A picture with enough detail that a cut through its file cuts through its content."""
    written = io.BytesIO()
    Pillow.effect_noise((240, 160), 80).convert("RGB").save(written, kind, **options)
    return written.getvalue()


def packed(*names):
    """A zip archive with members of these names."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
    return written.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_place_and_camera_are_taken_out(kind):
    data = noisy(kind, exif=camera_notes())
    assert b"Secret Camera" in data
    cleaned = clean_picture(data)
    assert b"Secret Camera" not in cleaned
    assert not Pillow.open(io.BytesIO(cleaned)).getexif()


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_without_notes_is_not_touched(kind):
    data = noisy(kind)
    assert clean_picture(data) == data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_taken_on_its_side_stands_upright_afterwards(kind):
    cleaned = clean_picture(noisy(kind, exif=camera_notes(turned=6)))
    assert Pillow.open(io.BytesIO(cleaned)).size == (160, 240)


def test_xmp_and_comments_are_taken_out():
    assert b"my secret" not in clean_picture(noisy("JPEG", comment=b"my secret"))
    assert b"my secret" not in clean_picture(noisy("JPEG", xmp=b"<x>my secret</x>"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
def test_a_cut_off_picture_is_refused_in_words(kind, share):
    data = noisy(kind)
    with pytest.raises(ValidationError, match="damaged or incomplete"):
        clean_picture(data[: int(len(data) * share)])


def test_too_many_pixels_are_refused_before_they_are_unpacked(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_PICTURE_PIXELS", 1_000_000)
    with pytest.raises(ValidationError, match="more than 1 million pixels"):
        clean_picture(picture_bytes(1100, 1000))


def test_a_moving_picture_is_refused():
    written = io.BytesIO()
    frames = [Pillow.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    frames[0].save(written, "WEBP", save_all=True, append_images=frames[1:])
    with pytest.raises(ValidationError, match="still picture"):
        clean_picture(written.getvalue())


@pytest.mark.parametrize("data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a\x01\x00\x01\x00"])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(ValidationError):
        clean_picture(data)


def test_scripts_and_imports_cannot_store_notes_either(root):
    image = make_image(data=noisy("JPEG", exif=camera_notes()))
    with image.file.open() as stored:
        assert b"Secret Camera" not in stored.read()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", SMALLEST_PDF),
        ("a.docx", packed("[Content_Types].xml", "word/document.xml")),
        ("a.XLSX", packed("xl/workbook.xml")),
        ("a.odt", packed("mimetype", "content.xml")),
        ("a.txt", "Ромите в Европа".encode()),
        ("a.csv", b"name,country\nInnsbruck,AT\n"),
    ],
)
def test_real_documents_are_accepted(name, data):
    check_document(name, data)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("page.html", b"<html>", "not accepted"),
        ("drawing.svg", b"<svg/>", "not accepted"),
        ("program.exe", b"MZ", "not accepted"),
        ("no-extension", b"text", "not accepted"),
        ("a.pdf", b"<html><script>alert(1)</script></html>", "not a .pdf document"),
        ("a.pdf", SMALLEST_PDF[:20], "damaged"),
        ("a.docx", packed("word/other.xml"), "not a .docx document"),
        ("a.docx", packed("word/document.xml", "word/vbaProject.bin"), "damaged"),
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
        ("a.txt", b"<script>alert(1)</script>", "not a .txt document"),
        ("a.csv", b"\x00\x01\x02", "not a .csv document"),
        ("a.txt", b"\xff\xfe\xfa", "not a .txt document"),
    ],
)
def test_documents_that_are_not_what_they_say_are_refused(name, data, words):
    with pytest.raises(ValidationError, match=words):
        check_document(name, data)


def test_a_packed_bomb_is_refused():
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (201 * 1024 * 1024))
    with pytest.raises(ValidationError, match="damaged"):
        check_document("a.docx", written.getvalue())
