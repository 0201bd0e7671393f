"""Erasing an application: every table, document, version and log entry that holds something of it."""

import logging
from collections.abc import Iterable
from urllib.parse import unquote_plus

from django.conf import settings
from django.db import connection, transaction
from django.http import QueryDict
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import String, StringSegment, TranslatableObject, TranslationSource

from applications.office import SavedView
from applications.records import Application
from common.folding import fold
from news.models import NewsPage
from people.models import PersonPage

log = logging.getLogger("alliance.applications")
REGISTER = "erased.txt"
GONE = "…"
# An index of words keeps those of deleted rows until its parts are merged.
MERGE = "INSERT INTO TABLE (TABLE) VALUES ('optimize')"
# What only the applicant's own words can have put on a published page; names of authorities stay there.
OWN_WORDS = ("contact_name", "contact_email", "contact_telephone", "contact_function", "done", "planned", "message")
SHORTEST = 5


def erase(application: Application, *, settle: bool = True) -> None:
    """Erase an application with everything that was made of it and never published, and note its number as erased.

    Published pages stay; what the applicant wrote is taken out of all their versions. The number is noted first: when
    the process ends in the middle, the next night goes on.

    Args:
        application: the application.
        settle: whether the disk is settled at once; who erases many does it once, at the end.
    """
    reference, words = application.reference, _own_words(application)
    files = [attachment.file for attachment in application.attachments.all()]
    _note(reference)
    with transaction.atomic():
        for page in made_pages(application):
            if page.first_published_at is None:
                _remove(page)
            else:
                _take_out(page, words)
        _forget_views(application)
        application.delete()
    for file in files:
        file.storage.delete(file.name)
    if settle:
        settle_disk()
    log.info("An application was erased.")


def _forget_views(application):
    """Take away saved views that look for the applicant, by the whole name or a part of it."""
    personal = [fold(words) for words in (application.contact_name, application.contact_email) if words]
    whole = [*personal, fold(application.reference), *filter(None, [fold(application.organisation)])]
    for view in SavedView.objects.all():
        kept = fold(f"{view.name} {unquote_plus(view.query)}")
        searched = fold(QueryDict(view.query).get("q", "").strip())
        if any(words in kept for words in whole) or (searched and any(searched in words for words in personal)):
            view.delete()


def _own_words(application):
    found = [str(application.answers.get(name) or "") for name in OWN_WORDS]
    found += [message.text for message in application.messages.all()]
    lines = [line for text in found for line in text.splitlines()]
    return sorted({line for line in lines if len(line) >= SHORTEST}, key=len, reverse=True)


def made_pages(application: Application) -> list[Page]:
    """Return the pages that accepting an application made, in all languages.

    Args:
        application: the application.
    """
    found = []
    if application.member_id and application.made_member:
        found += Page.objects.filter(translation_key=application.member.translation_key)
    if application.person_key:
        found += PersonPage.objects.filter(translation_key=application.person_key)
    if application.story_key:
        found += NewsPage.objects.filter(translation_key=application.story_key)
    return [page.specific for page in found]


def _remove(page):
    key = page.translation_key
    strings = list(StringSegment.objects.filter(source__object_id=key).values_list("string_id", flat=True))
    pages = [page.pk]
    page.delete()
    PageLogEntry.objects.filter(page_id__in=pages).update(label=GONE, data={})
    if Page.objects.filter(translation_key=key).exists():
        return
    TranslationSource.objects.filter(object_id=key).delete()
    TranslatableObject.objects.filter(pk=key).delete()
    String.objects.filter(pk__in=strings).exclude(pk__in=StringSegment.objects.values("string_id")).delete()


def _take_out(page, words):
    if not words:
        return
    for revision in page.revisions.all():
        content = _without(revision.content, words)
        if content != revision.content:
            revision.content = content
            revision.save(update_fields=["content"])
    stream = _without(list(page.body.raw_data), words)
    if stream != list(page.body.raw_data):
        page.body = stream
        page.save(clean=False)


def _without(value, words: Iterable[str]):
    if isinstance(value, str):
        for word in words:
            value = value.replace(word, GONE)
        return value
    if isinstance(value, list):
        return [_without(part, words) for part in value]
    if isinstance(value, dict):
        return {key: _without(part, words) for key, part in value.items()}
    return value


def _noted():
    register = settings.DATA_DIR / REGISTER
    return set(register.read_text(encoding="ascii").split()) if register.exists() else set()


def _note(reference):
    """Keep the number of what was erased beside the data, so that a restored backup can be put right."""
    if reference not in _noted():
        with (settings.DATA_DIR / REGISTER).open("a", encoding="ascii") as register:
            register.write(f"{reference}\n")


def came_back() -> list[Application]:
    """Return what came back with a restored backup, or was left by a process that ended while it erased."""
    numbers = _noted()
    known = [one.pk for one in Application.objects.only("reference") if one.reference in numbers] if numbers else []
    return list(Application.objects.filter(pk__in=known))


def settle_disk() -> None:
    """Take what was deleted out of SQLite's index of words and out of its log; PostgreSQL does it by itself."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")
        for (name,) in cursor.fetchall():
            cursor.execute(MERGE.replace("TABLE", connection.ops.quote_name(name)))
        if not connection.in_atomic_block:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
