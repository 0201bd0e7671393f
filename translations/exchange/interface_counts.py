"""How far the words of the interface are, language by language."""

from collections.abc import Container
from dataclasses import dataclass

from translations.exchange.interface import catalogue, catalogue_path, languages, messages_of


@dataclass(frozen=True)
class Counts:
    """How far the words of a language are."""

    code: str
    name: str
    total: int = 0
    done: int = 0
    fuzzy: int = 0

    @property
    def missing(self) -> int:
        """Messages without words."""
        return self.total - self.done - self.fuzzy


def counts(codes: Container[str]) -> list[Counts]:
    """How far languages are.

    Args:
        codes: Their codes; those without a catalogue are left out.
    """
    found = []
    for code, name in languages():
        if code in codes and catalogue_path(code).exists():
            messages = list(messages_of(catalogue(code)))
            fuzzy = sum(1 for message in messages if message.unclear)
            done = sum(1 for message in messages if message.target and not message.unclear)
            found.append(Counts(code, name, len(messages), done, fuzzy))
    return found
