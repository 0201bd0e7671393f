"""Plain links by which a reader passes a story on; nothing is loaded from anywhere until one is followed."""

from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

__all__ = ["share_links"]


def share_links(title, url):
    """Return the ways to pass a story on, as (words, address).

    Args:
        title: the story's title.
        url: its absolute address.
    """
    mail = urlencode({"subject": title, "body": f"{title}\n{url}"}, quote_via=quote)
    return [
        (_("By e-mail"), f"mailto:?{mail}"),
        (_("On Facebook"), "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": url})),
        (_("On X"), "https://twitter.com/intent/tweet?" + urlencode({"text": title, "url": url})),
    ]
