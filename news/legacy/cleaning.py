"""Takes out of foreign HTML whatever could act; what is left is text, links, lists, and pictures to look at."""

import re
from urllib.parse import urlsplit

import nh3

__all__ = ["clean_html", "link_target", "removed_parts"]

BLOCKS = {
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
INLINE = {"a", "b", "br", "cite", "em", "i", "img", "q", "strong"}
GONE = {
    "applet", "audio", "canvas", "embed", "iframe", "math", "noembed", "noframes", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "video", "xmp",
}  # fmt: skip
ACTING = "|".join(sorted(GONE | {"base", "form", "link", "meta"}))
REPORTED = re.compile(rf"<({ACTING})\b|[\s/\"'](on[a-z]{{3,20}})\s{{0,9}}=|((?:java|vb)script):", re.IGNORECASE)
LEGACY_HOSTS = {"roma-alliance.org", "www.roma-alliance.org"}
LEGACY_PATH = re.compile(r"/?(?:[a-z]{2}/)?page/[0-9]+[^\s?#]*", re.IGNORECASE)
MAX_LINK = 2_000
cleaner = nh3.Cleaner(
    tags=BLOCKS | INLINE,
    clean_content_tags=GONE,
    attributes={"a": {"href"}, "img": {"src", "alt"}},
    url_schemes={"http", "https", "mailto", "tel", "data"},
    link_rel=None,
)


def clean_html(markup: str) -> str:
    """Reduce HTML to the few tags that a story is made of.

    Args:
        markup: HTML from outside.

    Returns:
        Well-formed HTML without scripts, styles, frames, handlers or comments. Links and picture sources are still to
        be judged by `link_target` and the picture desk.
    """
    return cleaner.clean(markup)


def removed_parts(markup: str) -> list[str]:
    """Name what cleaning takes out of HTML because it could act.

    Args:
        markup: HTML from outside.

    Returns:
        Names such as "script", "onerror" and "javascript:", each once, in alphabetical order.
    """
    found = set()
    for tag, handler, scheme in REPORTED.findall(markup):
        found.add((tag or handler or f"{scheme}:").lower())
    return sorted(found)


def link_target(href: str) -> str:
    """Where a link of the former site may lead.

    Args:
        href: The attribute as it stands.

    Returns:
        An address of the web, of mail or telephone, or an old address of this site from its root, which leads on by
        itself; empty where the link leads nowhere that is known.
    """
    address = "".join(character for character in href.strip() if character.isprintable())
    if address.startswith("//"):
        address = f"https:{address}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if len(address) > MAX_LINK:
        return ""
    if parts.scheme in {"http", "https"} and parts.hostname:
        return _own_path(parts.path) if parts.hostname in LEGACY_HOSTS and _own_path(parts.path) else address
    if parts.scheme in {"mailto", "tel"}:
        return address
    return "" if parts.scheme or parts.netloc else _own_path(parts.path)


def _own_path(path: str) -> str:
    return f"/{path.lstrip('/')}" if LEGACY_PATH.fullmatch(path) else ""
