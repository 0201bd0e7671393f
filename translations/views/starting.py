"""Starting a translation and taking over changes of the source."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView, SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from translations.following import follow
from translations.forms import SubmitForm, UpdateForm
from translations.letters import tell_of_change
from translations.requesting import reasons_against, start
from translations.rights import locales_of, may_read_source, may_translate


class GuardedForm:
    """The form of a submit view, narrowed to what the person may do."""

    def get_object(self):
        """The source, if the person may open it.

        Raises:
            PermissionDenied: If not; nobody learns its title by asking for a translation.
        """
        instance = super().get_object()
        if not may_read_source(self.request.user, instance):
            raise PermissionDenied
        return instance

    def get_form(self) -> SubmitForm:
        """The form, filled in if it was sent.

        Returns:
            A form whose languages are those in which the person works.
        """
        user, locales = self.request.user, locales_of(self.request.user)
        if self.request.method == "POST":
            return SubmitForm(self.object, user, self.request.POST, locales=locales)
        chosen = list(locales.filter(language_code=self.request.GET.get("select_locale", "")))
        return SubmitForm(self.object, user, initial={"locales": chosen}, locales=locales)

    def form_valid(self, form):
        """Start the translations.

        Args:
            form: A valid `SubmitForm`.

        Returns:
            A redirect to the translation, or to where the person came from.
        """
        locales, user = list(form.cleaned_data["locales"]), self.request.user
        try:
            translations = start(self.object, locales, user, form.wish())
        except ValueError as error:
            messages.error(self.request, _("This cannot be translated: %(reason)s") % {"reason": error})
            return self.render_to_response(self.get_context_data())
        if isinstance(self.object, Page) and form.cleaned_data["include_subtree"]:
            start_below(self.object, locales, user, form.wish())
        names = ", ".join(str(locale.get_display_name()) for locale in locales)
        messages.success(self.request, self.get_success_message(names))
        if not self.get_success_url() and len(translations) == 1 and may_translate(user, translations[0]):
            return redirect("translations_workbench", translations[0].pk)
        return redirect(self.get_success_url() or self.get_default_success_url())


def start_below(page: Page, locales: list, user, wish) -> None:
    """Start the translations of all pages below one, as far as the person's rights reach.

    Args:
        page: The page, which is translated itself by now.
        locales: The languages.
        user: Who asks for it.
        wish: By when, of whom, and what to mind.
    """
    for below in page.get_descendants().filter(alias_of=None).order_by("path").specific().iterator():
        own = [one for one in locales if not below.has_translation(one) and not reasons_against(below, one, user)]
        if own:
            start(below, own, user, wish)


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
    """Take over changes of the source into its translations, without publishing anything.

    That happens by itself when the source is published; here it can be done again, for example after an import.
    """

    def get_form(self) -> UpdateForm:
        """The form, filled in if it was sent."""
        return UpdateForm(self.request.POST) if self.request.method == "POST" else UpdateForm()

    def dispatch(self, request, *args, **kwargs):
        """Let those in who may open the source and work in every language to which the changes go.

        Raises:
            PermissionDenied: Else.
        """
        if not request.user.has_perm("wagtail_localize.submit_translation"):
            raise PermissionDenied
        source = self.get_object()
        targets = set(source.translations.filter(enabled=True).values_list("target_locale", flat=True))
        own = set(locales_of(request.user).values_list("pk", flat=True))
        if not may_read_source(request.user, source.get_source_instance()) or not targets <= own:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        """Take the changes over.

        Args:
            form: A valid `UpdateForm`.

        Returns:
            A redirect.
        """
        try:
            tell_of_change(follow(self.object.get_source_instance()), self.request.user)
        except ValueError as error:
            messages.error(self.request, _("This cannot be translated: %(reason)s") % {"reason": error})
        else:
            messages.success(self.request, self.get_success_message())
        return redirect(self.get_success_url() or self.get_default_success_url())
