"""How far each translation is, and which ones their source has left behind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, Max, OuterRef
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog

WHOLE = 100


@dataclass(frozen=True)
class Progress:
    """How far one translation is."""

    total: int
    done: int
    outdated: bool = False
    live: bool = False

    @property
    def percent(self) -> int:
        """Finished segments of a hundred; rounded down, so that 100 means all."""
        return self.done * WHOLE // self.total if self.total else WHOLE

    @property
    def complete(self) -> bool:
        """Whether every segment has a valid translation."""
        return self.done == self.total


def progress_of(translation: Translation) -> Progress:
    """How far one translation is.

    Args:
        translation: The translation of a page or snippet.
    """
    return progress_of_all([translation])[translation.pk]


def progress_of_all(translations: Iterable[Translation]) -> dict[int, Progress]:
    """How far many translations are, in five queries.

    Args:
        translations: Records with their `source`.

    Returns:
        Primary key of the record to its progress.
    """
    translations = list(translations)
    sources = {translation.source_id for translation in translations}
    keys = {translation.source.object_id for translation in translations}
    totals = _totals(sources)
    done = {code: _done(sources, code) for code in {translation.target_locale_id for translation in translations}}
    saved = _saved(sources)
    pages = {(page.translation_key, page.locale_id): page for page in _pages(keys)}
    return {
        translation.pk: Progress(
            total=totals.get(translation.source_id, 0),
            done=done[translation.target_locale_id].get(translation.source_id, 0),
            outdated=_is_outdated(translation, pages, saved),
            live=_is_live(translation, pages),
        )
        for translation in translations
    }


def _totals(sources: set[int]) -> dict[int, int]:
    rows = StringSegment.objects.filter(source__in=sources).values_list("source").annotate(Count("pk"))
    return dict(rows.order_by())


def _done(sources: set[int], locale_id: int) -> dict[int, int]:
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), locale=locale_id, has_error=False
    )
    rows = StringSegment.objects.filter(Exists(translated), source__in=sources).values_list("source")
    return dict(rows.annotate(Count("pk")).order_by())


def _saved(sources: set[int]) -> dict[tuple[int, int], datetime]:
    rows = TranslationLog.objects.filter(source__in=sources).values_list("source", "locale")
    return {(source, locale): last for source, locale, last in rows.annotate(Max("created_at")).order_by()}


def _pages(keys: set) -> Iterable[Page]:
    fields = ("translation_key", "locale", "live", "last_published_at")
    return Page.objects.filter(translation_key__in=keys, alias_of=None).only(*fields)


def _is_outdated(translation: Translation, pages: dict, saved: dict) -> bool:
    """The source was published after its words were last taken over, or after the translation was last saved."""
    source = pages.get((translation.source.object_id, translation.source.locale_id))
    if source is None or source.last_published_at is None:
        return False
    taken_over = translation.source.last_updated_at
    last_saved = saved.get((translation.source_id, translation.target_locale_id))
    return source.last_published_at > taken_over or (last_saved is not None and taken_over > last_saved)


def _is_live(translation: Translation, pages: dict) -> bool:
    page = pages.get((translation.source.object_id, translation.target_locale_id))
    return bool(page and page.live)


def page_translations() -> Iterable[Translation]:
    """All translations of pages that are under way or done.

    Returns:
        A query set with sources and languages, without the frozen content, which is large.
    """
    page_type = ContentType.objects.get_for_model(Page)
    return (
        Translation.objects.filter(enabled=True, source__object__content_type=page_type)
        .select_related("source", "source__locale", "target_locale")
        .defer("source__content_json")
    )
