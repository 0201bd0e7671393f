"""Starting a translation and taking over changes of the source."""

from django.core.exceptions import PermissionDenied
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translations.forms import SubmitForm, UpdateForm
from translations.rights import locales_of


class GuardedForm:
    """The form of a submit view, narrowed to what the person may do."""

    def get_form(self) -> SubmitForm:
        """The form, filled in if it was sent.

        Returns:
            A form whose languages are those in which the person works.
        """
        if self.request.method == "POST":
            return SubmitForm(self.object, self.request.user, self.request.POST)
        code = self.request.GET.get("select_locale", "")
        chosen = locales_of(self.request.user).filter(language_code=code)
        return SubmitForm(self.object, self.request.user, initial={"locales": list(chosen)})


class SubmitPage(GuardedForm, SubmitPageTranslationView):
    """Start the translation of a page; its translations begin as drafts."""

    def form_valid(self, form):
        """Start the translations; a copy of the source that stood in their place goes offline.

        Args:
            form: A valid `SubmitForm`.

        Returns:
            A redirect to the translation.
        """
        aliases = self.object.get_translations().filter(
            alias_of=self.object.pk, locale__in=form.cleaned_data["locales"]
        )
        former = list(aliases.values_list("pk", flat=True))
        response = super().form_valid(form)
        for page in Page.objects.filter(pk__in=former, alias_of=None, live=True).specific():
            page.unpublish(user=self.request.user)
        return response


class SubmitSnippet(GuardedForm, SubmitSnippetTranslationView):
    """Start the translation of a snippet."""


class Update(UpdateTranslationsView):
    """Take over changes of the source into its translations, without publishing anything."""

    def get_form(self) -> UpdateForm:
        """The form, filled in if it was sent."""
        return UpdateForm(self.request.POST) if self.request.method == "POST" else UpdateForm()

    def form_valid(self, form):
        """Take the changes over, if the person works in every language they go to.

        Args:
            form: A valid `UpdateForm`.

        Returns:
            A redirect.

        Raises:
            PermissionDenied: If one of the languages is not the person's.
        """
        targets = set(self.object.translations.filter(enabled=True).values_list("target_locale", flat=True))
        own = set(locales_of(self.request.user).values_list("pk", flat=True))
        if not targets <= own:
            raise PermissionDenied
        return super().form_valid(form)
