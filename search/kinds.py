"""What can be found, as readers know it: each kind of page with its name and its page types."""

from dataclasses import dataclass
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from wagtail.models import get_page_models

__all__ = ["KINDS", "Kind", "content_types", "kind_of"]


@dataclass(frozen=True)
class Kind:
    """One kind of page."""

    key: str
    label: Promise
    models: tuple[str, ...] = ()


KINDS = {
    kind.key: kind
    for kind in (
        Kind("news", pgettext_lazy("kind of search result", "News"), ("news.newspage",)),
        Kind("member", pgettext_lazy("kind of search result", "Cities and regions"), ("membership.memberpage",)),
        Kind("person", pgettext_lazy("kind of search result", "People"), ("people.personpage",)),
        Kind("term", pgettext_lazy("kind of search result", "Glossary"), ("glossary.termpage",)),
        Kind("page", pgettext_lazy("kind of search result", "Pages")),
    )
}
OTHER = KINDS["page"]


@cache
def _by_model():
    return {model: kind for kind in KINDS.values() for model in kind.models}


def kind_of(content_type_id):
    """Return the kind of a page; whatever has no kind of its own is a plain page.

    Args:
        content_type_id: the content type of the page.
    """
    model = ContentType.objects.get_for_id(content_type_id)
    return _by_model().get(f"{model.app_label}.{model.model}", OTHER)


def content_types(keys):
    """Return the content types of some kinds.

    Args:
        keys: keys of ``KINDS``; others are passed over.

    Returns:
        Primary keys.
    """
    types = ContentType.objects.get_for_models(*get_page_models()).values()
    return [each.pk for each in types if kind_of(each.pk).key in keys]
