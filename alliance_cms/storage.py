"""Static files: layers of CSS joined into one file, hashed names, compressed copies."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

ORDER = "css/order.txt"
JOINED = "css/site.css"


def ordered_sheets(order: str, available: list[str]) -> list[str]:
    """Return the style sheets in the order of the list, each once.

    Args:
        order: one path or pattern a line; blank lines and lines starting with # are left out.
        available: the static paths of every style sheet there is.

    Returns:
        Static paths. A pattern stands for its matches by name.

    Raises:
        LookupError: if a line matches nothing, so that a misspelt name is seen.
    """
    chosen: list[str] = []
    for line in filter(None, (raw.partition("#")[0].strip() for raw in order.splitlines())):
        found = sorted(path for path in available if fnmatch(path, line))
        if not found and "*" not in line:
            raise LookupError(f"{ORDER} names {line}, which does not exist")
        chosen += [path for path in found if path not in chosen]
    return chosen


def joined_css() -> str:
    """Return every style sheet of the public site, joined in cascade order."""
    order = Path(finders.find(ORDER)).read_text(encoding="utf-8")
    available = [
        path
        for finder in finders.get_finders()
        for path, _storage in finder.list([])
        if path.endswith(".css") and path != JOINED
    ]
    return "\n".join(Path(finders.find(path)).read_text(encoding="utf-8") for path in ordered_sheets(order, available))


class JoinedStorage(CompressedManifestStaticFilesStorage):
    """Hashed, compressed static files with the one style sheet that pages link to."""

    # A page must not fail because an asset of the admin names a file that was never shipped.
    manifest_strict = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[tuple]:
        """Write the joined sheet, then hash and compress everything as usual."""
        if not dry_run:
            if self.exists(JOINED):
                self.delete(JOINED)
            self._save(JOINED, ContentFile(joined_css().encode()))
            paths[JOINED] = (StaticFilesStorage(location=self.location), JOINED)
        yield from super().post_process(paths, dry_run, **options)
