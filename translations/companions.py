"""What stands on a page and is translated for itself: its themes and other records, which many pages share."""

from dataclasses import dataclass
from itertools import chain

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex, TranslatableMixin
from wagtail_localize.models import Translation

from translations.rights import may_change_in, may_start, source_of
from translations.snippets import is_newer, with_publication


@dataclass(frozen=True)
class Companion:
    """A record on a page: what it is, what it is called, and how far its translation is.

    `url` leads to its workbench, or to where its translation is asked for; it is empty where a person may do neither.
    """

    kind: str
    name: str
    state: str | Promise
    url: str = ""


def companions_of(translation: Translation, user) -> list[Companion]:
    """The records that readers meet on a page in its language only once they are translated, too.

    Args:
        translation: The translation of the page.
        user: Who works on it.

    Returns:
        One line for each record, by kind and name; empty for the translation of a snippet.
    """
    page = source_of(translation)
    if not isinstance(page, Page):
        return []
    shared = _shared(page, translation.target_locale_id)
    known = _known(translation, shared)
    lines = [_line(one, translation, known.get(one.translation_key), user) for one in shared]
    return sorted(lines, key=lambda line: (line.kind, line.name))


def _shared(page: Page, locale_id: int) -> list[Model]:
    """What a page refers to in its own language and somebody translates for itself; `stands` if it is in the other."""
    found: dict[type[Model], set[str]] = {}
    for reference in ReferenceIndex.get_references_for_object(page).select_related("to_content_type"):
        model = reference.to_content_type.model_class()
        if model and _stands_alone(model):
            found.setdefault(model, set()).add(reference.to_object_id)
    rows = [_rows(model, locale_id).filter(pk__in=keys, locale=page.locale_id) for model, keys in found.items()]
    return list(chain.from_iterable(rows))


def _rows(model: type[Model], locale_id: int) -> QuerySet[Model]:
    own = model.objects.filter(translation_key=OuterRef("translation_key"), locale=locale_id)
    return model.objects.annotate(stands=Exists(own))


def _stands_alone(model: type[Model]) -> bool:
    parts = (isinstance(field, ParentalKey) for field in model._meta.get_fields())
    return issubclass(model, TranslatableMixin) and not issubclass(model, Page) and not any(parts)


def _known(translation: Translation, shared: list[Model]) -> dict:
    """Translations of records into the language of a translation, by translation key."""
    keys = [one.translation_key for one in shared]
    asked = Translation.objects.filter(source__object__in=keys, target_locale=translation.target_locale_id)
    records = with_publication(asked.filter(enabled=True)).select_related("source").defer("source__content_json")
    return {record.source.object_id: record for record in records}


def _line(one: Model, translation: Translation, record: Translation | None, user) -> Companion:
    kind, name = str(one._meta.verbose_name), str(one)
    if record:
        may = may_change_in(user, one, record.target_locale_id)
        url = reverse("translations_workbench", args=[record.pk]) if may else ""
        return Companion(kind, name, _("translated") if one.stands and not is_newer(record) else _("in work"), url)
    if one.stands:
        return Companion(kind, name, _("translated"))
    options = one._meta
    address = [options.app_label, options.model_name, one.pk]
    may = may_start(user, one, translation.target_locale)
    url = reverse("wagtail_localize:submit_snippet_translation", args=address) if may else ""
    return Companion(kind, name, _("not asked for yet"), url)
