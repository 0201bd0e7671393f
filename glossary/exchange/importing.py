"""Takes terms from a file into the glossary: what is new is published, what differs is changed, nothing is deleted."""

import uuid
from collections import Counter
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from glossary.choices import Relation
from glossary.exchange import tables, tbx_reading
from glossary.exchange.problems import MAX_BYTES, MAX_SHEETS, UnreadableFile
from glossary.exchange.sheets import YES
from glossary.exchange.writing import Words, difference, put
from glossary.models import GlossaryPage, TermPage

READERS = {"csv": tables.read, "tbx": tbx_reading.read}
NAMESPACE = uuid.UUID("a9c4be3c-0f9e-5f0e-9d0e-5d3f0b8f2a51")
CREATED, UPDATED, UNCHANGED, REFUSED = "created", "updated", "unchanged", "refused"


@dataclass
class Report:
    """What became of a file.

    Attributes:
        counts: how many terms in how many languages were created, updated, unchanged and refused, and warnings.
        lines: (outcome, term, sentences) for each that was not simply unchanged.
    """

    counts: Counter = field(default_factory=lambda: Counter(dict.fromkeys((*OUTCOMES, "warnings"), 0)))
    lines: list[tuple[str, str, list[str]]] = field(default_factory=list)

    def add(self, outcome, name, sentences=()):
        """Take note of a term."""
        self.counts[outcome] += 1
        self.counts["warnings"] += len(sentences) if outcome != REFUSED else 0
        if outcome != UNCHANGED or sentences:
            self.lines.append((outcome, name, list(sentences)))


OUTCOMES = (CREATED, UPDATED, UNCHANGED, REFUSED)


def sheets_in(data, name):
    """Return the terms in a file.

    Args:
        data: its bytes.
        name: its name; the ending says what it is.

    Raises:
        UnreadableFile: if it cannot be used.
    """
    reader = READERS.get(name.rsplit(".", 1)[-1].lower())
    if reader is None:
        raise UnreadableFile("suffix")
    if len(data) > MAX_BYTES:
        raise UnreadableFile("size", megabytes=MAX_BYTES // 1024**2)
    sheets = reader(data)
    if not sheets:
        raise UnreadableFile("empty")
    if len(sheets) > MAX_SHEETS:
        raise UnreadableFile("number", number=MAX_SHEETS)
    return sheets


def take_in(sheets, *, user=None, dry_run=False):
    """Bring the glossary up to the terms of a file, each on its own: one that is refused does not stop the others.

    Args:
        sheets: a list of Sheet.
        user: who does it, for the history.
        dry_run: True to find out what would happen and write nothing.

    Returns:
        Report.
    """
    report = Report()
    with transaction.atomic():
        importer = _Importer(user, report)
        for sheet in sheets:
            importer.take(sheet)
        importer.relate(sheets)
        transaction.set_rollback(dry_run)
    return report


class _Importer:
    """Knows the pages that are there, and adds those it makes."""

    def __init__(self, user, report):
        self.user, self.report = user, report
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self.parents = {page.locale.language_code: page for page in GlossaryPage.objects.select_related("locale")}
        pages = TermPage.objects.filter(alias_of=None).select_related("locale")
        self.pages = {(str(page.translation_key), page.locale.language_code): page for page in pages}
        self.titled = {(page.locale.language_code, page.title): key for (key, _code), page in self.pages.items()}
        self.keys = {}
        self.related = set()

    def take(self, sheet):
        """Create or change one page."""
        name = f"{sheet.fields.get('title') or sheet.key} ({sheet.language})"
        words = Words(sheet)
        if words.problems:
            return self.report.add(REFUSED, name, words.problems)
        if not self._may(sheet.language):
            return self.report.add(REFUSED, name, [_("You may not publish terms in this language.")])
        page = self.pages.get((self._key(sheet), sheet.language))
        try:
            with transaction.atomic():
                outcome, sentences = self._change(page, words) if page else (CREATED, self._create(sheet, words))
        except ValidationError as error:
            return self.report.add(REFUSED, name, error.messages)
        return self.report.add(outcome, name, [*words.warnings, *sentences])

    def _may(self, language):
        parent = self.parents.get(language)
        if self.user is None or parent is None:
            return True
        return parent.permissions_for_user(self.user).can_publish_subpage()

    def _key(self, sheet):
        """Return the translation key: that of the file where it is one, else that of the same title, else a new one."""
        if sheet.key not in self.keys:
            self.keys[sheet.key] = self._known(sheet) or str(uuid.uuid5(NAMESPACE, sheet.key))
        return self.keys[sheet.key]

    def _known(self, sheet):
        try:
            return str(uuid.UUID(sheet.key))
        except ValueError:
            return self.titled.get((sheet.language, sheet.fields.get("title")))

    def _change(self, page, words):
        if not difference(page, words):
            return UNCHANGED, []
        return UPDATED, put(page, words, self.user)

    def _create(self, sheet, words):
        parent = self.parents.get(sheet.language)
        if parent is None:
            raise ValidationError(_("There is no glossary in this language yet."))
        key = self._key(sheet)
        page = TermPage(title=words.texts.get("title", ""), locale=parent.locale, translation_key=key)
        if not page.title or not words.texts.get("definition"):
            raise ValidationError(_("A new term needs a title and a definition."))
        page.live = False
        page.definition = words.texts["definition"]
        parent.add_child(instance=page)
        page.live = True
        self.pages[key, sheet.language] = page
        return put(page, words, self.user)

    def relate(self, sheets):
        """Connect the terms, once all of them are there."""
        for sheet in sheets:
            page = self.pages.get((self.keys.get(sheet.key, ""), sheet.language))
            if page is not None and sheet.related is not None and self._may(sheet.language):
                self._relate(page, sheet)

    def _relate(self, page, sheet):
        wanted = [(relation, self.keys.get(key, key)) for relation, key in sheet.related if relation in Relation.values]
        found = [(relation, self._page(key)) for relation, key in wanted]
        rows = [(relation, other.pk) for relation, other in found if other]
        current = page.related_terms.values_list("relation", "term__translation_key")
        keys = [(relation, str(other.translation_key)) for relation, other in found if other]
        if [(relation, str(key)) for relation, key in current] != keys:
            page.related_terms = [page.related_terms.model(relation=relation, term_id=pk) for relation, pk in rows]
            page.save_revision(user=self.user).publish(user=self.user)

    def _page(self, key):
        return next((page for (other, _code), page in self.pages.items() if other == key), None)


def is_yes(text):
    """Return whether a text of a file means yes."""
    return text.strip().lower() in {YES, "true", "1"}
