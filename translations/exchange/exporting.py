"""Taking translations out: one as a file, several as a ZIP."""

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation

from translations.exchange import po, xliff12, xliff20
from translations.exchange.jobs import Job, job_of

EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Format:
    """A kind of file; `short` is its name where there is little room."""

    label: object
    suffix: str
    content_type: str
    write: Callable[[Job], bytes]
    short: str = ""


FORMATS = {
    "xliff12": Format(_("XLIFF 1.2"), "xlf", "application/xliff+xml", xliff12.write),
    "omegat": Format(_("XLIFF 1.2 for OmegaT"), "xlf", "application/xliff+xml", xliff12.write_filled, "OmegaT"),
    "xliff20": Format(_("XLIFF 2.0"), "xlf", "application/xliff+xml", xliff20.write),
    "po": Format(_("PO"), "po", "text/x-gettext-translation", po.write),
}
CHOICES = [(name, one.label) for name, one in FORMATS.items()]


def file_of(translation: Translation, name: str) -> tuple[str, bytes]:
    """Write one translation into a file.

    Args:
        translation: The translation.
        name: A key of `FORMATS`.

    Returns:
        A name for the file, and its bytes.
    """
    job, kind = job_of(translation), FORMATS[name]
    return f"{job.stem}.{kind.suffix}", kind.write(job)


def kit_of(translations: Iterable[Translation], name: str) -> bytes:
    """Write several translations into a ZIP.

    Args:
        translations: The translations.
        name: A key of `FORMATS`.

    Returns:
        The bytes of the ZIP; the same translations give the same bytes.
    """
    out, taken = BytesIO(), set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for translation in translations:
            job, kind = job_of(translation), FORMATS[name]
            file = f"{job.languages[1]}/{_free(f'{job.languages[1]}/{job.stem}', taken)}.{kind.suffix}"
            archive.writestr(zipfile.ZipInfo(file, EPOCH), kind.write(job), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _free(path: str, taken: set[str]) -> str:
    candidate, count = path, 1
    while candidate in taken:
        count += 1
        candidate = f"{path}-{count}"
    taken.add(candidate)
    return candidate.rsplit("/", 1)[-1]
