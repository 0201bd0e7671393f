"""Pictures of imported stories: from files beside the list or from the record itself, never from the network."""

import base64
import binascii
import hashlib
import re
from pathlib import Path, PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from library.forms import PictureUploadField
from library.licences import Licence
from library.models import Image
from news.legacy.records import Record

__all__ = ["PictureDesk"]

INLINE = re.compile(r"data:image/(png|jpeg|webp|avif);base64,([A-Za-z0-9+/=\s]*)")
NETWORK = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
COUNCIL = re.compile(r"council of europe|conseil de l[’']europe|\bcoe\b", re.IGNORECASE)
CREDIT = re.compile(r"(?:©|\(c\)|photo(?:graph)?\s*:|credit\s*:|crédit\s*:)\s*\S.*", re.IGNORECASE)
MAX_INLINE = 2 * 1024 * 1024
MAX_FILE = 20 * 1024 * 1024
MAX_SOURCE = 200
SUFFIXES = {"jpeg": "jpg"}


class PictureError(Exception):
    """A picture that cannot be taken; its text says why."""


class PictureDesk:
    """Takes pictures into the library, each only once."""

    def __init__(self, folder: Path, *, writing: bool) -> None:
        """Remember where files may lie.

        Args:
            folder: The folder of the imported file; nothing outside it is read.
            writing: False to check only.
        """
        self.folder = folder.resolve()
        self.writing = writing

    def mark(self, record: Record) -> str:
        """What stands for the content of the record's own picture in its fingerprint.

        Args:
            record: The story; its own picture only, since those in the text seldom change alone.

        Returns:
            A digest of the file; empty where there is none, or where the record itself carries the picture.
        """
        if not record.image or NETWORK.match(record.image):
            return ""
        try:
            return hashlib.sha256(self._file(record.image)).hexdigest()
        except PictureError:
            return ""

    def lead(self, record: Record) -> Image | None:
        """The picture of a story.

        Args:
            record: The story; gets a warning where its picture is not taken.

        Returns:
            The picture in the library, or None.
        """
        return self._taken(record.image, record.credit, record) if record.image else None

    def within(self, source: str, caption: str, record: Record) -> Image | None:
        """A picture in the text of a story.

        Args:
            source: Where it lies.
            caption: The words beneath; "© …" or "Photo: …" in them is its credit.
            record: The story, whose credit counts for its own picture, and for all where it has none of its own.

        Returns:
            The picture in the library, or None; then the record has a warning.
        """
        found = CREDIT.search(caption)
        credit = found[0] if found else ""
        if not credit and record.image in {"", source}:
            credit = record.credit
        return self._taken(source, credit[:255], record)

    def _taken(self, source: str, credit: str, record: Record) -> Image | None:
        try:
            name, data = self._content(source, record)
            if not credit:
                raise PictureError("it has no credit")
            upload = PictureUploadField().clean(SimpleUploadedFile(name, data))
        except PictureError as error:
            record.warnings.append(f"picture not taken: {error}")
            return None
        except ValidationError as error:
            record.warnings.append(f"picture refused: {' '.join(error.messages)}")
            return None
        return self._kept(name, upload, credit, record)

    def _kept(self, name: str, upload, credit: str, record: Record) -> Image | None:
        upload.seek(0)
        digest = hashlib.sha1(upload.read(), usedforsecurity=False).hexdigest()
        image = Image.objects.filter(file_hash=digest, credit=credit).first()
        if image is not None or not self.writing:
            return image
        licence = Licence.COUNCIL_OF_EUROPE if COUNCIL.search(credit) else ""
        if not licence:
            record.warnings.append("the licence of the picture is not on record: choose it in the library")
        upload.seek(0)
        image = Image(title=record.title[:255], file=upload, credit=credit, licence=licence, file_hash=digest)
        image.source_url = record.source_url if len(record.source_url) <= MAX_SOURCE else ""
        image.file_size = upload.size
        image.save()
        return image

    def _content(self, source: str, record: Record) -> tuple[str, bytes]:
        if source.lower().startswith("data:"):
            kind, data = _inline(source)
            return f"legacy-{record.legacy_id}.{SUFFIXES.get(kind, kind)}", data
        if NETWORK.match(source):
            raise PictureError("nothing is fetched from the network: put the file beside the list")
        return PurePosixPath(source).name, self._file(source)

    def _file(self, source: str) -> bytes:
        if "\\" in source or ".." in PurePosixPath(source).parts or source.startswith("/"):
            raise PictureError("only files in the folder of the list are read")
        try:
            path = (self.folder / source).resolve()
            if not path.is_relative_to(self.folder):
                raise PictureError("only files in the folder of the list are read")
            if not path.is_file():
                raise PictureError("there is no such file beside the list")
            if path.stat().st_size > MAX_FILE:
                raise PictureError("the file is larger than 20 MiB")
            return path.read_bytes()
        except (OSError, ValueError) as error:
            raise PictureError("the file cannot be read") from error


def _inline(source: str) -> tuple[str, bytes]:
    if len(source) > MAX_INLINE * 4 // 3 + 100:
        raise PictureError("the picture within the record is larger than 2 MiB")
    found = INLINE.fullmatch(source)
    if not found:
        raise PictureError("the picture within the record is no PNG, JPEG, WebP or AVIF in base64")
    try:
        return found[1], base64.b64decode("".join(found[2].split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise PictureError("the picture within the record is not base64") from error
