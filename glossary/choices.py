"""The words for what a term and its forms are."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from blocks.languages import language_choices

LANGUAGE_CODE = RegexValidator(
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", _("Write the code of the language, for example fr, rom or sr-Cyrl.")
)
ROMANI = "rom"


class Status(models.TextChoices):
    """Whether a reader from the communities has approved an entry."""

    APPROVED = "approved", pgettext_lazy("status of a term", "Approved")
    UNDER_REVIEW = "under_review", pgettext_lazy("status of a term", "Under review")


class Group(models.TextChoices):
    """What a term is about."""

    PEOPLES = "peoples", pgettext_lazy("group of terms", "Peoples")
    LANGUAGES = "languages", pgettext_lazy("group of terms", "Languages")
    RACISM = "racism", pgettext_lazy("group of terms", "Racism and history")
    HOUSING = "housing", pgettext_lazy("group of terms", "Housing")
    BODIES = "bodies", pgettext_lazy("group of terms", "Bodies and programmes")


class FormKind(models.TextChoices):
    """What a form is beside the title of the page."""

    PREFERRED = "preferred", pgettext_lazy("kind of form", "Preferred form")
    SYNONYM = "synonym", pgettext_lazy("kind of form", "Synonym")
    SPELLING = "spelling", pgettext_lazy("kind of form", "Spelling")
    PLURAL = "plural", pgettext_lazy("kind of form", "Singular, plural or feminine")
    ABBREVIATION = "abbreviation", pgettext_lazy("kind of form", "Abbreviation")
    ENDONYM = "endonym", pgettext_lazy("kind of form", "Own name")
    FORMER_OFFICIAL = "former_official", pgettext_lazy("kind of form", "Former official term")
    ADMINISTRATIVE = "administrative", pgettext_lazy("kind of form", "Administrative term")
    OUTSIDE = "outside", pgettext_lazy("kind of form", "Outside name")
    DISCOURAGED = "discouraged", pgettext_lazy("kind of form", "Better avoided")
    OFFENSIVE = "offensive", pgettext_lazy("kind of form", "Offensive")


class Relation(models.TextChoices):
    """How another term stands to a term."""

    RELATED = "related", pgettext_lazy("relation of terms", "Related")
    BROADER = "broader", pgettext_lazy("relation of terms", "Broader")
    NARROWER = "narrower", pgettext_lazy("relation of terms", "Narrower")


# What the terminology guard does about a form outside a quotation.
WARN, BLOCK = "warn", "block"
SEVERITIES = {
    FormKind.FORMER_OFFICIAL.value: WARN,
    FormKind.ADMINISTRATIVE.value: WARN,
    FormKind.DISCOURAGED.value: WARN,
    FormKind.OFFENSIVE.value: BLOCK,
}
AVOIDED = (FormKind.FORMER_OFFICIAL, FormKind.DISCOURAGED, FormKind.OFFENSIVE)


def variety_choices() -> list[tuple[str, str]]:
    """The varieties of Romani that a form may belong to.

    Returns:
        Pairs of (code of ISO 639-3, name in the active language).
    """
    return [(code, name) for code, name in language_choices() if code.startswith("rm") and len(code) == len("rmn")]
