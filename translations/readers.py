"""What readers of a translation are told: that it is behind its source, or that its text is still to come."""

from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, override
from wagtail.models import Page
from wagtail_localize.models import Translation

from common.addresses import path_of
from common.localization import language_name
from common.stamp import kept, renew
from translations.models import Lag
from translations.progress import progress_of_all

MAJOR = 20
WHOLE = 100


def note_lags(translations: list[Translation]) -> None:
    """Keep since when public translations are behind a major change: a fifth of their sentences, or more, is open.

    Args:
        translations: Those whose source has just changed.
    """
    progress = progress_of_all(translations) if translations else {}
    behind = [one for one in translations if _is_major(progress[one.pk])]
    for translation in behind:
        Lag.objects.get_or_create(translation=translation, defaults={"since": timezone.now()})
    if behind:
        renew()


def _is_major(progress) -> bool:
    missing = progress.total - progress.done
    return progress.live and progress.total > 0 and missing * WHOLE >= progress.total * MAJOR


def forget_lag(page: Page) -> None:
    """A version that has just been published is not behind any more.

    Args:
        page: The translated page.
    """
    lags = Lag.objects.filter(
        translation__source__object_id=page.translation_key, translation__target_locale=page.locale_id
    )
    if lags.delete()[0]:
        renew()


def notice_for(page: Page | None) -> dict[str, str]:
    """The notice above a translated page.

    Args:
        page: The page that a reader has open.

    Returns:
        `text`, `url` and `label` of the source, and the `lang` in which they are; empty if there is nothing to say.
    """
    lag = kept("translations.lags", _lags).get(
        (str(getattr(page, "translation_key", "")), getattr(page, "locale_id", 0))
    )
    return _notice(lag) if lag else {}


def _lags() -> dict[tuple[str, int], dict]:
    lags = Lag.objects.filter(translation__enabled=True).annotate(
        key=F("translation__source__object_id"),
        target=F("translation__target_locale"),
        code=F("translation__target_locale__language_code"),
        source_code=F("translation__source__locale__language_code"),
        source_locale=F("translation__source__locale"),
    )
    lags = list(lags)
    sources = {
        (page.translation_key, page.locale_id): page
        for page in Page.objects.filter(translation_key__in={lag.key for lag in lags}, live=True)
    }
    return {
        (str(lag.key), lag.target): _kept(lag, sources[lag.key, lag.source_locale])
        for lag in lags
        if (lag.key, lag.source_locale) in sources
    }


def _kept(lag: Lag, source: Page) -> dict:
    return {
        "since": lag.since,
        "partial": lag.partial,
        "lang": lag.code,
        "source_lang": lag.source_code,
        "url": path_of(source),
    }


def _notice(lag: dict) -> dict[str, str]:
    with override(lag["lang"]):
        names = {
            "language": language_name(lag["source_lang"]),
            "day": date_format(timezone.localtime(lag["since"]), "DATE_FORMAT"),
        }
        if lag["partial"]:
            text = gettext("Only the title and the summary of this page are translated so far. The text will follow.")
        else:
            text = gettext("The original of this page has changed considerably since %(day)s. This version is older.")
        label = gettext("Read the original (%(language)s)")
        return {"text": text % names, "label": label % names, "url": lag["url"], "lang": lag["lang"]}
