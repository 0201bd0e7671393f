"""An import from the first byte to the last count: what commands and the editors' side both call."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from membership.import_records import ImportedRow, ImportStatus, MemberImport, RowResult
from membership.imports.columns import check_columns, guess
from membership.imports.planning import plans_for
from membership.imports.reading import read_table
from membership.imports.writing import write_pages
from membership.imports.wrong import FileRefusedError
from membership.lists import source_list

__all__ = ["Report", "dry_run", "run_import", "summary_of"]

TOGETHER = 1000


class Report:
    """What became, or would become, of a file.

    Attributes:
        plans: one for each line.
        notes: sentences about the file as a whole.
        summary: counts, as the commands print them.
        columns: names of columns to positions in the file.
        headers: the first line of the file.
        sample: its first lines.
    """

    def __init__(self, table, columns):
        """Plan every line of a file.

        Args:
            table: the file.
            columns: names of columns to positions.

        Raises:
            FileRefusedError: if a column is missing that nothing can be done without.
        """
        check_columns(columns, table.headers)
        self.headers, self.columns, self.notes = table.headers, columns, table.notes
        self.sample = [cells for _line, cells in table.rows[:3]]
        self.plans = plans_for(table, columns)
        self.summary = summary_of(self.plans, len(self.notes))


def summary_of(plans, notes=0):
    """Return the counts of results, as the commands print them.

    Args:
        plans: with `result` and `warnings`.
        notes: warnings about the file as a whole.
    """
    results = [plan.result for plan in plans]
    counts = {result.value: results.count(result) for result in RowResult}
    return counts | {"warnings": notes + sum(plan.warnings for plan in plans)}


def dry_run(content, columns=None, encoding=""):
    """Return what an import of a file would do; nothing is written.

    Args:
        content: the bytes of the file.
        columns: names of columns to positions; None guesses them from the headings.
        encoding: as for `read_table`.

    Raises:
        FileRefusedError: if the file cannot be used.
    """
    table = read_table(content, encoding)
    return Report(table, guess(table.headers) if columns is None else columns)


@transaction.atomic
def run_import(run, user=None):
    """Import a file: all of it, or nothing where something unforeseen happens.

    Args:
        run: a MemberImport with `name` and `content`, stored or not; it is stored with its lines and counts.
        user: who imports; None for a command.

    Returns:
        The Report.

    Raises:
        FileRefusedError: if the file cannot be used, or was imported a moment ago.
    """
    if run.pk and MemberImport.objects.select_for_update().get(pk=run.pk).status != ImportStatus.CHECKED:
        raise FileRefusedError(_("This file has been imported already."))
    index = source_list()
    if index is None:
        raise FileRefusedError(_("The site has no list of members yet: plant the page tree first."))
    report = dry_run(bytes(run.content), run.columns or None, run.encoding)
    run.columns, run.summary, run.user = report.columns, report.summary, user or run.user
    run.status, run.imported_at = ImportStatus.DONE, timezone.now()
    run.save()
    new = [plan.page for plan in report.plans if plan.result == RowResult.CREATED]
    changed = {id(plan.page): plan.page for plan in report.plans if plan.result == RowResult.UPDATED}
    write_pages(run, new, [page for page in changed.values() if page.pk], index, user)
    keep_rows(run, report.plans)
    return report


def keep_rows(run, plans):
    """Store what became of each line.

    Args:
        run: the MemberImport, stored.
        plans: one for each line.
    """
    rows = [
        ImportedRow(
            run=run,
            line=plan.line,
            name=plan.name[:200],
            result=plan.result,
            messages=plan.messages,
            page=plan.page.pk if plan.page is not None else None,
        )
        for plan in plans
    ]
    ImportedRow.objects.bulk_create(rows, batch_size=TOGETHER)
