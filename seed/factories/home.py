"""Sections of a front page, for demo content and tests."""

from home.models import HomePage


def section(name, **value):
    """One section of a front page.

    Args:
        name: the section's name in the stream, such as ``lead_story``.
        value: its words.
    """
    return {"type": name, "value": value}


def compose(home, *sections, live=True):
    """Put sections on a front page.

    Args:
        home: the front page.
        sections: as ``section`` makes them.
        live: False keeps them as a draft.
    """
    page = HomePage.objects.get(pk=home.pk)
    page.body = list(sections)
    revision = page.save_revision()
    if live:
        revision.publish()
    return HomePage.objects.get(pk=home.pk)


def full_front_page(home):
    """Put one section of each kind on a front page.

    Args:
        home: the front page.
    """
    quote = {"text": "We will be more active", "language": "en", "speaker": "Christine Oppitz-Plörer", "country": "AT"}
    door = {"kicker": "Take part", "title": "Bring your city in", "text": "Any authority can ask.", "tone": "sky"}
    links = [{"type": "link", "value": {"page": home.pk, "label": "Join"}}]
    return compose(
        home,
        section("quotation", quote=quote, story=None),
        section("lead_story", title="From the network", story=None),
        section("latest_news", title="", count=4),
        section("map_teaser", title="Cities and regions", text="They share what they learn.", note="", with_facts=True),
        section("facts", title="In numbers", note=""),
        section("voices", title="Voices", introduction="", quotes=[{"type": "quote", "value": quote}] * 2),
        section(
            "call_to_action",
            title="Ways to take part",
            doors=[
                {"type": "door", "value": {**door, "links": links}},
                {"type": "next_day", "value": {"kicker": "Next day that matters", "tone": "earth"}},
            ],
        ),
    )
