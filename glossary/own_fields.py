"""What each language has of its own: neither translated nor taken over from the source.

A French page may have forms that the English page lacks, and it is reviewed by readers of French.
"""

from wagtail_localize.fields import BaseTranslatableField

# Fields of TermPage.
OWN = ("variants", "grammar", "status", "reviewed_on", "reviewed_by")


class OwnField(BaseTranslatableField):
    """A field whose value in one language says nothing about the others."""


def own_fields():
    """Return the rules of translation for these fields."""
    return [OwnField(name) for name in OWN]
