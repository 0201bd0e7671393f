"""What the dashboard says about applications, to those who may see them."""

from datetime import timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from applications.choices import OPEN, MailState, State
from applications.office import OutgoingMail
from applications.personal.purging import due_applications
from applications.policy import policy
from applications.records import Application

LONG, SOON = timedelta(days=5), timedelta(days=14)


class Counters(Component):
    """Counts that need attention, each with a link to what is counted."""

    name = "applications"
    order = 110
    template_name = "applications/admin/counters.html"

    def get_context_data(self, parent_context):
        """Add the rows; nothing is counted for those who may not see applications."""
        request = parent_context["request"]
        if not policy.allows(request.user, "view"):
            return {"rows": []}
        return {"rows": counts(request.user)}


def counts(user) -> list[tuple[int, str, str]]:
    """Return the counts with their words and addresses.

    Args:
        user: whose dashboard it is.
    """
    is_open = Q(state__in=OPEN)
    found = Application.objects.aggregate(
        new=Count("pk", filter=Q(state=State.NEW)),
        long=Count("pk", filter=is_open & Q(received__lt=timezone.now() - LONG)),
        late=Count("pk", filter=is_open & Q(due__lt=timezone.localdate())),
        mine=Count("pk", filter=is_open & Q(assignee=user)),
        spam=Count("pk", filter=Q(state=State.SPAM)),
    )
    troubled = OutgoingMail.objects.filter(state__in=(MailState.FAILED, MailState.UNCERTAIN)).count()
    ending = sum(len(rows) for rows in due_applications(timezone.now() + SOON).values())
    inbox = reverse("applications:index")
    return [
        (found["new"], _("new applications"), f"{inbox}?state=new"),
        (found["long"], _("applications wait for more than 5 days"), f"{inbox}?waiting=long"),
        (found["late"], _("applications past their day"), f"{inbox}?waiting=late"),
        (found["mine"], _("open applications assigned to me"), f"{inbox}?assignee=mine"),
        (found["spam"], _("held back as spam"), f"{inbox}?state=spam"),
        (ending, _("will be deleted within 14 days"), f"{inbox}?state=all"),
        (troubled, _("letters did not leave"), reverse("applications:outbox")),
    ]
