"""Render blocks and check their HTML."""

import html5lib

from blocks.body import BodyBlock


def rendered(name, value, context=None):
    """Return a block's HTML as it stands in a page, checked by a strict parser."""
    block = BodyBlock().child_blocks[name]
    html = block.render(block.normalize(value), context or {})
    parsed(html)
    return html


def parsed(html):
    """Parse a piece of HTML as the content of a page; raise if it is not valid."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(f"<!doctype html><html><head><title>t</title></head><body>{html}</body></html>")


def render_stream(stream, **context):
    """Return the HTML of a whole stream."""
    html = stream.stream_block.render(stream, context)
    parsed(html)
    return html
