"""Cities and regions, for demo content and tests."""

import datetime

from membership.models import MemberIndexPage, MemberPage, MemberState


def make_member_index(parent, title="Cities and regions", slug="members", **fields):
    """Make the list of members below a front page.

    Args:
        parent: the front page.
        title: its title.
        slug: its address.
        fields: other fields of MemberIndexPage.

    Returns:
        MemberIndexPage, live.
    """
    return parent.add_child(instance=MemberIndexPage(title=title, slug=slug, locale=parent.locale, **fields))


def make_member(parent, title="Innsbruck", states=("participant",), **fields):
    """Make a member with its record.

    Args:
        parent: the list of members.
        title: its name in the language of the list.
        states: lines of the record: kinds, or dictionaries of fields of MemberState.
        fields: other fields of MemberPage; `live=False` makes a draft that nobody has confirmed.

    Returns:
        MemberPage.
    """
    fields = {"country": "AT", "kind": "city", "lat": 47.2627, "lon": 11.3945} | fields
    page = MemberPage(title=title, locale=parent.locale, **fields)
    page.states = [make_state(state, parent.locale, order) for order, state in enumerate(states)]
    return parent.add_child(instance=page)


def make_state(state, locale, order=0):
    """Make a line of a record, not saved yet.

    Args:
        state: a kind, or a dictionary of fields; a `date` may be text such as "2013-04-26".
        locale: the language of the page.
        order: the position in the record.

    Returns:
        MemberState.
    """
    fields = {"kind": state} if isinstance(state, str) else dict(state)
    if isinstance(fields.get("date"), str):
        fields["date"] = datetime.date.fromisoformat(fields["date"])
    return MemberState(locale=locale, sort_order=order, **fields)
