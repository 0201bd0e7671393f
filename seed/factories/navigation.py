"""The frame around every page, for demo content and tests."""

from wagtail.models import Locale

from navigation.models import Contact, Frame, LegalLink, MenuItem, NetworkLink


def make_frame(locale: Locale, *, menu=(), legal=(), networks=(), contacts=(), **fields) -> Frame:
    """Make a frame.

    Args:
        locale: its language.
        menu: (title, page) of each entry of the main menu.
        legal: (title, page) of each legal page.
        networks: (name, address) of each network.
        contacts: dictionaries of fields of Contact.
        fields: other fields of Frame.

    Returns:
        Frame, saved.
    """
    given = {"site_name": "Alliance", "mission": "We work together. We speak up."} | fields
    frame = Frame(locale=locale, **given)
    frame.menu_items = [MenuItem(title=title, page=page, locale=locale) for title, page in menu]
    frame.legal_links = [LegalLink(title=title, page=page, locale=locale) for title, page in legal]
    frame.network_links = [NetworkLink(name=name, url=url) for name, url in networks]
    frame.contacts = [Contact(locale=locale, **contact) for contact in contacts]
    frame.save()
    return frame
