"""What may be uploaded: pictures that are whole and carry no traces, documents that are what they say."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

Pillow.init()

MAX_PICTURE_PIXELS = 20_000_000
MAX_DOCUMENT_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_PACKED_FILES = 2_000
PICTURE_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
HARMLESS = {
    "icc_profile", "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "transparency", "gamma", "srgb",
    "chromaticity", "progressive", "progression", "interlace", "background", "loop", "duration", "timestamp",
    "adobe", "adobe_transform", "default_image", "sizes",
}  # fmt: skip
# What Pillow's readers raise on broken files.
DAMAGED = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, MemoryError, ArithmeticError,
           AttributeError, RuntimeError, struct.error, zlib.error)  # fmt: skip


def clean_picture(data, *, anew=False):
    """Check a picture and take out everything a camera or a program noted in it.

    A picture without such notes comes back byte for byte; a JPEG keeps its quality.

    Args:
        data: bytes of the file.
        anew: write the picture anew even so, for what a stranger may have put behind it.

    Returns:
        bytes of the picture, upright, without EXIF, GPS, XMP, IPTC or comments.

    Raises:
        ValidationError: when it is no picture, damaged, animated or has too many pixels.
    """
    picture = _opened(data)
    _check_size(picture)
    try:
        picture.load()
        if not anew and not _has_notes(picture):
            return data
        return _without_notes(picture)
    except DAMAGED as error:
        raise _damaged() from error


def _opened(data):
    try:
        return Pillow.open(io.BytesIO(data), formats=PICTURE_FORMATS)
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        message = _("This is not an AVIF, JPEG, PNG or WebP picture, or the file is damaged or incomplete.")
        raise ValidationError(message, code="unknown") from error
    except DAMAGED as error:
        raise _damaged() from error


def _check_size(picture):
    if picture.width * picture.height > MAX_PICTURE_PIXELS:
        raise _too_many_pixels()
    if getattr(picture, "n_frames", 1) > 1 and picture.format != "MPO":
        raise ValidationError(_("This picture moves. Upload a still picture, or use the video block."), code="animated")


def _damaged():
    message = _("This picture is damaged or incomplete. Open it on your computer, save it again, and upload that copy.")
    return ValidationError(message, code="damaged")


def _too_many_pixels():
    message = _("This picture has more than %(limit)s million pixels. Make it smaller and upload it again.")
    return ValidationError(message % {"limit": MAX_PICTURE_PIXELS // 1_000_000}, code="too_many_pixels")


def _has_notes(picture):
    return picture.format == "MPO" or bool(picture.getexif()) or bool(set(picture.info) - HARMLESS)


def _without_notes(picture):
    kind = "JPEG" if picture.format == "MPO" else picture.format
    options = {"icc_profile": picture.info.get("icc_profile")} if picture.info.get("icc_profile") else {}
    turned = picture.getexif().get(0x0112, 1) != 1
    if turned:
        picture = ImageOps.exif_transpose(picture)
    options |= _quality(picture, kind, turned)
    picture.info = {key: value for key, value in picture.info.items() if key == "transparency"}
    written = io.BytesIO()
    picture.save(written, kind, exif=b"", **options)
    return written.getvalue()


def _quality(picture, kind, turned):
    if kind == "JPEG":
        keep = picture.format == "JPEG" and not turned
        return {"quality": "keep"} if keep else {"quality": 92, "optimize": True}
    return {} if kind == "PNG" else {"quality": 90}


@dataclass(frozen=True)
class DocumentKind:
    """How a kind of document is recognised."""

    start: bytes = b""
    member: str = ""


PACKED = b"PK\x03\x04"
DOCUMENT_KINDS = {
    "pdf": DocumentKind(start=b"%PDF-"),
    "docx": DocumentKind(start=PACKED, member="word/document.xml"),
    "xlsx": DocumentKind(start=PACKED, member="xl/workbook.xml"),
    "pptx": DocumentKind(start=PACKED, member="ppt/presentation.xml"),
    "odt": DocumentKind(start=PACKED, member="content.xml"),
    "ods": DocumentKind(start=PACKED, member="content.xml"),
    "odp": DocumentKind(start=PACKED, member="content.xml"),
    "csv": DocumentKind(),
    "txt": DocumentKind(),
}
MACROS = ("vbaproject.bin", "/basic/")


def check_document(name, data):
    """Check that a document is of a permitted kind and is what its name says.

    Args:
        name: the file's name.
        data: bytes of the file.

    Raises:
        ValidationError: saying what is wrong and what would be accepted.
    """
    extension = PurePath(name).suffix.lower().lstrip(".")
    kind = DOCUMENT_KINDS.get(extension)
    if kind is None:
        message = _("Files of this kind are not accepted. Accepted are: %(kinds)s.")
        raise ValidationError(message % {"kinds": ", ".join(DOCUMENT_KINDS)}, code="kind")
    if len(data) > MAX_DOCUMENT_BYTES:
        message = _("This document is larger than %(limit)s. Make it smaller and upload it again.")
        raise ValidationError(message % {"limit": filesizeformat(MAX_DOCUMENT_BYTES)}, code="too_large")
    if not _matches(kind, data):
        message = _("This file is damaged, or it is not a .%(extension)s document although its name says so.")
        raise ValidationError(message % {"extension": extension}, code="mismatch")


def _matches(kind, data):
    if kind.member:
        return data.startswith(kind.start) and _packed_well(data, kind.member)
    if kind.start:
        return data.startswith(kind.start) and b"%%EOF" in data[-2048:]
    return _is_text(data)


def _packed_well(data, member):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, *DAMAGED):
        return False
    names = [entry.filename for entry in entries]
    small = len(entries) <= MAX_PACKED_FILES and sum(entry.file_size for entry in entries) <= MAX_UNPACKED_BYTES
    return small and member in names and not _has_macros(names)


def _has_macros(names):
    return any(mark in f"/{name.lower()}" for name in names for mark in MACROS)


def _is_text(data):
    if b"\x00" in data:
        return False
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not data.lstrip()[:256].lower().startswith((b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script"))
