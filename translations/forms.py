"""Starting and renewing translations, only where it is allowed and makes sense."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.views.submit_translations import SubmitTranslationForm
from wagtail_localize.views.update_translations import UpdateTranslationsForm

from translations.rights import locales_of

HOME_DEPTH = 2


class SubmitForm(SubmitTranslationForm):
    """Choose languages for a translation: only those in which the person works."""

    def __init__(self, instance, user, *args, **kwargs) -> None:
        """Narrow the languages down.

        Args:
            instance: The page or snippet to translate.
            user: Who asks for it.
            args: As Django's forms.
            kwargs: As Django's forms.
        """
        super().__init__(instance, *args, **kwargs)
        self.instance = instance
        field = self.fields["locales"]
        field.queryset = field.queryset.filter(pk__in=locales_of(user))

    def clean_locales(self):
        """Refuse languages whose parent page is not translated, and a second source for the same page.

        Returns:
            The chosen locales.

        Raises:
            ValidationError: With one sentence for each reason.
        """
        locales = self.cleaned_data["locales"]
        reasons = [*self.second_source(), *self.missing_parents(locales)]
        if reasons:
            raise ValidationError(reasons)
        return locales

    def second_source(self) -> list[str]:
        """The reason not to translate a page that is itself a translation, or whose translations have a source."""
        source = (
            TranslationSource.objects.filter(object_id=self.instance.translation_key, translations__enabled=True)
            .exclude(locale=self.instance.locale_id)
            .select_related("locale")
            .first()
        )
        if source is None:
            return []
        return [
            _("This is translated from %(language)s already. Start the translation from that page.")
            % {"language": source.locale.get_display_name()}
        ]

    def missing_parents(self, locales) -> list[str]:
        """The reasons not to translate a page below one that is not translated."""
        if not isinstance(self.instance, Page) or self.instance.depth <= HOME_DEPTH:
            return []
        parent = self.instance.get_parent()
        done = parent.get_translations(inclusive=True).filter(alias_of=None).values_list("locale", flat=True)
        return [
            _("“%(parent)s” is not translated into %(language)s yet. Translate it first.")
            % {"parent": parent.title, "language": locale.get_display_name()}
            for locale in Locale.objects.filter(pk__in=locales).exclude(pk__in=done)
        ]


class UpdateForm(UpdateTranslationsForm):
    """Take over changes of the source; nothing is published by that."""

    def __init__(self, *args, **kwargs) -> None:
        """Take the choice to publish away: what is new has no translation yet."""
        super().__init__(*args, **kwargs)
        del self.fields["publish_translations"]

    def clean(self) -> dict:
        """Answer the question that is not asked.

        Returns:
            The cleaned data, with `publish_translations` off.
        """
        return {**super().clean(), "publish_translations": False}
