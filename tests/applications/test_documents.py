"""Documents of strangers: kept only when they are what they say, do nothing, and hide nothing."""

import io
import time
import zipfile
import zlib
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from applications import uploads
from applications.records import Attachment
from tests.applications.applicant import ANSWERS, PDF, Applicant

pytestmark = pytest.mark.django_db


def active(name):
    return b"%PDF-1.4\n1 0 obj << /OpenAction << /S " + name + b" >> >> endobj\n%%EOF"


def packed(words):
    head, end = b"%PDF-1.5\n1 0 obj << /Filter /FlateDecode >> stream\n", b"\nendstream endobj\n%%EOF"
    return head + zlib.compress(words) + end


@pytest.mark.parametrize(
    "data",
    [
        b"stream\n" * 600_000,
        b"stream\nx\nendstream\n" * 200_000,
        b"#4a" * 1_500_000,
        b"<" + b" " * 4_000_000,
        b"stream\n" * 600_000 + b"endstream\n",
        b"".join(b"stream\n" + zlib.compress(b"0" * 9_000_000, 9) + b"\nendstream\n" for _part in range(40)),
    ],
)
def test_no_document_takes_long_to_check(data):
    began = time.process_time()
    with suppress(ValidationError):
        uploads.check(SimpleUploadedFile("d.pdf", b"%PDF-1.5\n" + data + b"\n%%EOF", "application/pdf"))
    assert time.process_time() - began < 4


def packed_archive():
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", "x")
    return written.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"<html><script>alert(1)</script></html>",
        b"%PDF-1.4\n<html><script>alert(1)</script>\n%%EOF",
        b"MZ\x90\x00",
        b"PK\x03\x04zip",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        b"%PDF-1.4 and then nothing",
        active(b"/JavaScript"),
        active(b"/J#61vaScript"),
        active(b"/Launch"),
        packed(b"<< /S /JavaScript /JS (app.alert(1)) >>"),
        packed(b"<< /Type /EmbeddedFile >>"),
        packed(b"<< /Type /EmbeddedFile >>").replace(b"1 0 obj", b"% stream\n1 0 obj"),
        b"%PDF-1.4\ntrailer << /Encrypt 5 0 R >>\n%%EOF",
        PDF + b"<html><script>alert(1)</script>",
        PDF + packed_archive(),
        PDF.replace(b"%%EOF", packed_archive() + b"%%EOF"),
        b"\xff\xd8\xff broken picture",
        b"\x89PNG\r\n\x1a\n broken picture",
    ],
)
def test_documents_that_act_or_are_not_what_they_say_are_refused(client, join, data):
    applicant = Applicant(client).open("/en/join/")
    for _step in range(3):
        applicant.send(**ANSWERS)
    applicant.send(decision=SimpleUploadedFile("decision.pdf", data, "application/pdf"))
    assert applicant.response.status_code == 422
    assert len(applicant.errors) == 1
    assert Attachment.objects.count() == 0


def test_large_documents_are_refused_with_the_limit(client, join):
    applicant = Applicant(client).open("/en/join/")
    for _step in range(3):
        applicant.send(**ANSWERS)
    applicant.send(decision=SimpleUploadedFile("d.pdf", PDF + b" " * 5_500_000 + b"%%EOF", "application/pdf"))
    assert applicant.errors == ["This document is larger than 5 MB. Make it smaller and choose it again."]


def test_a_photograph_loses_what_the_camera_noted():
    written = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "GPS 44.1 canary"
    Image.new("RGB", (40, 30)).save(written, "JPEG", exif=exif)
    checked = uploads.check(SimpleUploadedFile("scan.pdf", written.getvalue(), "application/pdf"))
    assert checked.extension == "jpg"
    assert b"canary" not in checked.data


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_hides_behind_a_picture_is_not_kept(kind):
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(written, kind)
    hidden = written.getvalue() + b"<script>canary()</script>" + packed_archive() + b"\xff\xd9"
    checked = uploads.check(SimpleUploadedFile("scan.png", hidden, "image/png"))
    assert b"canary" not in checked.data
    assert Image.open(io.BytesIO(checked.data)).size == (40, 30)


def test_names_of_documents_are_clean(client, join):
    applicant = Applicant(client).open("/en/join/")
    for _step in range(3):
        applicant.send(**ANSWERS)
    applicant.send(decision=SimpleUploadedFile("../../etc/\u202efdp\r\n.pdf", PDF, "application/pdf"))
    row = Attachment.objects.get()
    assert not set(row.name) & set("/\\\r\n\u202e")
    assert row.file.name.startswith("applications/")


def test_a_full_disk_is_said_at_the_field(client, join, monkeypatch):
    def full(*_args, **_options):
        raise OSError(28, "No space left on device")

    applicant = Applicant(client).open("/en/join/")
    for _step in range(3):
        applicant.send(**ANSWERS)
    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    applicant.send(decision=SimpleUploadedFile("d.pdf", PDF, "application/pdf"))
    assert applicant.response.status_code == 422
    assert applicant.errors == ["We could not keep your document just now. Please try again in a minute."]
