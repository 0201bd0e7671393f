"""Reading whatever a translator sends: one file or a ZIP of several, none of it trusted."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from translations.exchange import po, xliff, xliff12, xliff20
from translations.exchange.problems import UnreadableFileError
from translations.exchange.sheets import Sheet

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
LARGEST_TOGETHER = 50 * MEGABYTE
MOST_FILES = 500
MOST_ENTRIES = 20_000
ZIP_MARK = b"PK\x03\x04"
EMPTY_ZIP_MARK = b"PK\x05\x06"
JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db")
ENCRYPTED = 1


@dataclass(frozen=True)
class Read:
    """What was read of one file: its sheets, or why it could not be read."""

    name: str
    sheets: list[Sheet] = field(default_factory=list)
    problem: str = ""


def check_size(size: int) -> None:
    """Refuse a file before it is read.

    Args:
        size: Its size in bytes.

    Raises:
        UnreadableFileError: If it is too large.
    """
    if size > LARGEST:
        message = _("The file is larger than %(megabytes)d MB. Send fewer pages at once.")
        raise UnreadableFileError(message % {"megabytes": LARGEST // MEGABYTE})


def read(data: bytes, name: str) -> list[Read]:
    """Read a file, or every file in a ZIP.

    Args:
        data: The bytes, of a size that `check_size` lets through.
        name: The name of the file, for people.

    Returns:
        One result for each file.
    """
    if data[:4] in {ZIP_MARK, EMPTY_ZIP_MARK}:
        return _read_zip(data, name)
    return [attempt(name, lambda: sheets_in(data, name))]


def attempt(name: str, work: Callable[[], list[Sheet]]) -> Read:
    """Read one file; what is wrong with it becomes a sentence."""
    try:
        return Read(name, work())
    except UnreadableFileError as error:
        return Read(name, problem=str(error))


def sheets_in(data: bytes, name: str) -> list[Sheet]:
    """Read one file that is no ZIP, by what is in it, whatever it is called.

    Args:
        data: The bytes of the file.
        name: The name of the file.

    Returns:
        What it says, one sheet a translation.

    Raises:
        UnreadableFileError: If it cannot be used.
    """
    check_size(len(data))
    if not data.strip():
        raise UnreadableFileError(_("The file is empty."))
    found = _xliff(data, name) if looks_like_xml(data) else po.read(data, name)
    if sum(len(sheet.entries) for sheet in found) > MOST_ENTRIES:
        message = _("The file has more than %(number)d segments. Send fewer pages at once.")
        raise UnreadableFileError(message % {"number": MOST_ENTRIES})
    if not any(sheet.entries for sheet in found):
        raise UnreadableFileError(_("There is no segment in the file."))
    return found


def looks_like_xml(data: bytes) -> bool:
    """Whether a file begins as XML does, in any encoding."""
    start = data[:64].replace(b"\0", b"")
    return start.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()[:1] == b"<"


def _xliff(data: bytes, name: str) -> list[Sheet]:
    root = xliff.parse(data)
    version = root.get("version", "")
    readers = {"1": xliff12.read, "2": xliff20.read}
    if xliff.local(root) != "xliff" or version[:1] not in readers:
        kind = f"{xliff.local(root)} {version}".strip()[:40]
        raise UnreadableFileError(_("The file is XML, but not XLIFF 1.2 or 2.0: it is %(kind)s.") % {"kind": kind})
    return readers[version[:1]](root, name)


def _read_zip(data: bytes, name: str) -> list[Read]:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = [one for one in archive.infolist() if not one.is_dir() and not _is_junk(one.filename)]
        _check_members(members)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        own = str(error) if isinstance(error, UnreadableFileError) else _("The ZIP file is damaged.")
        return [Read(name, problem=own)]
    return list(_members(archive, members))


def _is_junk(name: str) -> bool:
    return name.startswith(JUNK[0]) or name.rsplit("/", 1)[-1] in JUNK[1:]


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if not members:
        raise UnreadableFileError(_("There is no file in the ZIP file."))
    if len(members) > MOST_FILES:
        message = _("The ZIP file has more than %(number)d files.")
        raise UnreadableFileError(message % {"number": MOST_FILES})
    if sum(member.file_size for member in members) > LARGEST_TOGETHER:
        message = _("Unpacked, the files are larger than %(megabytes)d MB. Send fewer pages at once.")
        raise UnreadableFileError(message % {"megabytes": LARGEST_TOGETHER // MEGABYTE})


def _members(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[Read]:
    seen: set[str] = set()
    for member in members:
        problem = _problem_of(member, seen)
        seen.add(member.filename)
        if problem:
            yield Read(member.filename[:200], problem=problem)
        else:
            yield attempt(member.filename[:200], lambda member=member: _sheets_of(archive, member))


def _problem_of(member: zipfile.ZipInfo, seen: set[str]) -> str:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in member.filename:
        return _("A file in a ZIP file must not lead out of it.")
    if member.filename in seen:
        return _("There is another file of this name in the ZIP file.")
    if member.flag_bits & ENCRYPTED:
        return _("Files with a password are not read.")
    return ""


def _sheets_of(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> list[Sheet]:
    """Unpack no more than a file may have, whatever the ZIP file says of its size."""
    check_size(member.file_size)
    try:
        with archive.open(member) as file:
            data = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableFileError(_("The ZIP file is damaged.")) from error
    if data[:4] == ZIP_MARK:
        raise UnreadableFileError(_("A ZIP file within a ZIP file is not read."))
    return sheets_in(data, member.filename[:200])
