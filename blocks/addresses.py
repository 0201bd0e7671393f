"""Addresses on the web: only those that a reader can follow safely."""

import re
from html import unescape
from urllib.parse import urlsplit

from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import URLBlock

__all__ = ["WebAddressBlock", "host_of", "may_be_followed", "provider_of", "safe_address"]

SCHEMES = ("https", "http")
IN_TEXT = ("", *SCHEMES, "mailto", "tel")
INVISIBLE = re.compile(r"[\x00-\x20\x7f]")
PROVIDERS = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "vimeo.com": "Vimeo",
    "dailymotion.com": "Dailymotion",
    "facebook.com": "Facebook",
}
only_the_web = URLValidator(schemes=list(SCHEMES), message=_("Give an address that begins with https://."))


class WebAddressBlock(URLBlock):
    """An address that begins with https:// or http://; it is never translated, but may differ in a translation."""

    def __init__(self, required=True, help_text=None, **kwargs):
        super().__init__(required=required, help_text=help_text, validators=(only_the_web,), **kwargs)


def safe_address(address: str | None) -> str:
    """An address as it may stand in `href`.

    Args:
        address: What an editor or an import wrote.

    Returns:
        The address, or an empty string if it is not one of the web.
    """
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme.lower() in SCHEMES and parts.netloc else ""


def may_be_followed(href: str) -> bool:
    """Tell whether a link that an import or an editor wrote into rich text is harmless.

    Args:
        href: The attribute as it stands in the text.

    Returns:
        True for addresses of the web, of mail and telephone, and within the site.
    """
    try:
        # Browsers overlook white space and control characters in a scheme.
        return urlsplit(INVISIBLE.sub("", unescape(href))).scheme.lower() in IN_TEXT
    except ValueError:
        return False


def host_of(address: str) -> str:
    """The name of the site an address leads to.

    Args:
        address: An address of the web.

    Returns:
        For example "coe.int"; empty if the address has none.
    """
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")


def provider_of(address: str) -> str:
    """The name under which readers know a video site.

    Args:
        address: The address of a video.

    Returns:
        For example "YouTube"; the host where the site is not known by a name.
    """
    host = host_of(address)
    return PROVIDERS.get(host, host)
