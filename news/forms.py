"""The form behind the story editor: language-bound choices and the checks before publication."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlockValidationError

from common.forms import PageForm
from news.checks import findings
from news.embargo import wait_for_embargo
from news.overrides import overridden

__all__ = ["NewsPageForm"]

CHOICES = (("story_themes", "theme", 2), ("story_members", "member", 1), ("story_persons", "person", 0))
REJECT = "reject"
UNTOUCHED = {"id", "ORDER", "DELETE"}


def in_language(form_class, field_name, locale):
    """Return ``form_class`` with the choices of one field limited to a language.

    Args:
        form_class: the form of one row in an inline panel.
        field_name: its foreign key to a translatable model.
        locale: the language of the story; a choice made earlier stays, whatever its language.
    """

    class OwnLanguageForm(form_class):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            field = self.fields[field_name]
            kept = getattr(self.instance, f"{field_name}_id")
            field.queryset = field.queryset.filter(Q(locale=locale) | Q(pk=kept)).order_by("title")
            # After saving in the background a row that stayed empty counts among those that were there before.
            self.empty_permitted = self.empty_permitted or not self.instance.pk

        def full_clean(self):
            """Give a row that stayed empty a place in the order, since all rows are sorted."""
            super().full_clean()
            if self.is_bound and not self.has_changed():
                self.cleaned_data.setdefault("ORDER", None)

        def has_changed(self):
            """Take a row that was offered and left empty for none, though it has a place in the order."""
            return bool(self.changed_data) if self.instance.pk else not UNTOUCHED.issuperset(self.changed_data)

    return OwnLanguageForm


class NewsPageForm(PageForm):
    """Keeps unfinished drafts, and asks for what readers need when a story is published or handed in."""

    checks_reason = forms.CharField(
        label=_("Publish all the same, because"),
        required=False,
        max_length=300,
        help_text=_("Only where warnings are left. The reason is kept in the history."),
        widget=forms.TextInput,
    )
    warnings = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Else Django looks for the first value in the data, where the admin does not put it, and every date looks new.
        self.fields["date"].show_hidden_initial = False
        adding = self.instance._state.adding and self.parent_page
        locale = self.parent_page.locale if adding else self.instance.locale
        for relation, field_name, offered in CHOICES:
            if relation in self.formsets:
                formset = self.formsets[relation]
                formset.form = in_language(formset.form, field_name, locale)
                formset.extra = 0 if formset.initial_form_count() else offered

    def is_valid(self):
        """Tell whether the story may be kept or, where it is to be published, also whether the checks let it pass."""
        valid = super().is_valid()
        if valid and not self.is_deferred_validation and self.data.get("workflow-action-name") != REJECT:
            self._check()
        return valid and not self.errors and self._rows_are_valid()

    def save(self, commit=True):
        """Save the story, and hand on the warnings that were overridden.

        Args:
            commit: whether to write to the database.
        """
        self._settle_embargo()
        page = super().save(commit=commit)
        page.overridden = (self.cleaned_data.get("checks_reason", ""), self.warnings)
        return page

    def _settle_embargo(self):
        page, before = self.instance, self.initial.get("embargo_until")
        if before and page.go_live_at == before and page.embargo_until != before:
            page.go_live_at = None
        wait_for_embargo(page)

    def _check(self):
        page = super().save(commit=False)
        found = findings(page, overridden(page))
        errors = [finding for finding in found if finding.is_error]
        self.warnings = [finding for finding in found if not finding.is_error]
        blocks = {finding.block: ValidationError(finding.message) for finding in errors if finding.block is not None}
        if blocks:
            self.add_error("body", StreamBlockValidationError(block_errors=blocks))
        for finding in errors:
            if finding.block is None:
                self._refuse(finding)
        if self.warnings and not self.cleaned_data.get("checks_reason", "").strip():
            messages = [str(finding.message) for finding in self.warnings]
            self.add_error("checks_reason", [*messages, _("Change this, or give a reason to publish all the same.")])

    def _refuse(self, finding):
        if finding.field in self.formsets:
            self.formsets[finding.field].non_form_errors().append(finding.message)
        elif finding.field in self.fields:
            self.add_error(finding.field, finding.message)
        else:
            self.add_error(None, f"{finding.label(self.instance)}: {finding.message}")

    def _rows_are_valid(self):
        return not any(formset.non_form_errors() for formset in self.formsets.values())
