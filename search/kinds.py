"""What can be found, as readers know it: each kind of page with its name and its page types."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

__all__ = ["KINDS", "Kind", "kind_of"]


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
_by_model = {model: kind.key for kind in KINDS.values() for model in kind.models}


def kind_of(model) -> str:
    """Return the kind of a page type; whatever has no kind of its own is a plain page.

    Args:
        model: a model of pages.
    """
    return _by_model.get(model._meta.label_lower, "page")
