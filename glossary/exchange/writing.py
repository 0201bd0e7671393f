"""From the words of a file to a page, cleaned and checked on the way."""

import datetime
import re
import unicodedata

from django.utils.translation import gettext as _
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from common.rich_text import FEATURES, SHORT_FEATURES
from glossary.choices import LANGUAGE_CODE, FormKind, Group, Status, variety_choices
from glossary.exchange.sheets import RICH, ROW_FIELDS, YES, texts_of
from glossary.records import Row
from glossary.rows import TermVariant

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
CHOICES = {"group": {"", *Group.values}, "status": set(Status.values), "interchangeable": {"", "yes", "no"}}
ROW_CHOICES = {"kind": set(FormKind.values), "status": set(Status.values)}
ALLOWED = {"usage_note": SHORT_FEATURES, "text": FEATURES}


class Words:
    """The words of a Sheet as they may be written: `texts`, `rows`, and what is wrong: `problems`, `warnings`."""

    def __init__(self, sheet):
        """Clean and check the words.

        Args:
            sheet: a Sheet.
        """
        self.problems, self.warnings = [], []
        self.texts = {name: self._text(name, text) for name, text in sheet.fields.items()}
        self.rows = None if sheet.rows is None else list(filter(None, map(self._row, sheet.rows)))
        self._check()

    def _text(self, name, text):
        text = clean(text)
        return harmless(text, ALLOWED[name]) if name in RICH else text

    def _check(self):
        for name, choices in CHOICES.items():
            if name in self.texts and self.texts[name] not in choices:
                self._complain(name, self.texts[name])
        try:
            datetime.date.fromisoformat(self.texts.get("reviewed_on") or "2000-01-01")
        except ValueError:
            self._complain("reviewed_on", self.texts["reviewed_on"])

    def _complain(self, name, value):
        self.problems.append(_("%(field)s: “%(value)s” is not possible.") % {"field": name, "value": value[:60]})

    def _row(self, row):
        row = Row(*(clean(getattr(row, name)) for name in ROW_FIELDS))
        fits = LANGUAGE_CODE.regex.fullmatch(row.language) and row.form
        fits = fits and all(getattr(row, name) in choices for name, choices in ROW_CHOICES.items())
        known = {"", *(code for code, _name in variety_choices())}
        if fits and row.variety in known and _lengths_fit(row):
            return row
        sentence = _("The form “%(form)s” was left out: its language, kind, status or variety is wrong, or too long.")
        self.warnings.append(sentence % {"form": row.form[:60]})
        return None


def _lengths_fit(row):
    fields = {field.name: field.max_length for field in TermVariant._meta.concrete_fields if field.name in ROW_FIELDS}
    return all(len(getattr(row, name)) <= limit for name, limit in fields.items())


def clean(text):
    """Return a text in one form of Unicode, without what nobody can see."""
    text = unicodedata.normalize("NFC", str(text)).replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub("", text).strip(" \n\t")


def harmless(html, features):
    """Return rich text with nothing in it that editors may not do.

    Args:
        html: rich text.
        features: what is allowed.
    """
    if not html:
        return ""
    converter = ContentstateConverter(features)
    return converter.to_database_format(converter.from_database_format(html))


def _plain(name, text):
    return BLOCK_KEY.sub("", text) if name in RICH else text


def difference(page, words):
    """Return the names of what a file says otherwise than a page.

    Args:
        page: a TermPage.
        words: Words.
    """
    own = texts_of(page)
    own |= {name: harmless(own[name], ALLOWED[name]) for name in RICH if name in words.texts}
    names = {name for name, text in words.texts.items() if _plain(name, own[name]) != _plain(name, text)}
    if words.rows is not None:
        rows = [tuple(getattr(variant, name) for name in ROW_FIELDS) for variant in page.variants.all()]
        if sorted(rows) != sorted(tuple(getattr(row, name) for name in ROW_FIELDS) for row in words.rows):
            names.add("rows")
    return names


def put(page, words, user):
    """Write the words of a file on a page and publish it; a page that is hidden stays hidden.

    Args:
        page: a TermPage, saved.
        words: Words without problems.
        user: who does it, or None.

    Returns:
        Sentences about what could not be kept.

    Raises:
        ValidationError: if the page does not allow it.
    """
    names = difference(page, words)
    for name in names - {"rows"}:
        setattr(page, name, _value(name, words.texts[name]))
    if "rows" in names:
        page.variants = [
            TermVariant(sort_order=place, **{name: getattr(row, name) for name in ROW_FIELDS})
            for place, row in enumerate(words.rows)
        ]
    page.full_clean()
    revision = page.save_revision(user=user)
    if page.live:
        revision.publish(user=user)
    return _tell_translators(page, names, user)


def _value(name, text):
    if name == "interchangeable":
        return text == YES
    if name == "reviewed_on":
        return datetime.date.fromisoformat(text) if text else None
    return text


def _tell_translators(page, names, user):
    """Keep the words of a translation where translators find them, so that their next version does not undo them."""
    fields = names & {"title", "summary", "definition", "where_used"}
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    if translation is None:
        return []
    segments = StringSegment.objects.filter(source=translation.source_id, context__path__in=fields)
    for segment in segments.select_related("context"):
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            locale_id=page.locale_id,
            context=segment.context,
            defaults={
                "data": getattr(page, segment.context.path),
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "last_translated_by": user,
            },
        )
    if not names & set(RICH):
        return []
    return [_("Change the longer texts at the translators’ desk too; the next translation brings the old ones back.")]
