"""One translation as it goes into a file: its segments with their words, states and notes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource

from common.slugs import slug_for
from translations.exchange.inline import Content, take_apart
from translations.exchange.sheets import stamp
from translations.models import Brief, SegmentComment
from translations.rights import locales_of
from translations.segments import Segment, segments_of
from translations.writing import languages_of

IDENTIFIER = "urn:uuid:"


@dataclass(frozen=True)
class Note:
    """Something a translator should know.

    `about` is one of "place", "limit", "help", "previous", "comment", "brief".
    """

    about: str
    text: str


@dataclass(frozen=True)
class Unit:
    """One segment on its way into a file."""

    segment: Segment
    source: Content
    target: Content | None
    notes: tuple[Note, ...] = ()
    repeats: bool = False

    @property
    def key(self) -> str:
        """The name of the segment in files: its place and its source, so that a changed source is another segment."""
        context, string = self.segment.record.context, self.segment.record.string
        return f"{context.path_id.hex}.{string.data_hash.hex}"

    @property
    def path(self) -> str:
        """The path of the field or block."""
        return self.segment.record.context.path

    @property
    def words(self) -> str:
        """The translation as it is exported; empty if there is none."""
        return self.target.markup() if self.target else ""

    @property
    def state(self) -> str:
        """How far it is."""
        return self.segment.state

    @property
    def max_length(self) -> int | None:
        """How many characters its field holds, if that is limited."""
        return self.segment.standing.max_length

    @property
    def stamp(self) -> str:
        """The stamp of what is exported."""
        return stamp(self.words, self.segment.state)


@dataclass(frozen=True)
class Job:
    """One translation on its way into a file."""

    translation: Translation
    units: list[Unit] = field(default_factory=list)
    notes: tuple[Note, ...] = ()

    @property
    def identifier(self) -> str:
        """By what a file is known to belong to this translation."""
        return str(self.translation.uuid)

    @property
    def original(self) -> str:
        """The same, as XLIFF names what a file was made of."""
        return f"{IDENTIFIER}{self.identifier}"

    @property
    def languages(self) -> tuple[str, str]:
        """The codes of the source and the target language."""
        return languages_of(self.translation)

    @property
    def title(self) -> str:
        """What is translated."""
        return self.translation.source.object_repr

    @property
    def stem(self) -> str:
        """The name of a file for it, without what follows the dot."""
        return f"{slug_for(self.title) or 'translation'}.{self.languages[1]}"


def job_of(translation: Translation) -> Job:
    """Prepare a translation for a file.

    Args:
        translation: The translation, with its source and languages.

    Returns:
        Its segments in reading order. What stands twice in one place has one translation, and is there once.
    """
    comments = defaultdict(list)
    for comment in SegmentComment.objects.filter(translation=translation, resolved_at=None):
        comments[comment.context_id, comment.string_id].append(comment.text)
    segments = {segment.key: segment for segment in reversed(segments_of(translation))}
    units = [_unit(segment, comments[segment.key]) for segment in reversed(segments.values())]
    return Job(translation, units, tuple(_notes_of_job(translation)))


def _unit(segment: Segment, comments: Iterable[str]) -> Unit:
    source = take_apart(segment.source)
    target = take_apart(segment.text, source) if segment.text else None
    return Unit(segment, source, target, tuple(_notes(segment, comments)), segment.repeats)


def _notes(segment: Segment, comments: Iterable[str]) -> Iterable[Note]:
    standing = segment.standing
    yield Note("place", standing.label or segment.record.context.path)
    if standing.max_length:
        yield Note("limit", _("At most %(limit)d characters.") % {"limit": standing.max_length})
    if standing.is_slug:
        yield Note("help", _("Part of the address: Latin letters, digits and hyphens."))
    elif standing.help_text:
        yield Note("help", str(standing.help_text))
    if segment.previous_source:
        yield Note("previous", _("The source was: %(source)s") % {"source": segment.previous_source})
    for text in comments:
        yield Note("comment", text)


def _notes_of_job(translation: Translation) -> Iterable[Note]:
    source = translation.source.get_source_instance()
    kind = translation.source.specific_content_type.model_class()._meta.verbose_name
    url = source.full_url if isinstance(source, Page) and source.live else ""
    yield Note("place", " – ".join(part for part in (str(kind), translation.source.object_repr, url) if part))
    note = Brief.objects.filter(translation=translation).values_list("note", flat=True).first()
    if note:
        yield Note("brief", note)


def translations_open_to(user) -> QuerySet[Translation]:
    """The translations that a person may take out as files: those whose words he may change.

    Args:
        user: An account; None is the site itself.

    Returns:
        Translations under way, with their sources and languages, without the frozen content, which is large.
    """
    found = (
        Translation.objects.filter(enabled=True)
        .select_related("source__locale", "source__specific_content_type", "source__object", "target_locale")
        .defer("source__content_json")
    )
    if user is None:
        return found
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    own = pages.filter(translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale"))
    page_type = ContentType.objects.get_for_model(Page)
    snippets = Q(source__specific_content_type__in=_snippets_of(user), target_locale__in=locales_of(user))
    return found.filter(
        Q(Exists(own), source__object__content_type=page_type) | (snippets & ~Q(source__object__content_type=page_type))
    )


def _snippets_of(user) -> list[ContentType]:
    kinds = ContentType.objects.filter(pk__in=TranslationSource.objects.values("specific_content_type"))
    models = {kind: kind.model_class() for kind in kinds}
    return [
        kind
        for kind, model in models.items()
        if model is not None
        and not issubclass(model, Page)
        and (policy := policy_registry.get_by_type(model))
        and policy.user_has_permission(user, "change")
    ]
