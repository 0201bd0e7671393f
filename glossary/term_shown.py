"""Everything that the page of a term shows besides its own fields, in the language of the page."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail.rich_text import RichText

from blocks.links import PageLink, expanded, linked_ids, page_links
from common.addresses import path_of
from common.collation import in_order
from common.dates import show
from common.localization import LIGHT, everyones, language_of
from glossary.choices import Relation
from glossary.entries import Entry
from glossary.forms_shown import Form, forms_shown
from glossary.sources import Source, named

MOST_TEXTS = 12
INVERSE = {Relation.BROADER.value: Relation.NARROWER.value, Relation.NARROWER.value: Relation.BROADER.value}


@dataclass(frozen=True)
class Kin:
    """Terms that stand to a term in the same way."""

    label: str
    entries: list[Entry]


@dataclass(frozen=True)
class Term:
    """Everything shown about a term, besides its own fields."""

    usage: RichText | None
    text: RichText | None
    facts: list[tuple]
    forms: list[Form]
    kin: list[Kin]
    texts: list[PageLink]
    sources: list[Source]
    forms_under_review: list[Form]


def term_of(page, *, preview=False):
    """Return what the page of a term shows besides its own fields.

    Args:
        page: a TermPage, saved or as an editor previews it.
        preview: whether its forms and relations are those of a form that is not saved.

    Returns:
        A Term. Four queries: two for its pages and forms in all languages, one for the terms beside it, one for the
        texts that name it; one more when its own texts have links to pages.
    """
    forms = forms_shown(page, preview=preview)
    links = _links(page)
    return Term(
        usage=expanded(page.usage_note, links) if page.usage_note else None,
        text=expanded(page.text, links) if page.text else None,
        facts=[
            (_("Grammar"), page.grammar),
            (_("Used in"), page.where_used),
            (_("Group"), page.get_group_display()),
            (_("State"), page.get_status_display()),
            (_("Reviewed"), show(page.reviewed_on) if page.reviewed_on else ""),
        ],
        forms=forms,
        kin=_kin(page, preview=preview),
        texts=_texts(page),
        sources=named(page.sources),
        forms_under_review=[form for form in forms if form.under_review],
    )


def _links(page):
    ids = [pk for html in (page.usage_note, page.text) for pk in linked_ids(html, "page")]
    return {"page_links": page_links(ids, Locale(pk=page.locale_id, language_code=language_of(page)))}


def _kin(page, *, preview):
    rows = list(_beside(page, preview=preview))
    own = {row.translation_key: row for row in rows if row.locale_id == page.locale_id}
    closest = {}
    for row in rows:
        relation, key = row.forward or INVERSE.get(row.backward), row.translation_key
        if relation and key in own and closest.get(key, Relation.RELATED) == Relation.RELATED:
            closest[key] = relation
    closest.pop(page.translation_key, None)
    return list(_sorted_kin(closest, own, language_of(page)))


def _beside(page, *, preview):
    """Return the terms that a term names, in the languages of both, and those that name it, in one query.

    Each knows its relation: `forward` as the term says it, `backward` as the other says it.
    """
    pages, relations = apps.get_model("glossary", "TermPage").objects, apps.get_model("glossary", "RelatedTerm").objects
    if preview:
        said = dict(page.related_terms.values_list("term_id", "relation"))
        named = list(said)
        forward = Case(*(When(pk=pk, then=Value(said[pk])) for pk in said), default=None, output_field=CharField())
    else:
        named = relations.filter(page=page.pk).values("term")
        forward = Subquery(relations.filter(page=page.pk, term=OuterRef("pk")).values("relation")[:1])
    naming = relations.filter(term__translation_key=page.translation_key, relation__in=INVERSE)
    backward = Subquery(naming.filter(page=OuterRef("pk")).values("relation")[:1])
    keys = pages.filter(pk__in=named).values("translation_key")
    same = Q(translation_key__in=keys) | Q(pk__in=naming.values("page"))
    found = everyones(pages.filter(Q(pk__in=named) | Q(same, locale=page.locale_id)))
    return found.annotate(forward=forward, backward=backward).select_related("locale").defer("text", "sources")


def _sorted_kin(closest, own, language):
    for relation in (Relation.BROADER, Relation.NARROWER, Relation.RELATED):
        entries = [_entry(own[key]) for key, found in closest.items() if found == relation]
        if entries:
            yield Kin(str(relation.label), in_order(entries, lambda entry: entry.title, language))


def _entry(term):
    return Entry(term.title, path_of(term), term.definition, term.locale.language_code, term.under_review)


def _texts(page):
    """Return links to the pages of the same language that mark the term, newest first, in one query."""
    pages = ContentType.objects.get_for_model(Page)
    same = Page.objects.filter(translation_key=page.translation_key).annotate(text=Cast("pk", CharField()))
    users = ReferenceIndex.objects.filter(
        base_content_type=pages, to_content_type=pages, to_object_id__in=same.values("text")
    )
    numbers = users.annotate(number=Cast("object_id", IntegerField())).values("number")
    terms = ContentType.objects.get_for_model(page)
    found = everyones(Page.objects.filter(pk__in=numbers, locale=page.locale_id, alias_of=None))
    newest = found.exclude(content_type=terms).order_by("-first_published_at", "pk").only(*LIGHT)[:MOST_TEXTS]
    return [PageLink(path_of(text), text.title) for text in newest]
