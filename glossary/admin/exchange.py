"""Taking terms in from a file, and where to get them as files."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from common.localization import homes
from glossary.exchange.importing import CREATED, REFUSED, UNCHANGED, UPDATED, sheets_in, take_in
from glossary.exchange.problems import MAX_BYTES, UnreadableFile
from glossary.models import GlossaryPage

NAMES = {
    CREATED: _("Created"),
    UPDATED: _("Changed"),
    UNCHANGED: _("Unchanged"),
    REFUSED: _("Refused"),
    "warnings": _("Warnings"),
}
FORMATS = ("tbx", "csv", "json")


class ImportForm(forms.Form):
    """A file of terms."""

    file = forms.FileField(label=_("TBX or CSV file"), help_text=_("At most 10 MB."))
    dry_run = forms.BooleanField(
        label=_("Only try"),
        required=False,
        initial=True,
        help_text=_("Shows what would happen and changes nothing."),
    )

    def sheets(self):
        """Return the terms in the file.

        Raises:
            UnreadableFile: if it cannot be used.
        """
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise UnreadableFile("size", megabytes=MAX_BYTES // 1024**2)
        return sheets_in(file.read(), file.name)


def may_exchange(user):
    """Return whether somebody may publish terms in at least one language; looked up once, for the menu asks twice."""
    if not hasattr(user, "publishes_terms_at_hand"):
        pages = GlossaryPage.objects.all()
        user.publishes_terms_at_hand = any(page.permissions_for_user(user).can_publish_subpage() for page in pages)
    return user.publishes_terms_at_hand


def exchange(request):
    """Show the form, and what became of a file.

    Args:
        request: of somebody who may publish terms.

    Raises:
        PermissionDenied: for others.
    """
    if not may_exchange(request.user):
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None)
    context = {"form": form, "files": _files(), "dry": False, "counts": [], "lines": []}
    if request.method == "POST" and form.is_valid():
        try:
            report = take_in(form.sheets(), user=request.user, dry_run=form.cleaned_data["dry_run"])
        except UnreadableFile as error:
            form.add_error("file", str(error))
        else:
            context["dry"] = form.cleaned_data["dry_run"]
            context["counts"] = [(label, report.counts[name]) for name, label in NAMES.items()]
            context["lines"] = [(NAMES[outcome], name, sentences) for outcome, name, sentences in report.lines]
    return render(request, "glossary/admin/exchange.html", context)


def _files():
    home = next(iter(homes().values()), None)
    return [(suffix.upper(), f"{home.url}data/glossary.{suffix}") for suffix in FORMATS] if home else []
