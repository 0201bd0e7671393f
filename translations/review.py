"""Handing a translation in, so that a second person reads it before readers do."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState
from wagtail_localize.models import StringTranslation, Translation

from translations.gate import held_words, problems, translation_of
from translations.models import Brief, SegmentState, State
from translations.progress import Progress, progress_of_segments
from translations.rights import may_publish
from translations.segments import segments_of
from translations.snippets import has_unpublished_words


class NotReadyError(Exception):
    """A translation cannot be handed in or approved; `reasons` are sentences for the person who tried."""

    def __init__(self, reasons: list[str]) -> None:
        """Keep the reasons.

        Args:
            reasons: Whole sentences.
        """
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass
class Desk:
    """What a person may do with a translation right now, for the bar above the editor."""

    translation: Translation
    progress: Progress
    problems: list[str] = field(default_factory=list)
    brief: Brief | None = None
    can_hand_in: bool = False
    can_publish: bool = False
    waits_for_publisher: bool = False
    handed_in: bool = False
    actions: list[tuple[str, str]] = field(default_factory=list)


def desk_for(instance, user, translation: Translation | None = None, segments: list | None = None) -> Desk | None:
    """What a person may do with a translation.

    Args:
        instance: The translated page or snippet.
        user: Who has it open.
        translation: Its record, if it is at hand.
        segments: All its segments, if they are at hand.

    Returns:
        None if it is not kept as a translation.
    """
    translation = translation or translation_of(instance)
    if translation is None:
        return None
    segments = segments_of(translation) if segments is None else segments
    page = instance if isinstance(instance, Page) else None
    state = waiting_state(page) if page else None
    progress = progress_of_segments(translation, segments, page, state.started_at if state else None)
    desk = Desk(translation, progress, problems(translation, segments), getattr(translation, "brief", None))
    if page:
        desk.handed_in = state is not None
        desk.can_hand_in = not desk.handed_in and has_news(translation, instance)
        desk.actions = decisions(instance, user, state)
    elif not desk.problems and has_unpublished_words(translation):
        desk.can_publish = may_publish(user, instance)
        desk.waits_for_publisher = not desk.can_publish
    return desk


def has_news(translation: Translation, page: Page) -> bool:
    """Whether a translation holds anything that readers do not see yet.

    Args:
        translation: The translation of a page.
        page: The translated page.
    """
    if not page.live or page.last_published_at is None:
        return True
    taken_over = translation.source.last_updated_at > page.last_published_at
    return taken_over or changed_since(translation, page.last_published_at)


def waiting_state(page: Page) -> TaskState | None:
    """The step at which a page waits for a reviewer.

    Args:
        page: A translated page.

    Returns:
        None if nobody has handed it in, or it is decided.
    """
    state = page.current_workflow_task_state
    return state.specific if state else None


def decisions(page: Page, user, state: TaskState | None) -> list[tuple[str, str]]:
    """What a person may decide about a page that waits.

    Args:
        page: A translated page.
        user: The person.
        state: The step at which it waits.

    Returns:
        Pairs of (name, label), each name once.
    """
    if state is None:
        return []
    return list(
        {name: (name, label) for name, label, _asks in reversed(state.task.specific.get_actions(page, user))}.values()
    )


def hand_in(translation: Translation, user) -> None:
    """Save a translation as a draft and send it to those who review its language.

    Args:
        translation: The translation of a page.
        user: The translator.

    Raises:
        NotReadyError: If words are missing or may not go out, it waits already, or nobody reviews this language.
    """
    page = translation.get_target_instance().specific
    reasons = problems(translation)
    if waiting_state(page):
        reasons.append(_("This translation has been handed in already."))
    if page.get_workflow() is None:
        reasons.append(_("No workflow is set up for this language. Ask a coordinator."))
    if reasons:
        raise NotReadyError(reasons)
    page = _saved(translation, user)
    if page.current_workflow_state:
        page.current_workflow_state.resume(user)
    else:
        page.get_workflow().start(page, user)


def _saved(translation, user):
    closed = held_words(translation, user)
    if closed:
        raise NotReadyError(closed)
    return translation.get_target_instance().specific


def decide(translation: Translation, user, action: str, comment: str = "") -> None:
    """Approve a translation, which publishes it, or ask for changes.

    Args:
        translation: The translation of a page.
        user: The reviewer.
        action: A name out of `decisions`.
        comment: What the translator should read.

    Raises:
        NotReadyError: If there is nothing to decide for this person, or words changed since it was handed in.
    """
    page = translation.get_target_instance().specific
    state = waiting_state(page)
    if action not in dict(decisions(page, user, state)):
        raise NotReadyError([_("You cannot decide about this translation now.")])
    if action == "approve" and changed_since(translation, state.revision.created_at):
        reason = _("Words were changed after this was handed in. Ask for changes, so that it is handed in anew.")
        raise NotReadyError([reason])
    with transaction.atomic():
        if action == "approve":
            mark_reviewed(translation, user)
        state.task.specific.on_action(state, user, action, comment=comment)


def mark_reviewed(translation: Translation, user) -> None:
    """Keep that whoever approved a translation approved every segment that somebody else answers for.

    Args:
        translation: The translation.
        user: The reviewer.
    """
    for segment in segments_of(translation):
        if segment.state == State.TRANSLATED and segment.changed_by != user.pk:
            key = {"context": segment.record.context, "string": segment.record.string, "translation": translation}
            SegmentState.objects.update_or_create(
                **key,
                defaults={"state": State.REVIEWED, "reviewed_by": user},
                create_defaults={"state": State.REVIEWED, "reviewed_by": user, "changed_by_id": segment.changed_by},
            )


def changed_since(translation: Translation, moment: datetime) -> bool:
    """Whether words of a translation were changed after a moment.

    Args:
        translation: The translation.
        moment: For example when a reviewer's version was saved.
    """
    return StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale_id, updated_at__gt=moment
    ).exists()
