"""Data that search engines read beside the page, in the words of schema.org."""

from dataclasses import dataclass

from django.templatetags.static import static

from common.addresses import absolute
from common.localization import live_codes


@dataclass(frozen=True)
class Crumb:
    """One step of the way down to the page; the last one has no address."""

    title: str
    url: str = ""


def organization_data(name: str) -> dict:
    """The Alliance as schema.org knows organisations.

    Args:
        name: The name of the site.

    Returns:
        JSON-LD as a dictionary.
    """
    root = absolute("/")
    return {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": f"{root}#organization",
        "name": name,
        "url": root,
        "logo": absolute(static("img/icon-180.png")),
    }


def basic_data(name: str) -> list[dict]:
    """What is true of every page: who publishes it, and on which site it stands.

    Args:
        name: The name of the site.

    Returns:
        JSON-LD for Organization and WebSite.
    """
    organization = organization_data(name)
    site = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": f"{organization['url']}#website",
        "name": name,
        "url": organization["url"],
        "inLanguage": live_codes(),
        "publisher": {"@id": organization["@id"]},
        "potentialAction": [_search_action(code) for code in live_codes()],
    }
    return [organization, site]


def _search_action(code: str) -> dict:
    return {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": absolute(f"/{code}/search/?q={{search_term_string}}")},
        "query-input": "required name=search_term_string",
    }


def breadcrumb_data(crumbs: list[Crumb], canonical: str) -> dict:
    """The way to a page as schema.org knows it.

    Args:
        crumbs: As `crumbs_for` gives them.
        canonical: The address of the page itself.

    Returns:
        JSON-LD as a dictionary.
    """
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.title,
                "item": absolute(crumb.url) if crumb.url else canonical,
            }
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }
