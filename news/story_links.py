"""Everything that a story is joined to, read in one query: rows of seven texts, whatever they stand for."""

from django.apps import apps
from django.db.models import CharField, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Cast
from django.utils.text import slugify

from common.localization import everyones
from news.items import all_marks, public_stories
from news.related import suggested
from news.story_rows import rank_of

__all__ = ["joined"]

# Enough to fill up what the editor pinned, though some of it may be pinned already.
SUGGESTED = 10
NEIGHBOUR = ("title", "url_path", "date", "date_precision")


def joined(page, preview):
    """Return what a story is joined to, as (kind, order, six texts), in the order in which the editor put it.

    Args:
        page: the story.
        preview: whether the joined rows of the draft count instead of those in the database.
    """
    parts = [
        _themes(page, _ids(page, "story_themes", "theme_id", preview)),
        _members(page, _ids(page, "story_members", "member_id", preview)),
        _pinned(page, _ids(page, "related_stories", "story_id", preview)),
        *_neighbours(page),
    ]
    near = suggested(page, SUGGESTED)
    if near is not None:
        parts.append(near.order_by().values_list(*_row("suggested", "closeness", *NEIGHBOUR)))
    if preview:
        return [*parts[0].union(*parts[1:], all=True), *_unsaved(page)]
    parts += _own_rows(page)
    return sorted(parts[0].union(*parts[1:], all=True), key=lambda row: (row[0], row[1] or 0))


def _own_rows(page):
    countries = _model("StoryCountry").objects.filter(page_id=page.pk)
    tags = _model("StoryTag").objects.filter(content_object_id=page.pk)
    notes = _model("StoryNote").objects.filter(page_id=page.pk, public=True)
    persons = _model("StoryPerson").objects.filter(page_id=page.pk)
    files = _model("StoryAttachment").objects.filter(page_id=page.pk)
    columns = [f"document__{name}" for name in ("title", "id", "file", "file_size", "language")]
    return [
        countries.order_by().values_list(*_row("country", "sort_order", "country")),
        tags.order_by().values_list(*_row("tag", "pk", "tag__name", "tag__slug")),
        persons.order_by().values_list(*_row("person", "sort_order", "person_id", "is_author")),
        notes.order_by().values_list(*_row("note", "sort_order", "kind", "date", "text")),
        files.order_by().values_list(*_row("attachment", "sort_order", "title", *columns)),
    ]


def _unsaved(page):
    files = [(one.title, one.document) for one in page.story_attachments.all()]
    return [
        *(("country", 0, link.country) for link in page.story_countries.all()),
        *(("tag", 0, tag.name, tag.slug or slugify(tag.name)) for tag in page.tags.all()),
        *(("person", 0, str(link.person_id), str(link.is_author)) for link in page.story_persons.all()),
        *(("note", 0, one.kind, one.date.isoformat(), one.text) for one in page.story_notes.all() if one.public),
        *(("attachment", 0, title, *_file(document)) for title, document in files),
    ]


def _file(document):
    return document.title, str(document.pk), document.file.name, document.file_size, document.language


def _model(name):
    return apps.get_model("news", name)


def _ids(page, relation, name, preview):
    links = getattr(page, relation).all()
    return [getattr(link, name) for link in links] if preview else getattr(page, relation).order_by().values(name)


def _row(kind, order, *columns):
    """Seven columns of the same types, so that rows of different models join in one query."""
    words = [*columns, *[Value("")] * (6 - len(columns))]
    return (_text(Value(kind)), Cast(order, IntegerField()), *(_text(word) for word in words))


def _text(value):
    return Cast(value, CharField(max_length=500))


def _themes(page, ids):
    model = _model("Theme")
    keys = model.objects.filter(pk__in=ids).values("translation_key")
    themes = model.objects.filter(locale_id=page.locale_id, translation_key__in=keys)
    return themes.order_by().values_list(*_row("theme", _place(page, "StoryTheme", "theme"), "title", "slug"))


def _members(page, ids):
    model = apps.get_model("membership", "MemberPage")
    keys = model.objects.filter(pk__in=ids).values("translation_key")
    members = everyones(model.objects.filter(locale_id=page.locale_id, translation_key__in=keys))
    columns = ("title", "url_path", "summary", "local_name", "local_language", "country")
    return members.order_by().values_list(*_row("member", _place(page, "StoryMember", "member"), *columns))


def _pinned(page, ids):
    keys = _model("NewsPage").objects.filter(pk__in=ids).values("translation_key")
    stories = public_stories(page.locale_id).filter(translation_key__in=keys).exclude(pk=page.pk)
    columns = ("title", "url_path", "date", "date_precision")
    return stories.order_by().values_list(*_row("pinned", _place(page, "RelatedStory", "story"), *columns))


def _place(page, model, name):
    """The order in which the editor put the joined rows."""
    links = _model(model).objects.filter(
        **{"page_id": page.pk, f"{name}__translation_key": OuterRef("translation_key")}
    )
    return Subquery(links.values("sort_order")[:1])


def _neighbours(page):
    """The stories before and after by the index, which is asked for one row each."""
    if not page.date or not page.pk:
        return []
    rank, others = rank_of(page.date, page.pk), all_marks(page.locale_id)
    earlier = others.filter(rank__lt=rank).order_by("-rank")
    later = others.filter(rank__gt=rank).order_by("rank")
    return [_neighbour("previous", earlier), _neighbour("next", later)]


def _neighbour(kind, marks):
    one = _model("NewsPage").objects.filter(pk=Subquery(marks.values("row_id")[:1]))
    return one.order_by().values_list(*_row(kind, Value(0), "title", "url_path", "date", "date_precision"))
