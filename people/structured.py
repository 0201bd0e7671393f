"""What search engines read about people and what they said (schema.org)."""

from urllib.parse import urljoin

from common import dates
from common.addresses import absolute
from common.countries import country_name
from common.seo import SocialImage

__all__ = ["index_data", "person_data", "quotation_data", "social_image"]


def index_data(page, head):
    """Return the list of people as a CollectionPage.

    Args:
        page: the PersonIndexPage.
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


def person_data(page, head, request):
    """Return a person, and every quotation of the page.

    Args:
        page: a PersonPage.
        head: the head of the page; gives its address.
        request: has `person`, what the page shows.

    Returns:
        A list of dictionaries of JSON-LD.
    """
    profile = getattr(request, "person", None)
    if profile is None:
        return []
    latest, url = profile.latest, f"{head.canonical}#person"
    person = {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": url,
        "name": page.title,
        "url": head.canonical,
        "description": page.biography or page.summary,
        "jobTitle": latest.office if latest else "",
        "memberOf": {"@type": "Organization", "name": latest.body} if latest and latest.body else None,
        "nationality": _country((latest and latest.country) or page.country, head.lang),
        "image": urljoin(head.canonical, profile.portrait.url) if profile.portrait and profile.portrait.url else "",
    }
    quotations = [{"@context": "https://schema.org", **quotation_data(said.value, url)} for said in profile.quotations]
    return [_filled(person), *quotations]


def quotation_data(value, creator=None):
    """Return a quotation as schema.org knows it.

    Args:
        value: the values of a quote block.
        creator: the `@id` of its speaker where that stands on the same page; else the speaker is described.
    """
    speaker = {
        "@type": "Person",
        "name": value.get("speaker") or "",
        "jobTitle": value.get("role") or "",
        "url": absolute(value.get("speaker_url") or ""),
    }
    day = value.get("date")
    return _filled(
        {
            "@type": "Quotation",
            "text": str(value.get("text") or ""),
            "inLanguage": value.get("language"),
            "creator": {"@id": creator} if creator else _filled(speaker),
            "dateCreated": dates.machine(day.get("date"), day.get("precision") or dates.DAY) if day else "",
            "isBasedOn": value.get("source") or "",
        }
    )


def social_image(page, request):
    """Return the portrait that stands beside a shared link, or None.

    Args:
        page: a PersonPage.
        request: has `person`, what the page shows.
    """
    sources = getattr(getattr(request, "person", None), "social", None)
    if not sources or not sources.url:
        return None
    return SocialImage(request.build_absolute_uri(sources.url), sources.width, sources.height, page.portrait_alt)


def _country(code, language):
    return {"@type": "Country", "name": country_name(code, language)} if code else None


def _filled(data):
    return {name: value for name, value in data.items() if value}
