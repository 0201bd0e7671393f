"""Documents of strangers: what they are is read from their content, and nothing in them may act."""

import re
import zlib
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from applications.cleaning import clean_line
from applications.records import Attachment
from library.uploads import clean_picture

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
MOST_STREAMS, MOST_NESTED = 20_000, 8
HEAD = 1024
LONGEST_END = 66_000
TYPES = {b"%PDF-": ("pdf", "application/pdf"), b"\xff\xd8\xff": ("jpg", "image/jpeg"),
         b"\x89PNG\r\n\x1a\n": ("png", "image/png")}  # fmt: skip
STREAM = re.compile(rb"(?:end)?stream")
ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?php|\?xml-stylesheet)", re.I)
# Names of what a PDF can do by itself: run a script, start a program, send a form, open what is packed in it.
ACTIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Rendition|Movie|Sound)"
    rb"(?![A-Za-z0-9])"
)
ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")


@dataclass(frozen=True)
class Checked:
    """A document that may be kept."""

    data: bytes
    extension: str
    content_type: str


def check(upload) -> Checked:
    """Check a document by its content.

    Args:
        upload: an uploaded file.

    Returns:
        Its bytes, for a picture without what the camera noted in it, and its kind.

    Raises:
        ValidationError: saying what is wrong.
    """
    if upload.size > MOST_BYTES:
        raise ValidationError(_("This document is larger than 5 MB. Make it smaller and choose it again."))
    data = upload.read()
    extension, content_type = next((kind for start, kind in TYPES.items() if data.startswith(start)), ("", ""))
    if not extension:
        raise ValidationError(_("This is not a PDF, a JPEG or a PNG. Save it as a PDF and choose it again."))
    if extension == "pdf":
        _check_pdf(data)
        return Checked(data, extension, content_type)
    return Checked(_clean(data), extension, content_type)


def _clean(data):
    try:
        return clean_picture(data, anew=True)
    except ValidationError as error:
        if error.code == "too_many_pixels":
            raise
        message = _("This picture is damaged or moves. Save it again as a JPEG, or as a PDF, and choose that copy.")
        raise ValidationError(message) from error


def _check_pdf(data):
    if MARKUP.search(data[:HEAD]) or not _ends_well(data) or _is_archive(data):
        raise ValidationError(_("This PDF is damaged or incomplete. Save it again and choose that copy."))
    for part in (data, *_unpacked(data)):
        plain = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)
        if ENCRYPTED.search(plain):
            raise ValidationError(_("This PDF is locked with a password. Save it without one and choose it again."))
        if ACTIVE.search(plain):
            message = _("This PDF holds scripts, forms or other files. Print it to a new PDF and choose that one.")
            raise ValidationError(message)


def _ends_well(data):
    _before, mark, rest = data[-HEAD * 2 :].rpartition(b"%%EOF")
    return bool(mark) and not rest.strip(b"\0 \t\r\n\f")


def _is_archive(data):
    """Tell whether a program for archives would find one in it, too."""
    return any(mark in data[-LONGEST_END:] for mark in (b"PK\x05\x06", b"Rar!\x1a", b"7z\xbc\xaf"))


def _unpacked(data):
    """The packed parts of a PDF, as far as they are objects; pictures and text are skipped by their size."""
    left = MOST_UNPACKED
    for tries, (start, end) in enumerate(_streams(data)):
        if tries > MOST_STREAMS or left <= 0:
            raise ValidationError(_("This PDF unpacks to more than we can check. Save it again with less in it."))
        try:
            part = zlib.decompressobj().decompress(data[start:end].lstrip(b"\r\n"), left)
        except zlib.error:
            continue
        left -= len(part)
        yield part


def _streams(data):
    """Where packed parts may stand: from every word "stream" to the next end; one within another hides nothing."""
    end, nested = -1, 0
    for found in STREAM.finditer(data):
        if found[0] == b"endstream":
            continue
        if end < found.end():
            end, nested = data.find(b"endstream", found.end()), 0
        if end < 0:
            return
        nested += 1
        if nested > MOST_NESTED:
            raise ValidationError(_("This PDF is damaged or incomplete. Save it again and choose that copy."))
        yield found.end(), end


def keep(upload, *, key: str, field: str, address: str) -> Attachment:
    """Check a document and keep it until the form is sent.

    Args:
        upload: an uploaded file.
        key: marks the application.
        field: the field that takes it.
        address: who sends, as a keyed hash.

    Returns:
        The record of the document.

    Raises:
        ValidationError: saying what is wrong with it.
    """
    checked = check(upload)
    Attachment.objects.filter(key=key, field=field, application=None).update(key="")
    record = Attachment(
        key=key,
        field=field,
        name=clean_line(upload.name or "")[:150] or _("document"),
        content_type=checked.content_type,
        size=len(checked.data),
        address_hash=address,
    )
    try:
        record.file.save(f"{field}.{checked.extension}", ContentFile(checked.data), save=True)
    except OSError as error:
        words = _("We could not keep your document just now. Please try again in a minute.")
        raise ValidationError(words) from error
    return record


def waiting(key: str, files: dict[str, int]) -> dict[str, Attachment]:
    """Return the documents that wait for a form to be sent, by field.

    Args:
        key: marks the application.
        files: field to number, as the form carries them.
    """
    if not files:
        return {}
    rows = Attachment.objects.filter(pk__in=files.values(), key=key, application=None)
    return {row.field: row for row in rows}
