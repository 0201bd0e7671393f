"""The whole record as a file for officers: drafts and unconfirmed authorities too."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from common.spreadsheets import CSV, XLSX, csv_file, workbook
from membership.admin.rights import officers_only
from membership.models import MemberPage
from membership.open_data.records import day_of

__all__ = ["export"]

COLUMNS = (
    "name", "local_name", "country", "kind", "lat", "lon", "state", "date", "number", "population", "population_year",
    "website", "source_url", "local_language", "id", "published",
)  # fmt: skip
FACTS = ("title", "local_name", "country", "kind", "lat", "lon")
FURTHER = ("population", "population_year", "website")


@officers_only
@require_safe
def export(request, ending):
    """Answer with every line of every record, with the columns of an import.

    Args:
        request: the request of an officer.
        ending: “csv” or “xlsx”.

    Raises:
        Http404: for another ending.
    """
    if ending not in ("csv", "xlsx"):
        raise Http404
    rows = list(_rows())
    content = csv_file(COLUMNS, rows) if ending == "csv" else workbook("members", COLUMNS, rows)
    media_type = f"{CSV}; charset=utf-8" if ending == "csv" else XLSX
    headers = {"Content-Disposition": f'attachment; filename="members.{ending}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=media_type, headers=headers)


def _rows():
    pages = MemberPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
    for page in pages.defer("body").prefetch_related("states").order_by("country", "title", "pk"):
        for line in list(page.states.all()) or [None]:
            yield _row(page, line)


def _row(page, line):
    event = (line.kind, day_of(line) or "", line.number) if line else ("", "", None)
    facts = [getattr(page, name) for name in FACTS]
    further = [getattr(page, name) for name in FURTHER]
    source = line.source_url if line else ""
    published = "yes" if page.live else "no"
    return [*facts, *event, *further, source, page.local_language, str(page.translation_key), published]
