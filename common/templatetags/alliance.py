"""Tags and filters for every public template: dates, names, pictures, the wheel, language attributes."""

import json
import math
from datetime import date as Date

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from common import countries, dates, localization

register = template.Library()

SPOKES = 16
ESCAPES = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


@register.simple_tag
def day(date: Date | None, precision: str = "day", language: str | None = None) -> SafeString | str:
    """`{% day date precision %}`: a `<time>` element in the words of the language."""
    if not date:
        return ""
    words = dates.show(date, precision, language)
    return format_html('<time datetime="{}">{}</time>', dates.machine(date, precision), words)


@register.filter
def country(code: str) -> str:
    """`{{ code|country }}`: the name of a country in the active language."""
    return countries.country_name(code)


@register.filter
def number(value) -> str:
    """`{{ value|number }}`: a number with the separators of the active language."""
    return dates.number(value)


@register.filter
def own_name(code: str) -> str:
    """`{{ code|own_name }}`: a language's own name."""
    return localization.language_name(code)


@register.simple_tag
def lang_attrs(obj) -> SafeString:
    """`{% lang_attrs obj %}`: `lang="fr" dir="ltr"` for a page, a locale, a value with `language`, or a code."""
    code = language_code(obj)
    if not code:
        return SafeString("")
    return format_html('lang="{}" dir="{}"', code, localization.text_direction(code))


def language_code(obj) -> str:
    """The language code of anything that has a language.

    Args:
        obj: A code, a locale, a page, a dictionary or an object with `language`, `lang` or `code`.

    Returns:
        The code, or an empty string.
    """
    if isinstance(obj, str):
        return obj
    if isinstance(obj, dict):
        return obj.get("language") or obj.get("lang") or ""
    if getattr(obj, "locale_id", None):
        return localization.language_of(obj)
    found = (getattr(obj, name, "") for name in ("language_code", "language", "lang", "code"))
    return next((code for code in found if code), "")


@register.simple_tag
def json_ld(items: list[dict]) -> SafeString:
    """`{% json_ld head.json_ld %}`: data blocks for search engines that no text can break out of."""
    blocks = ((SafeString(safe_json(item)),) for item in items)
    return format_html_join("\n", '<script type="application/ld+json">{}</script>', blocks)


def safe_json(value) -> str:
    """JSON that may stand inside a script element.

    Args:
        value: Anything JSON can hold; dates become text.

    Returns:
        JSON without `<`, `>`, `&` and the line separators that end a script line.
    """
    return json.dumps(value, ensure_ascii=False, default=str).translate(ESCAPES)


@register.simple_tag
def wheel(size: int = 24, css_class: str = "wheel") -> SafeString:
    """`{% wheel 32 %}`: the wheel of sixteen spokes as a decoration, in the colour of the text."""
    angles = [2 * math.pi * turn / SPOKES for turn in range(SPOKES)]
    spokes = "".join(
        f"M{16 + 3 * math.cos(angle):.2f} {16 + 3 * math.sin(angle):.2f}"
        f"L{16 + 13 * math.cos(angle):.2f} {16 + 13 * math.sin(angle):.2f}"
        for angle in angles
    )
    return format_html(
        '<svg class="{}" width="{}" height="{}" viewBox="0 0 32 32" fill="none" stroke="currentColor" '
        'aria-hidden="true" focusable="false"><circle cx="16" cy="16" r="14" stroke-width="2"/>'
        '<circle cx="16" cy="16" r="3" stroke-width="1.5"/><path d="{}" stroke-width="1.25"/></svg>',
        css_class,
        size,
        size,
        SafeString(spokes),
    )


@register.inclusion_tag("components/picture.html")
def picture_of(sources, alt: str = "", eager: bool = False, css_class: str = "") -> dict:
    """`{% picture_of sources alt %}`: a `<picture>` in AVIF, WebP and JPEG with its measures."""
    return {"sources": sources, "alt": alt, "eager": eager, "css_class": css_class}
