"""What search engines read about the glossary (schema.org)."""

from urllib.parse import urljoin

from django.utils.translation import gettext

from common.addresses import absolute
from common.localization import language_of
from glossary.entries import ON_ONE_PAGE, listed


def set_data(page, head):
    """Return the glossary as a DefinedTermSet.

    Args:
        page: the GlossaryPage.
        head: the head of the page; gives its address and language.

    Returns:
        A list with one dictionary of JSON-LD.
    """
    data = {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "@id": f"{head.canonical}#terms",
        "name": page.title,
        "url": head.canonical,
        "inLanguage": head.lang,
        **({"description": page.summary} if page.summary else {}),
    }
    # A term that is only in another language belongs to the set of that language.
    language = language_of(page)
    terms = [_short(entry, data["@id"]) for entry in listed(language) if entry.language == language]
    return [data | ({"hasDefinedTerm": terms[:ON_ONE_PAGE]} if terms else {})]


def _short(entry, terms):
    url = absolute(entry.url)
    return {
        "@type": "DefinedTerm",
        "@id": f"{url}#term",
        "name": entry.title,
        "description": entry.definition,
        "url": url,
        "inDefinedTermSet": {"@id": terms},
    }


def term_data(page, head):
    """Return a term as a DefinedTerm of its set.

    Args:
        page: a TermPage.
        head: the head of the page; gives its address and language.

    Returns:
        A list with one dictionary of JSON-LD.
    """
    above = urljoin(head.canonical, "../")
    terms = {
        "@type": "DefinedTermSet",
        "@id": f"{above}#terms",
        "name": gettext("Glossary"),
        "url": above,
        "inLanguage": head.lang,
    }
    return [
        {
            "@context": "https://schema.org",
            "@type": "DefinedTerm",
            "@id": f"{head.canonical}#term",
            "name": page.title,
            "description": page.definition,
            "termCode": str(page.translation_key),
            "url": head.canonical,
            "inDefinedTermSet": terms,
        }
    ]
