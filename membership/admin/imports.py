"""Where officers bring in lists of authorities, read what would happen, import, and take an import back."""

import datetime

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from membership.admin.rights import officers_only
from membership.import_records import ImportStatus, MemberImport, RowResult
from membership.imports.columns import LABELS, guess
from membership.imports.reading import ENCODINGS, LARGEST, read_table
from membership.imports.running import dry_run, run_import
from membership.imports.undoing import obstacles_to_undo, undo_import
from membership.imports.wrong import FileRefusedError

__all__ = ["import_list", "import_one", "import_undo"]

PER_PAGE, SHOWN_OBSTACLES = 200, 20
# Longer than this nobody leaves a file half imported.
FORGOTTEN = datetime.timedelta(days=7)


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "CSV or XLSX, up to 10 MB and 20,000 lines. Nothing is written before you have seen what would happen."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )

    def clean_file(self):
        """Refuse what is too large, before it is read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024**2})
        return file


class MappingForm(forms.Form):
    """Which column of the file holds what."""

    def __init__(self, run, headers, *args, **kwargs):
        """Ask for each column, beginning with what the headings tell.

        Args:
            run: the MemberImport.
            headers: the first line of the file; empty where it cannot be read.
            args, kwargs: those of a form.
        """
        super().__init__(*args, **kwargs)
        known = run.columns or guess(headers)
        names = [("", "–"), *((str(place), f"{place + 1}. {name or '–'}"[:60]) for place, name in enumerate(headers))]
        self.fields["encoding"] = forms.ChoiceField(
            label=_("Encoding"), required=False, choices=[("", _("Find out")), *((one, one) for one in ENCODINGS)],
            initial=run.encoding,
        )  # fmt: skip
        for name, label in LABELS.items():
            self.fields[name] = forms.ChoiceField(
                label=label, required=False, choices=names, initial=str(known.get(name, ""))
            )

    def columns(self):
        """Return names of columns to positions."""
        return {name: int(self.cleaned_data[name]) for name in LABELS if self.cleaned_data[name]}


@officers_only
@require_http_methods(["GET", "POST"])
def import_list(request):
    """Show earlier imports, and take a new file.

    Args:
        request: the request of an officer.
    """
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        MemberImport.objects.filter(status=ImportStatus.CHECKED, created_at__lt=timezone.now() - FORGOTTEN).delete()
        run = MemberImport.objects.create(name=file.name[:255], content=file.read(), user=request.user)
        return redirect("membership_import", run.pk)
    runs = MemberImport.objects.exclude(status=ImportStatus.CHECKED).select_related("user").defer("content")
    page = Paginator(runs, 50).get_page(request.GET.get("p"))
    context = {"page_title": _("Import members"), "form": form, "runs": page, "labels": LABELS}
    return TemplateResponse(request, "membership/admin/imports.html", context)


@officers_only
@require_http_methods(["GET", "POST"])
def import_one(request, import_id):
    """Show what a file would do, or has done; import it when asked.

    Args:
        request: the request of an officer; `import` in a POST writes, anything else only looks again.
        import_id: the import.
    """
    run = get_object_or_404(MemberImport, pk=import_id)
    if run.status != ImportStatus.CHECKED:
        return _done(request, run)
    form, report, wrong = _looked_at(run, request.POST if request.method == "POST" else None)
    if request.method == "POST" and "import" in request.POST and report is not None:
        try:
            report = run_import(run, request.user)
        except FileRefusedError as error:
            wrong = str(error)
        else:
            counts = {"created": report.summary["created"], "updated": report.summary["updated"]}
            messages.success(request, _("Imported: %(created)d new members, %(updated)d changed.") % counts)
            return redirect("membership_import", run.pk)
    context = {"page_title": _("Import members"), "run": run, "form": form, "report": report, "wrong": wrong}
    context["rows"] = _told(report, request)
    return TemplateResponse(request, "membership/admin/import_check.html", context)


def _looked_at(run, data):
    """Return (form, Report or None, what is wrong or ""), with the columns as a person chose them."""
    if data is not None and "encoding" in data:
        run.encoding = data["encoding"] if data["encoding"] in ENCODINGS else ""
    content = bytes(run.content)
    try:
        headers = read_table(content, run.encoding).headers
    except FileRefusedError as error:
        return MappingForm(run, [], data), None, str(error)
    form = MappingForm(run, headers, data)
    if data is not None and form.is_valid():
        run.columns = form.columns()
    elif data is not None:
        return form, None, ""
    run.save(update_fields=["columns", "encoding"])
    try:
        return form, dry_run(content, run.columns or None, run.encoding), ""
    except FileRefusedError as error:
        return form, None, str(error)


def _told(report, request):
    """Return the lines to show: first those that need a look."""
    plans = (
        sorted(report.plans, key=lambda plan: (plan.result != RowResult.REFUSED, not plan.messages, plan.line))
        if report
        else []
    )
    return Paginator(plans, PER_PAGE).get_page(request.GET.get("p"))


def _done(request, run):
    rows = Paginator(run.rows.all(), PER_PAGE).get_page(request.GET.get("p"))
    context = {"page_title": run.name, "run": run, "rows": rows, "done": run.status == ImportStatus.DONE}
    return TemplateResponse(request, "membership/admin/import_done.html", context)


@officers_only
@require_http_methods(["GET", "POST"])
def import_undo(request, import_id):
    """Ask whether an import shall be taken back, and do it.

    Args:
        request: the request of an officer.
        import_id: the import.
    """
    run = get_object_or_404(MemberImport, pk=import_id)
    wrong = obstacles_to_undo(run)
    if request.method == "POST" and not wrong:
        try:
            removed, restored = undo_import(run, request.user)
        except FileRefusedError as error:
            wrong = [str(error)]
        else:
            counts = {"removed": removed, "restored": restored}
            messages.success(
                request, _("Taken back: %(removed)d pages are gone, %(restored)d are as they were.") % counts
            )
            return redirect("membership_imports")
    context = {"page_title": _("Take this import back"), "run": run, "wrong": wrong[:SHOWN_OBSTACLES]}
    context["more"] = max(0, len(wrong) - SHOWN_OBSTACLES)
    context["made"] = run.pages.filter(before=[]).count()
    context["changed"] = run.pages.count() - context["made"]
    return TemplateResponse(request, "membership/admin/import_undo.html", context)
