"""The form behind the story editor: language-bound choices and the checks before publication."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.forms import PageForm

__all__ = ["NewsPageForm"]


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

    return OwnLanguageForm


class NewsPageForm(PageForm):
    """Keeps unfinished drafts, and asks for what readers need when a story is published or handed in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        adding = self.instance._state.adding and self.parent_page
        locale = self.parent_page.locale if adding else self.instance.locale
        for relation, field_name in (("story_themes", "theme"), ("story_members", "member")):
            if relation in self.formsets:
                formset = self.formsets[relation]
                formset.form = in_language(formset.form, field_name, locale)

    def clean(self):
        """Add an error at the text alternative when a picture would be published without one."""
        cleaned = super().clean()
        if self.is_deferred_validation or not cleaned.get("lead_image"):
            return cleaned
        if not cleaned.get("lead_alt") and not cleaned.get("lead_decorative"):
            self.add_error("lead_alt", _("Say what the picture shows, or mark it as decorative."))
        return cleaned
