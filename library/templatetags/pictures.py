"""Show a picture that has been made ready."""

from django import template

register = template.Library()


@register.inclusion_tag("library/picture.html")
def picture_of(sources, alt="", eager=False, css_class=""):
    """Write the `picture` element: modern formats first, size known, loaded when it comes near.

    Args:
        sources: a renditions.PictureSources, or None where there is no picture.
        alt: alternative text; empty for a decorative picture.
        eager: True for the picture that readers see first.
        css_class: class of the `img` element.

    Returns:
        dict for library/picture.html.
    """
    return {"sources": sources, "alt": alt, "eager": eager, "css_class": css_class}
