"""The political groups of the Congress, with their abbreviation in each language."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class PoliticalGroup:
    """A group, stored under its English abbreviation.

    Attributes:
        code: The English abbreviation.
        name: The full name in the reader's language.
        abbreviations: Language code to the abbreviation used there, where it differs.
    """

    code: str
    name: Promise
    abbreviations: dict[str, str] = field(default_factory=dict)

    def abbreviation(self, language: str | None = None) -> str:
        """The short form in a language.

        Args:
            language: A language code; None means the active language.

        Returns:
            For example "PPE/CCE" in French.
        """
        code = (language or get_language() or "en").split("-")[0]
        return self.abbreviations.get(code, self.code)


GROUPS = {
    group.code: group
    for group in (
        PoliticalGroup("SOC", _("Socialist Group")),
        PoliticalGroup("SOC/G/PD", _("Socialists, Greens and Progressive Democrats Group"), {"fr": "SOC/V/DP"}),
        PoliticalGroup("EPP/CCE", _("European People’s Party Group"), {"fr": "PPE/CCE"}),
        PoliticalGroup("ILDG", _("Independent Liberal and Democratic Group"), {"fr": "GILD"}),
        PoliticalGroup("ECR", _("European Conservatives and Reformists Group"), {"fr": "CRE"}),
        PoliticalGroup("NR", _("Members not registered in a political group"), {"fr": "NI"}),
    )
}


def political_group(code: str | None) -> PoliticalGroup | None:
    """A group by its English or another language's abbreviation.

    Args:
        code: For example "EPP/CCE" or "PPE/CCE"; case and spaces do not matter.

    Returns:
        The group, or None if there is no such group.
    """
    wanted = (code or "").replace(" ", "").upper()
    if wanted in GROUPS:
        return GROUPS[wanted]
    return next((group for group in GROUPS.values() if wanted in group.abbreviations.values()), None)


def political_group_choices() -> list[tuple[str, str]]:
    """The groups for a form, in the reader's language.

    Returns:
        Pairs of (code, "ABBREVIATION: full name").
    """
    return [(code, f"{group.abbreviation()}: {group.name}") for code, group in GROUPS.items()]
