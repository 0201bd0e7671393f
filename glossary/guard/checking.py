"""What the guard finds in a page, a snippet or a picture."""

from dataclasses import dataclass, replace
from functools import cache

from django.db import models
from django.utils.translation import gettext as _
from wagtail.models import Page

from common.localization import language_of
from glossary.guard.engine import find
from glossary.guard.forms import OFFENSIVE, Finding
from glossary.guard.models import AllowedForm, Quiet
from glossary.guard.records import lexicon_of
from glossary.guard.texts import Text, texts_of

__all__ = ["Found", "allowed_on", "found_in", "obstacle_message", "offences"]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the text in which it is."""

    text: Text
    finding: Finding


def found_in(instance: models.Model) -> list[Found]:
    """Find all forms in the words of an object, those that may stand among them.

    Args:
        instance: a page, perhaps not saved yet, a translatable snippet, or a picture.

    Returns:
        In the order of the fields. The page of a term may name its own forms.
    """
    language = language_of(instance) if getattr(instance, "locale_id", None) else "en"
    own = str(getattr(instance, "translation_key", ""))
    allowed = allowed_on(instance)
    lexicons = cache(lexicon_of)
    found = []
    for text in texts_of(instance):
        for finding in find(text.text, lexicons(text.language or language), text.quoted):
            if finding.form.term != own:
                found.append(Found(text, _excused(finding, allowed)))
    return found


def allowed_on(instance: models.Model) -> set[str]:
    """The forms that somebody allowed on a page.

    Args:
        instance: any object; only pages that are saved have such forms.
    """
    if not isinstance(instance, Page) or not instance.pk:
        return set()
    return set(AllowedForm.objects.filter(page=instance.pk).values_list("form", flat=True))


def _excused(finding, allowed):
    if not finding.quiet and finding.form.form in allowed:
        return replace(finding, quiet=Quiet.ALLOWED.value)
    return finding


def offences(instance: models.Model) -> list[Found]:
    """The offensive forms that keep an object from being published.

    Args:
        instance: as it would be published.
    """
    return [one for one in found_in(instance) if not one.finding.quiet and one.finding.form.severity == OFFENSIVE]


def obstacle_message(finding: Finding, allowable: bool = True) -> str:
    """Say what to do about an offensive form, in whole sentences.

    Args:
        finding: what was found.
        allowable: whether a moderator can allow it where it stands.
    """
    if not allowable:
        text = _(
            "“%(words)s” is offensive. Write something else, or put it between quotation marks if somebody said it."
        )
    elif finding.form.preferred:
        text = _(
            "“%(words)s” is offensive. Write “%(preferred)s”, put it between quotation marks if somebody said it, or "
            "ask a moderator to allow it under “Words to look at” and say why."
        )
    else:
        text = _(
            "“%(words)s” is offensive. Write something else, put it between quotation marks if somebody said it, or "
            "ask a moderator to allow it under “Words to look at” and say why."
        )
    return text % {"words": finding.words, "preferred": finding.form.preferred}
