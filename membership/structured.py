"""What search engines read about members (schema.org)."""

from common.addresses import absolute
from common.cards.drawing import HEIGHT, WIDTH
from common.countries import country_name
from common.localization import language_of
from common.seo import SocialImage
from common.structured import organization_data
from membership.cards.shelf import address
from membership.cards.wording import text_of
from membership.choices import Kind, State

CONTEXT = "https://schema.org"
CITIES = (Kind.CITY, Kind.TOWN)


def member_data(page, head, request):
    """Return an authority twice: as the place it governs, and as the body that belongs to the Alliance.

    Args:
        page: a MemberPage with the facts of the source.
        head: the head of the page; gives its address.
        request: has `member`, what the page shows.

    Returns:
        A list of two dictionaries of JSON-LD.
    """
    profile = getattr(request, "member", None)
    names = list(dict.fromkeys(name for name in _names(page, profile) if name and name != page.title))
    place = {
        "@context": CONTEXT,
        "@type": "City" if page.kind in CITIES else "AdministrativeArea",
        "@id": f"{head.canonical}#place",
        "name": page.title,
        "alternateName": names[0] if len(names) == 1 else names,
        "url": head.canonical,
        "containedInPlace": {
            "@type": "Country",
            "name": country_name(page.country, head.lang),
            "identifier": page.country,
        },
        "geo": _position(page),
        "sameAs": page.website,
        "description": page.summary,
    }
    return [_filled(place), _filled(_authority(page, head, profile))]


def social_image(page, request):
    """Return the picture that stands beside a shared link of a member, or None where no card is drawn yet.

    Args:
        page: a MemberPage.
        request: has `member`, what the page shows.
    """
    profile = getattr(request, "member", None)
    if profile is None or not profile.card:
        return None
    text = text_of(page.title, page.country, language_of(page))
    return SocialImage(absolute(address(profile.card)), WIDTH, HEIGHT, text)


def _authority(page, head, profile):
    joined = profile is not None and profile.state == State.PARTICIPANT
    return {
        "@context": CONTEXT,
        "@type": "GovernmentOrganization",
        "@id": f"{head.canonical}#authority",
        "name": page.title,
        "areaServed": {"@id": f"{head.canonical}#place"},
        "url": page.website or head.canonical,
        "memberOf": {"@id": organization_data(head.site_name)["@id"]} if joined else None,
        "employee": [_person(leader) for leader in profile.leaders] if profile else [],
        "logo": absolute(profile.arms.url) if profile and profile.arms and profile.arms.url else "",
    }


def _person(leader):
    job = next((office for office, _period in leader.periods), "")
    return _filled({"@type": "Person", "name": leader.name, "url": absolute(leader.url), "jobTitle": job})


def _names(page, profile):
    return [page.local_name, *(name for _use, name, _language in (profile.names if profile else ()))]


def _position(page):
    if page.lat is None or page.lon is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": page.lat, "longitude": page.lon}


def _filled(data):
    return {name: value for name, value in data.items() if value}


def index_data(page, head):
    """Return the list of members as a CollectionPage.

    Args:
        page: the MemberIndexPage.
        head: the head of the page; gives its address and language.

    Returns:
        A list with one dictionary of JSON-LD.
    """
    return [
        {
            "@context": CONTEXT,
            "@type": "CollectionPage",
            "name": page.title,
            "url": head.canonical,
            "inLanguage": head.lang,
        }
    ]
