"""What is looked for, ready for any database: clauses of alternatives, each a row of tokens."""

from dataclasses import dataclass, field

__all__ = ["Clause", "Plan", "clause"]

MOST_ALTERNATIVES = 24


@dataclass(frozen=True)
class Clause:
    """One thing looked for: any of its alternatives will do, and each says how well it answers."""

    shape: str
    alternatives: tuple[tuple[tuple[str, ...], float], ...]
    pages: int = 0


def clause(shape: str, found: dict[tuple[str, ...], float], pages: int = 0) -> Clause:
    """A clause of alternatives, the best first.

    Args:
        shape: As it was typed.
        found: Tokens to weight.
        pages: How many pages have the word itself.
    """
    kept = sorted(((tokens, weight) for tokens, weight in found.items() if tokens), key=lambda pair: -pair[1])
    return Clause(shape, tuple(kept[:MOST_ALTERNATIVES]), pages)


@dataclass
class Plan:
    """A query as one language answers it.

    Attributes:
        language: The language of the pages.
        text: What was typed.
        clauses: Of these at least `needed` must match.
        required: All of these must match.
        excluded: None of these may match.
        filters: Kind of facet to the keys of facets of which one must match.
        also: Other names that are looked for.
    """

    language: str
    text: str = ""
    clauses: list[Clause] = field(default_factory=list)
    required: list[Clause] = field(default_factory=list)
    excluded: list[Clause] = field(default_factory=list)
    filters: dict[str, list[int]] = field(default_factory=dict)
    also: list[str] = field(default_factory=list)
    loose: bool = False

    @property
    def needed(self) -> int:
        """How many clauses a page must match: half of them, for else a long question finds everything."""
        return 1 if self.loose else max(1, (len(self.clauses) + 1) // 2)

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return any(one.alternatives for one in (*self.clauses, *self.required))

    def every(self) -> list[Clause]:
        """What is looked for, whether it must match or may."""
        return [one for one in (*self.clauses, *self.required) if one.alternatives]
