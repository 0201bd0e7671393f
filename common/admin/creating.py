"""A form that makes a page makes one page, however often it is sent.

The editor saves by itself while its writer presses a button, and connections fail after the work was done. So each
form carries the translation key of the page that it will make: where that page exists already, what was typed goes
into it. Forms below the same page are taken one after the other, so that two writers never reach for one address.
"""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

__all__ = ["KEY", "page_viewset"]

KEY = "made_as"


class SaveAgain(EditView):
    """Puts a form that has made its page already into that page."""

    creating = None

    def get_object(self):
        """Return the page without its rows: the form brings all of them, as new ones."""
        page = super().get_object()
        for relation in get_all_child_relations(type(page)):
            setattr(page, relation.get_accessor_name(), [])
        return page

    def form_invalid(self, form):
        """Show what is wrong in the form that was sent, not in that of the page, which would take its rows twice.

        Args:
            form: the form with its errors.
        """
        self.creating.form = form
        return self.creating.form_invalid(form)


class MakeOnce(CreateView):
    """Makes a page, or saves into the page that the same form has made before."""

    def post(self, request):
        """Take what was sent, after all that was sent before for the same place.

        Args:
            request: the form as it was sent.
        """
        with transaction.atomic():
            Page.objects.select_for_update().get(pk=self.parent_page.pk)
            self.parent_page.refresh_from_db()
            key = self._key()
            made = Page.objects.filter(translation_key=key).first()
            if made is None:
                self.page.translation_key = key
            elif self._is_unfinished(made):
                return self._save_again(made)
            return super().post(request)

    def get_context_data(self, **kwargs):
        """Give the form the key of the page that it will make."""
        self.form.fields[KEY] = forms.UUIDField(
            required=False, initial=self.page.translation_key, widget=forms.HiddenInput
        )
        return super().get_context_data(**kwargs)

    def _key(self):
        try:
            return forms.UUIDField().clean(self.request.POST.get(KEY))
        except ValidationError:
            return uuid.uuid4()

    def _is_unfinished(self, made):
        """Tell whether a page is what this form has made, and nobody has worked on it since."""
        place = (self.parent_page.pk, self.page_content_type.pk, self.request.user.pk, False)
        found = (made.get_parent().pk, made.content_type_id, made.owner_id, made.live)
        return found == place and made.revisions.count() == 1 and not made.current_workflow_state

    def _save_again(self, made):
        if self.expects_json_response:
            # What is saved by itself may be older than what was saved by hand meanwhile.
            return self.json_error_response(
                "validation_error", _("This page has been saved already. Press “Save draft” to keep later changes.")
            )
        return SaveAgain.as_view(creating=self)(self.request, made.pk)


class MakingPages(PageViewSet):
    """The editors' side of all pages, with one page for each form."""

    add_view_class = MakeOnce


page_viewset = MakingPages()
