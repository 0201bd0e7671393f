"""The same change of state for many members at once: dated, with its source, and to be taken back like an import."""

from django import forms
from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction

from membership.admin.rights import keeps_records
from membership.choices import Event
from membership.import_records import ImportStatus, MemberImport, RowResult
from membership.imports.cells import day_of
from membership.imports.entries import Entry
from membership.imports.merging import merge
from membership.imports.planning import Plan
from membership.imports.running import keep_rows, summary_of
from membership.imports.standing_pages import StandingPages
from membership.imports.writing import write_pages
from membership.imports.wrong import RowRefusedError
from membership.lists import source_list
from membership.models import MemberPage

__all__ = ["ChangeStates"]

STATES = (Event.PARTICIPANT, Event.SIGNATORY, Event.INTEREST, Event.APPLIED, Event.WITHDRAWN)


class StateForm(forms.Form):
    """The line that every chosen record gets."""

    state = forms.ChoiceField(label=gettext_lazy("What happened"), choices=[(one.value, one.label) for one in STATES])
    date = forms.CharField(
        label=gettext_lazy("Date"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("2013-04-26, or 2013-04, or 2013, as far as it is on record."),
    )
    source_url = forms.URLField(
        label=gettext_lazy("Source"),
        max_length=500,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        help_text=gettext_lazy("Address of the page that documents it."),
    )

    def clean(self):
        """Read the date, and ask for it where somebody has left."""
        values = super().clean()
        try:
            values["date"], values["precision"] = day_of((values.get("date") or "").strip())
        except RowRefusedError as error:
            self.add_error("date", str(error))
        else:
            if values.get("state") == Event.WITHDRAWN and not values["date"]:
                self.add_error("date", _("Give the date on which the authority left the Alliance."))
        return values


class ChangeStates(PageBulkAction):
    """Adds a line to the records of the chosen members."""

    display_name = gettext_lazy("Change state")
    action_type = "change_state"
    aria_label = gettext_lazy("Change the state of the chosen members")
    template_name = "membership/admin/change_states.html"
    action_priority = 5
    form_class = StateForm

    def check_perm(self, page):
        """Tell whether the user may change this page: a member in the source language that he may publish.

        Args:
            page: a page of any type.
        """
        if not hasattr(self, "allowed"):
            self.allowed, self.index = keeps_records(self.request.user), source_list()
        member = self.allowed and self.index and page.specific_class is MemberPage and page.is_child_of(self.index)
        return bool(member) and page.permissions_for_user(self.request.user).can_publish()

    def get_execution_context(self):
        """Give the action what the form says."""
        values = {name: self.cleaned_form.cleaned_data[name] for name in ("state", "date", "precision", "source_url")}
        return {"user": self.request.user, "values": values, "request": self.request}

    @classmethod
    def execute_action(cls, objects, user=None, values=None, request=None, **_context):
        """Write the line into each record.

        Args:
            objects: pages that may be changed.
            user: who does it.
            values: what the form says.
            request: gets a message for each page that must wait.
            _context: not used.

        Returns:
            (how many pages were changed, 0).
        """
        standing = StandingPages()
        standing.load({page.pk for page in objects})
        plans = [_plan(number, standing, page.pk, values) for number, page in enumerate(objects, start=1)]
        for plan in plans:
            if plan.result == RowResult.REFUSED:
                messages.warning(request, " ".join(plan.messages))
        changed = [plan.page for plan in plans if plan.result == RowResult.UPDATED]
        run = MemberImport.objects.create(
            name=_("Change of state"), content=b"", user=user, status=ImportStatus.DONE, imported_at=timezone.now(),
            summary=summary_of(plans),
        )  # fmt: skip
        write_pages(run, [], changed, source_list(), user)
        keep_rows(run, plans)
        return len(changed), 0

    def get_success_message(self, num_parent_objects, _num_child_objects):
        """Say how many records were changed.

        Args:
            num_parent_objects: how many.
            _num_child_objects: not used.
        """
        text = ngettext("%(count)d record is changed.", "%(count)d records are changed.", num_parent_objects)
        return text % {"count": num_parent_objects}


def _plan(number, standing, pk, values):
    page = standing.get(pk)
    plan = Plan(number, page.title, RowResult.UNCHANGED)
    reason = standing.reason_to_wait(page)
    if reason:
        plan.result, plan.messages = RowResult.REFUSED, [reason]
        return plan
    difference = merge(page, Entry(line=number, name=page.title, country=page.country, **values))
    plan.messages, plan.warnings = [*difference.changes, *difference.warnings], len(difference.warnings)
    if difference:
        plan.result, plan.page, plan.difference = RowResult.UPDATED, page, difference
    return plan
