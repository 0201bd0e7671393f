"""The whole text of a story as a reader's program shows it: plain HTML, with whole addresses and without our design."""

import re
from urllib.parse import unquote

import nh3
from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from common.addresses import absolute as absolute_url
from common.dates import show
from news.feed_formats import Enclosure

__all__ = ["absolute", "enclosure", "readable", "whole_text"]

TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "dd", "div", "dl", "dt", "em", "figcaption", "figure",
    "h2", "h3", "h4", "hr", "i", "img", "li", "ol", "p", "small", "span", "strong", "sub", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "time", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "hreflang", "title", "type"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# What only works on the site goes with all that is in it.
WIDGETS = {"audio", "button", "form", "iframe", "noscript", "object", "script", "select", "style", "svg", "template"}
SCHEMES = {"http", "https", "mailto", "tel"}
LINK = re.compile(r'(\s(?:href|src|poster)=")/(?!/)')
ORNAMENT = re.compile(r'<(\w+)\b[^>]*\saria-hidden="true"[^>]*>[^<]*</\1\s*>')
VIDEO = re.compile(r'<video\b[^>]*?\ssrc="([^"]*)"[^>]*>.*?</video\s*>', re.DOTALL)
HERE = re.compile(r'\shref="#[^"]*"')
# A disclosure becomes a paragraph: what it hides is worth reading everywhere.
FOLDS = (
    (re.compile(r"<summary\b[^>]*>"), "<p><strong>"), (re.compile(r"</summary\s*>"), "</strong></p>"),
    (re.compile(r"<(?:details|section|article|aside|header|footer|nav)\b[^>]*>"), "<div>"),
    (re.compile(r"</(?:details|section|article|aside|header|footer|nav)\s*>"), "</div>"),
)  # fmt: skip
GAPS = re.compile(r"\s*\n\s*")
DAY = 86_400


def absolute(markup, root):
    """Return HTML whose addresses on this site are absolute.

    Args:
        markup: HTML of our own templates.
        root: the address of the site, with a slash at its end.
    """
    return LINK.sub(rf"\g<1>{root}", markup)


def readable(markup, root):
    """Return HTML that every reader's program can show: no widgets, scripts, ornaments or relative addresses.

    Args:
        markup: HTML as the site shows it.
        root: the address of the site, with a slash at its end.
    """
    watched = VIDEO.sub(r'<p><a href="\1">\1</a></p>', ORNAMENT.sub("", markup))
    for pattern, replacement in FOLDS:
        watched = pattern.sub(replacement, watched)
    plain = nh3.clean(
        absolute(HERE.sub("", watched), root),
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags=WIDGETS,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return GAPS.sub("\n", plain).strip()


def enclosure(sources, root):
    """Return the picture of a story as a file of a known length, or None.

    Args:
        sources: the prepared sizes of the picture.
        root: the address of the site, with a slash at its end.
    """
    if not sources or not sources.url:
        return None
    url = root + sources.url[1:] if sources.url.startswith("/") else sources.url
    return Enclosure(url, _length(sources.url), sources.fallback.mime)


def _length(url):
    """A file under an address never changes, so its length is asked of the storage once."""
    key = f"news.length.{url}"
    length = cache.get(key)
    if length is None:
        try:
            length = default_storage.size(unquote(url.removeprefix(settings.MEDIA_URL)))
        except (OSError, ValueError, NotImplementedError):
            length = 0
        cache.set(key, length, DAY)
    return length


def whole_text(story, picture, pictures, notes=(), files=()):
    """Return the whole text of a story: notes on changes, the picture, the body, the attached documents.

    Args:
        story: a story.
        picture: its lead picture as an ``Enclosure``, or None.
        pictures: the prepared sizes of all pictures inside.
        notes: its public notes, as (label, day, words).
        files: its documents, as (whole address, title).
    """
    context = {"pictures": pictures, "page": story, **_links(story.body)}
    body = "".join(block.render(context) for block in story.body)
    said = [(label, show(day), words) for label, day, words in notes]
    before = format_html_join("", "<p><strong>{} ({})</strong> {}</p>", said)
    return before + _figure(story, picture) + readable(body, absolute_url("/")) + _attached(files)


def _links(body):
    """The pages and documents that the text leads to, which its stream has fetched together."""
    names = ("page_links", "document_links")
    return {name: getattr(body, name) for name in names if hasattr(body, name)}


def _figure(story, picture):
    if picture is None:
        return ""
    credit = " · ".join(text for text in (story.lead_caption, story.lead_image.credit) if text)
    alt = "" if story.lead_decorative else story.lead_alt
    return format_html('<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>', picture.url, alt, credit)


def _attached(files):
    if not files:
        return ""
    links = format_html_join("", '<li><a href="{}">{}</a></li>', files)
    return format_html("<p><strong>{}</strong></p><ul>{}</ul>", _("Documents"), links)
