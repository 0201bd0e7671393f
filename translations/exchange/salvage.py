"""Words for a source that has changed since: they cannot stand on the page, but the memory offers them."""

import uuid

from wagtail_localize.models import String

from translations.exchange.inline import check_codes, restore, take_apart
from translations.exchange.jobs import Job
from translations.exchange.problems import RefusedError
from translations.exchange.sheets import REVIEW, Entry, family
from translations.memory import remember
from translations.models import Origin, State
from translations.words import clean


def salvage(entry: Entry, job: Job, user) -> bool:
    """Keep the words of an entry in the memory, if its source was once a source of this site.

    Args:
        entry: An entry whose source is not in the translation any more.
        job: The translation.
        user: Who sent it.

    Returns:
        Whether they were kept; unclear words, and words that have lost a tag, are not.
    """
    former = _former(entry, job)
    if former is None or not entry.target or entry.problem or family(entry.state or State.TRANSLATED) == REVIEW:
        return False
    source = take_apart(former.data)
    try:
        if isinstance(entry.target, str):
            content = take_apart(entry.target, source)
            check_codes(content, source)
        else:
            content = restore(entry.target, source)
    except RefusedError:
        return False
    words = clean(content.markup())
    return remember(job.languages, former.data, words, Origin.FILE, job.title, user) is not None


def _former(entry: Entry, job: Job) -> String | None:
    strings = String.objects.filter(locale=job.translation.source.locale_id)
    if isinstance(entry.source, str):
        return strings.filter(data=entry.source).first()
    try:
        return strings.filter(data_hash=uuid.UUID(entry.key.partition(".")[2])).first()
    except ValueError:
        return None
