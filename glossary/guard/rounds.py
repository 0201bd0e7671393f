"""Checks everything anew when the glossary has changed, a part at a time, in the background."""

from hashlib import sha256

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page

from glossary.guard.models import LastCheck
from glossary.guard.publishing import checked_models
from glossary.guard.records import lexicon_of
from glossary.guard.writing import write_findings

__all__ = ["check_all", "check_some", "is_current"]

ROW = 1
SOME = 100


def check_some(most: int = SOME) -> int:
    """Go on with a round, or begin one if the forms of the glossary are others than in the last.

    Args:
        most: how many pages at most.

    Returns:
        How many pages were checked; 0 when nothing is due.
    """
    state, _new = LastCheck.objects.get_or_create(pk=ROW)
    forms = _digest()
    if state.forms != forms:
        state.forms, state.next_page, state.finished_at = forms, 0, None
    if state.finished_at is not None:
        return 0
    pages = list(Page.objects.filter(live=True, pk__gte=state.next_page).order_by("pk").specific()[:most])
    for page in pages:
        write_findings(page)
    _move_on(state, pages)
    return len(pages)


def check_all() -> int:
    """Check everything now.

    Returns:
        How many pages were checked.
    """
    LastCheck.objects.filter(pk=ROW).delete()
    done = 0
    while number := check_some():
        done += number
    return done


def is_current() -> bool:
    """Tell whether all that readers see was checked with the forms that the glossary has now."""
    return LastCheck.objects.filter(pk=ROW, forms=_digest(), finished_at__isnull=False).exists()


def _move_on(state, pages):
    if pages:
        state.next_page = pages[-1].pk + 1
    else:
        _check_rows()
        state.finished_at = timezone.now()
    state.save()


def _check_rows():
    for model in checked_models():
        for row in model.objects.iterator(chunk_size=SOME):
            if getattr(row, "live", True):
                write_findings(row)


def _digest():
    forms = [sorted(_words(code)) for code, _name in settings.LANGUAGES]
    return sha256(repr(forms).encode()).hexdigest()


def _words(code):
    patterns = {id(one): one for row in lexicon_of(code).by_first_word.values() for one in row}
    return [f"{one.form.form}|{one.form.severity}|{one.form.preferred}" for one in patterns.values()]
