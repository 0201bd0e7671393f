"""What search engines read about the glossary (schema.org)."""

from urllib.parse import urljoin

from django.utils.translation import gettext


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
    }
    return [data | ({"description": page.summary} if page.summary else {})]


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
            "url": head.canonical,
            "inDefinedTermSet": terms,
        }
    ]
