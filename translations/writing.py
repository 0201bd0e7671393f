"""The one place where words of a segment are written: checks, state, history and memory together."""

import html
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bs4 import BeautifulSoup
from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translations.memory import remember
from translations.models import UNSURE, Origin, SegmentHistory, SegmentState, State
from translations.quality.findings import Finding, Pair, blocking, findings_of
from translations.rights import may_review
from translations.segments import Segment, segment_of
from translations.standing import SLUG
from translations.words import clean

TITLE = "title"
WRITTEN = ("data", "tool_name", "last_translated_by", "translation_type", "has_error", "field_error")
ONE_SITTING = timedelta(minutes=10)
WORTH_REMEMBERING = (State.TRANSLATED, State.REVIEWED)


@dataclass(frozen=True)
class Written:
    """What became of the words.

    Attributes:
        segment: The segment as it is now.
        findings: What the checks say of the words, the blocking ones first.
        changed: Whether anything is different from before.
    """

    segment: Segment
    findings: list[Finding] = field(default_factory=list)
    changed: bool = True

    @property
    def state(self) -> str:
        """The state in which the segment is now; a blocked one is a draft, whatever was asked for."""
        return self.segment.state


@transaction.atomic
def write_segment(
    translation: Translation,
    segment: Segment | StringSegment,
    text: str,
    state: str,
    user=None,
    origin: str = Origin.PERSON,
) -> Written:
    """Write the words of a segment.

    Who may do so is for the caller to ask (`translations.rights.may_translate`). "reviewed" is kept only if the user
    may review the language and did not write the words; otherwise the segment is translated. Words that a check blocks
    are kept as a draft. Without words the segment is new again.

    Args:
        translation: The translation, with its source and languages.
        segment: The segment, or wagtail-localize's record of it.
        text: The words, with the inline tags of the source. For "keep_source" they are not looked at.
        state: The `State` the person means.
        user: Who writes; None is the site itself.
        origin: Where the words come from, one of `Origin`.

    Returns:
        The segment as it is now, and what the checks say.
    """
    before = segment_of(translation, getattr(segment, "record", segment))
    text = before.source if state == State.KEEP_SOURCE else markup(text, before.source)
    if not text:
        return _erase(translation, before, user, origin)
    findings = findings_of(pair_for(translation, before, text))
    state = _allowed(translation, before, text, state, user, bool(blocking(findings)))
    if (text, state) == (before.text, before.state) and not before.error:
        return Written(before, findings, changed=False)
    _write_words(translation, before, text, state, user)
    _keep_state(translation, before, state, user, origin)
    _keep_history(translation, before, text, state, user, origin)
    if state in WORTH_REMEMBERING and not before.standing.is_slug:
        remember(languages_of(translation), before.source, text, origin, translation.source.object_repr, user)
    return Written(segment_of(translation, before.record), findings)


def markup(text: str, source: str) -> str:
    """What a person typed, as the markup in which segments are kept.

    Args:
        text: Words with inline tags; "&" may stand for itself.
        source: The segment that is translated; where it breaks lines, so may the translation.
    """
    text = clean(text)
    text = text.replace("\n", "<br/>" if "<br" in source else " ")
    return clean(str(BeautifulSoup(text, "html.parser"))) if "<" in text or "&" in text else html.escape(text, False)


def languages_of(translation: Translation) -> tuple[str, str]:
    """The codes of the source and the target language of a translation."""
    return translation.source.locale.language_code, translation.target_locale.language_code


def pair_for(translation: Translation, segment: Segment, text: str | None = None, terms: tuple | None = None) -> Pair:
    """A segment and its words, for the checks.

    Args:
        translation: The translation.
        segment: The segment.
        text: Words to check instead of those it has.
        terms: Approved terms, if they are at hand.
    """
    source, target = languages_of(translation)
    words = segment.text if text is None else text
    return Pair(segment.source, words, source, target, segment.standing.max_length, segment.standing.is_slug, terms)


def _allowed(translation: Translation, before: Segment, text: str, state: str, user, blocked: bool) -> str:
    if blocked and state not in UNSURE:
        return State.DRAFT
    if state != State.REVIEWED or user is None:
        return state
    own = text != before.text or before.changed_by == user.pk
    return State.TRANSLATED if own or not may_review(user, translation) else State.REVIEWED


def _erase(translation: Translation, before: Segment, user, origin: str) -> Written:
    if not before.text:
        return Written(before, changed=False)
    key = {"context": before.record.context, "string": before.record.string}
    StringTranslation.objects.filter(
        context=before.record.context, translation_of=before.record.string, locale=translation.target_locale
    ).delete()
    SegmentState.objects.filter(translation=translation, **key).delete()
    _keep_history(translation, before, "", State.NEW, user, origin)
    return Written(replace(before, text="", state=State.NEW, error="", changed_by=None))


def _write_words(translation: Translation, before: Segment, text: str, state: str, user) -> None:
    key = {
        "translation_of": before.record.string,
        "context": before.record.context,
        "locale": translation.target_locale,
    }
    words = StringTranslation.objects.filter(**key).first() or StringTranslation(**key)
    if words.pk and words.data == text and not words.has_error and state != State.MACHINE:
        return
    words.data, words.tool_name, words.last_translated_by = text, "", user
    words.translation_type = "machine" if state == State.MACHINE else "manual"
    words.has_error, words.field_error = False, ""
    # Tells the receivers of the signal that state and history are kept here.
    words.written_here = True
    if before.standing.name == TITLE and len(text) > (before.standing.max_length or len(text)):
        _save_quietly(words)
    else:
        words.save()


def _save_quietly(words: StringTranslation) -> None:
    """Keep a title that does not fit as a draft; wagtail-localize would write it into the page at once."""
    words.updated_at = timezone.now()
    if words.pk:
        fields = (*WRITTEN, "updated_at")
        StringTranslation.objects.bulk_update([words], fields)
    else:
        StringTranslation.objects.bulk_create([words])


def _keep_state(translation: Translation, before: Segment, state: str, user, origin: str) -> None:
    """Whoever confirms words answers for them as if he had written them; whoever reviews them does not."""
    values = {"state": state, "previous_source": before.previous_source if state == State.FUZZY else ""}
    reviewed = state == State.REVIEWED
    values |= {"reviewed_by": user} if reviewed else {"origin": origin, "changed_by": user}
    SegmentState.objects.update_or_create(
        translation=translation,
        context=before.record.context,
        string=before.record.string,
        defaults=values,
        create_defaults=values | ({"changed_by_id": before.changed_by} if reviewed else {}),
    )


def _keep_history(translation: Translation, before: Segment, text: str, state: str, user, origin: str) -> None:
    key = {"translation": translation, "context": before.record.context, "string": before.record.string}
    last = SegmentHistory.objects.filter(**key).first()
    sitting = timezone.now() - ONE_SITTING
    if last and state == last.state == State.DRAFT and last.user == user and last.at > sitting:
        SegmentHistory.objects.filter(pk=last.pk).update(text=text, at=timezone.now())
    else:
        SegmentHistory.objects.create(**key, text=text, state=state, origin=origin, user=user)


def adopt(words: StringTranslation) -> None:
    """Give words that were written past this room a state, a history and, where they are done, a memory.

    Args:
        words: wagtail-localize's record, just saved.
    """
    translation = (
        Translation.objects.filter(source__object=words.context.object_id, target_locale=words.locale_id, enabled=True)
        .select_related("source__locale", "source__specific_content_type", "target_locale")
        .defer("source__content_json")
        .first()
    )
    if translation is None:
        return
    machine = words.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    state = State.DRAFT if words.has_error else (State.MACHINE if machine else State.TRANSLATED)
    key = {"translation": translation, "context": words.context, "string": words.translation_of}
    values = {"state": state, "origin": Origin.CLASSIC, "changed_by": words.last_translated_by, "previous_source": ""}
    SegmentState.objects.update_or_create(**key, defaults=values)
    SegmentHistory.objects.create(
        **key, text=words.data, state=state, origin=Origin.CLASSIC, user=words.last_translated_by
    )
    if state == State.TRANSLATED and words.context.path != SLUG:
        place, user = translation.source.object_repr, words.last_translated_by
        languages = languages_of(translation)
        remember(languages, words.translation_of.data, words.data, Origin.CLASSIC, place, user)
