"""The editors' form of a member: refuses to publish an authority that nobody has confirmed."""

from django.utils.translation import gettext_lazy as _

from common.forms import PageForm
from membership.choices import CONFIRMING

PUBLISHING = ("action-publish", "action-submit", "action-restart-workflow")
UNCONFIRMED = _(
    "Record: before readers see this authority, add a line that confirms it, “Became a participant” or “Signed the "
    "Declaration”, with its source."
)


class MemberPageForm(PageForm):
    """Checks the record as it stands in the form, before anything is saved."""

    def clean(self):
        """Add an error when the page would be public without a confirming line in its record.

        Returns:
            The cleaned values.
        """
        values = super().clean()
        public = (self.instance.pk and self.instance.live) or any(name in self.data for name in PUBLISHING)
        if public and "states" in self.formsets and not self.confirmed():
            self.add_error(None, UNCONFIRMED)
        return values

    def confirmed(self):
        """Tell whether the record in the form has a line that confirms the authority."""
        kept = [form for form in self.formsets["states"].forms if not self.deleted(form)]
        return any(form["kind"].value() in CONFIRMING for form in kept)

    @staticmethod
    def deleted(form):
        """Tell whether the editor took a line away; the admin sends “False” as a word."""
        return form.fields["DELETE"].to_python(form["DELETE"].value())
