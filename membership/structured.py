"""What search engines read about members (schema.org)."""

from common.countries import country_name
from membership.choices import Kind

CITIES = (Kind.CITY, Kind.TOWN)


def member_data(page, head):
    """Return an authority as a City or an AdministrativeArea.

    Args:
        page: a MemberPage.
        head: the head of the page; gives its address.

    Returns:
        A list with one dictionary of JSON-LD.
    """
    data = {
        "@context": "https://schema.org",
        "@type": "City" if page.kind in CITIES else "AdministrativeArea",
        "@id": f"{head.canonical}#place",
        "name": page.title,
        "url": head.canonical,
        "containedInPlace": {
            "@type": "Country",
            "name": country_name(page.country, head.lang),
            "identifier": page.country,
        },
    }
    if page.local_name and page.local_name != page.title:
        data["alternateName"] = page.local_name
    if page.lat is not None and page.lon is not None:
        data["geo"] = {"@type": "GeoCoordinates", "latitude": page.lat, "longitude": page.lon}
    if page.website:
        data["sameAs"] = page.website
    if page.summary:
        data["description"] = page.summary
    return [data]


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
            "@context": "https://schema.org",
            "@type": "CollectionPage",
            "name": page.title,
            "url": head.canonical,
            "inLanguage": head.lang,
        }
    ]
