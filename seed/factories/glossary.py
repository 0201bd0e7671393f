"""The glossary and its terms, for demo content and tests."""

from glossary.models import GlossaryPage, RelatedTerm, TermPage, TermVariant


def make_glossary(parent, title="Glossary", slug="glossary", **fields):
    """Make the glossary below a front page.

    Args:
        parent: the front page.
        title: its title.
        slug: its address.
        fields: other fields of GlossaryPage.

    Returns:
        GlossaryPage, live.
    """
    return parent.add_child(instance=GlossaryPage(title=title, slug=slug, locale=parent.locale, **fields))


def make_term(parent, title="anti-Gypsyism", variants=(), related=(), **fields):
    """Make a term with its forms.

    Args:
        parent: the glossary.
        title: the preferred form in the language of the glossary.
        variants: dictionaries of fields of TermVariant, or pairs of (language, form).
        related: term pages to read next.
        fields: other fields of TermPage.

    Returns:
        TermPage, live.
    """
    fields = {"definition": "The specific racism against Roma and others seen as “gypsies”."} | fields
    page = TermPage(title=title, locale=parent.locale, **fields)
    page.variants = [make_variant(variant, order) for order, variant in enumerate(variants)]
    page.related_terms = [RelatedTerm(term=term, sort_order=order) for order, term in enumerate(related)]
    return parent.add_child(instance=page)


def make_variant(variant, order=0):
    """Make a form of a term, not saved yet.

    Args:
        variant: a dictionary of fields, or a pair of (language, form).
        order: the position in the list.

    Returns:
        TermVariant.
    """
    fields = variant if isinstance(variant, dict) else dict(zip(("language", "form"), variant, strict=True))
    return TermVariant(sort_order=order, **fields)
