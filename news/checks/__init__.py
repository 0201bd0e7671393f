"""What a story needs before it is published: errors stop it, warnings ask for a reason."""

from news.checks import links, pictures, record, words
from news.checks.registry import Finding, check, findings

__all__ = ["Finding", "check", "findings", "links", "pictures", "record", "words"]
