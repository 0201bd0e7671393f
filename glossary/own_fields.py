"""What each language has of its own: neither translated nor taken over from the source.

A French page may have forms that the English page lacks, and it is reviewed by readers of French.
"""

from wagtail_localize.fields import BaseTranslatableField

from common.localization import language_of

# Fields of TermPage.
OWN = ("variants", "grammar", "status", "reviewed_on", "reviewed_by")


class OwnField(BaseTranslatableField):
    """A field whose value in one language says nothing about the others."""


def own_fields():
    """Return the rules of translation for these fields."""
    return [OwnField(name) for name in OWN]


class PerLanguage:
    """A page that has something of its own in each language."""

    def full_clean(self, *args, **kwargs):
        """Check the page, after forms that name no language got that of the page."""
        for variant in self.variants.all():
            variant.language = variant.language or language_of(self)
        super().full_clean(*args, **kwargs)

    def copy_for_translation(self, locale, *args, exclude_fields=(), **kwargs):
        """Return the page's counterpart in another language, without what each language has of its own."""
        return super().copy_for_translation(locale, *args, exclude_fields=[*exclude_fields, *OWN], **kwargs)
