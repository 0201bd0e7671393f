"""One thing that a check found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that a check found in a translated segment.

    Attributes:
        code: Name of the check, such as "tags".
        message: A whole sentence for the translator.
        blocks: Whether it keeps the segment from readers; else it is a warning.
    """

    code: str
    message: str
    blocks: bool = False
