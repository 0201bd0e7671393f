"""Names that mean the same: forms of a term that the glossary calls interchangeable, and a city in its languages."""

from collections import defaultdict
from dataclasses import dataclass, field

from common import stamp
from common.restrictions import everyones
from glossary.choices import AVOIDED
from glossary.queries import search_groups, term_forms
from membership.models import MemberPage
from search.analyser import phrase_tokens

__all__ = ["Group", "Groups", "groups_of"]

MOST_NAMES = 15
SHORTEST = 2
_held: dict[str, tuple[str, "Groups"]] = {}


@dataclass(frozen=True)
class Group:
    """Names of one thing, each with its tokens. By those better avoided it is found, but they are never looked for."""

    names: tuple[tuple[str, tuple[str, ...]], ...]
    avoided: frozenset[tuple[str, ...]] = frozenset()


@dataclass
class Groups:
    """All groups of a language, found by the first token of each name."""

    by_first: dict[str, list[tuple[tuple[str, ...], Group]]] = field(default_factory=lambda: defaultdict(list))

    def longest_at(self, tokens, start):
        """Return the longest name that stands at a place of a query, and its group; (0, None) where there is none.

        Args:
            tokens: the tokens of a query.
            start: where the name is to begin.
        """
        for name, group in self.by_first.get(tokens[start], ()):
            if tuple(tokens[start : start + len(name)]) == name:
                return len(name), group
        return 0, None


def groups_of(language):
    """Return the groups that hold for queries of a language; without a query while nothing was published.

    Args:
        language: the language in which names are compared.
    """
    current = stamp.current()
    if language not in _held or _held[language][0] != current:
        _held[language] = (current, _read(language))
    return _held[language][1]


def _read(language):
    found = Groups()
    for names, avoided in (*_terms(language), *_cities()):
        pairs = [(name, phrase_tokens(name, language)) for name in names]
        kept = {tokens for name, tokens in pairs if name not in avoided}
        group = Group(tuple(pairs), frozenset(tokens for _name, tokens in pairs) - kept)
        distinct = {tokens for _name, tokens in group.names if tokens}
        if len(distinct) < SHORTEST:
            continue
        for tokens in distinct:
            found.by_first[tokens[0]].append((tokens, group))
    for names in found.by_first.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return found


def _terms(language):
    groups = search_groups(language)
    codes = {code for group in groups for _form, code in group.forms}
    avoided = {form.form for code in codes for form in term_forms(code) if form.kind in AVOIDED}
    return [(list(dict.fromkeys(form for form, _code in group.forms)), avoided) for group in groups]


def _cities():
    rows = everyones(MemberPage.objects.all()).order_by("locale_id", "path")
    names = defaultdict(dict)
    for key, title, local in rows.values_list("translation_key", "title", "local_name"):
        names[key] |= dict.fromkeys(filter(None, (title, local)))
    return [(list(some)[:MOST_NAMES], ()) for some in names.values() if len(some) >= SHORTEST]
