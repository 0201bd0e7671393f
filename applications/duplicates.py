"""Who may have asked before: the same authority, the same address, the same house; and members of that name."""

from dataclasses import dataclass, field

from django.db.models import Q

from applications.receiving import folded_name
from applications.records import Application
from membership.models import MemberPage

# Words before a name that some write and others leave out.
GENERIC = {
    "city", "town", "municipality", "municipal", "commune", "ville", "mairie", "departement", "region",
    "province", "county", "district", "of", "de", "la", "le", "du", "des", "d", "l", "stadt", "gemeinde",
    "landkreis", "kreis", "bezirk", "comune", "citta", "provincia", "regione", "ayuntamiento", "municipio",
    "diputacion", "primaria", "municipiul", "orasul", "comuna", "judetul", "obec", "mesto", "grad", "opstina",
    "opcina", "obcina", "gmina", "miasto", "urad", "magistrat", "the", "obshtina", "dimos", "bashkia",
    "belediyesi", "belediye", "onkormanyzata", "varos",
}  # fmt: skip


@dataclass
class Likeness:
    """What looks like the same applicant."""

    applications: list[tuple[Application, str]] = field(default_factory=list)
    members: list[MemberPage] = field(default_factory=list)


def bare_name(name: str) -> str:
    """Return a name without the words that some leave out: “City of Innsbruck” is “innsbruck”.

    Args:
        name: the name of an authority or organisation.
    """
    words = folded_name(name).split()
    return " ".join(word for word in words if word not in GENERIC) or " ".join(words)


def likeness(application: Application) -> Likeness:
    """Return what looks like the same applicant.

    Args:
        application: the application.
    """
    others = Application.objects.exclude(pk=application.pk)
    name = bare_name(application.organisation)
    wanted = Q(pk=None)
    if name:
        wanted |= Q(country=application.country, organisation_folded__contains=name)
    if application.mail_domain:
        wanted |= Q(mail_domain=application.mail_domain)
    if application.contact_email:
        wanted |= Q(contact_email__iexact=application.contact_email)
    found = [(other, why(application, other)) for other in others.filter(wanted)[:50]]
    return Likeness([pair for pair in found if pair[1]], same_members(application))


def why(one: Application, other: Application) -> str:
    """Return in a word why two applications look alike: “authority”, “address”, “domain”, or nothing.

    Args:
        one: an application.
        other: another.
    """
    if (
        one.organisation
        and one.country == other.country
        and bare_name(one.organisation) == bare_name(other.organisation)
    ):
        return "authority"
    if one.contact_email and one.contact_email.lower() == other.contact_email.lower():
        return "address"
    return "domain" if one.mail_domain and one.mail_domain == other.mail_domain else ""


def same_members(application: Application) -> list[MemberPage]:
    """Return the member pages, drafts too, of an authority with that name in that country.

    Args:
        application: the application.
    """
    name = bare_name(application.organisation)
    if not name or not application.country:
        return []
    pages = MemberPage.objects.filter(country=application.country, alias_of=None).select_related("locale")
    return [page for page in pages if name in {bare_name(page.title), bare_name(page.local_name)}]


def with_likeness(applications: list[Application]) -> set[int]:
    """Return which of some applications have another one beside them, or a member; in three queries for all.

    Args:
        applications: those of one page of the list.
    """
    names = {(one.country, bare_name(one.organisation)) for one in applications if one.organisation}
    domains = {one.mail_domain for one in applications if one.mail_domain}
    countries = {country for country, _name in names}
    near = Application.objects.filter(Q(country__in=countries) | Q(mail_domain__in=domains))
    rows = list(near.values_list("pk", "country", "organisation", "mail_domain"))
    by_name, by_domain = {}, {}
    for pk, country, organisation, domain in rows:
        by_name.setdefault((country, bare_name(organisation)), set()).add(pk)
        by_domain.setdefault(domain, set()).add(pk)
    members = {
        (country, bare_name(title))
        for country, title in MemberPage.objects.filter(country__in=countries).values_list("country", "title")
    }
    return {one.pk for one in applications if _is_alike(one, by_name, by_domain, members)}


def _is_alike(one, by_name, by_domain, members):
    key = (one.country, bare_name(one.organisation))
    named = bool(one.organisation) and (len(by_name.get(key, ())) > 1 or key in members)
    return named or (bool(one.mail_domain) and len(by_domain.get(one.mail_domain, ())) > 1)
