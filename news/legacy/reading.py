"""The lines of a file, one by one, without ever holding the whole file or an endless line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["MAX_LINE", "Line", "lines"]

MAX_LINE = 6 * 1024 * 1024
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Line:
    """One line of the file.

    Attributes:
        number: Counted from 1.
        text: The line, or None where it is too long to be read.
        end: How many bytes of the file have been read when the line is.
    """

    number: int
    text: bytes | None
    end: int


def lines(path: Path) -> Iterator[Line]:
    """Read a file line by line; a line that is too long is passed over.

    Args:
        path: The file.

    Yields:
        Every line that is not blank.

    Raises:
        OSError: If the file cannot be read.
    """
    number = read = 0
    with path.open("rb") as file:
        while chunk := file.readline(MAX_LINE + 1):
            number += 1
            read += len(chunk)
            text = chunk
            while len(chunk) > MAX_LINE and not chunk.endswith(b"\n"):
                text, chunk = None, file.readline(MAX_LINE + 1)
                read += len(chunk)
            if text is None or text.removeprefix(BOM).strip():
                yield Line(number, text if text is None else text.removeprefix(BOM), read)
