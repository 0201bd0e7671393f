"""The order in which the demo content is planted."""

from collections.abc import Collection

from seed.countries import plant_countries
from seed.frame import make_frame
from seed.front import compose_front
from seed.members import plant_members, publish_members
from seed.people import plant_people, plant_quotations, publish_people
from seed.pictures.stock import picture
from seed.places import Places
from seed.stories import plant_stories, plant_themes, publish_stories
from seed.streams import StreamWriter
from seed.templates import plant_templates
from seed.terms import plant_terms, publish_terms
from seed.texts import plant_texts, publish_texts
from seed.tree import grow_trunk, open_languages

PARTS = ("glossary", "members", "news", "pages")


def plant_everything(parts: Collection[str]) -> Places:
    """Plant the trunk of the tree and the parts that are asked for.

    Every page stands as a draft before the first one is published, so that links find their pages.

    Args:
        parts: names out of `PARTS`.

    Returns:
        The pages of the source language by key.
    """
    places = Places()
    writer = StreamWriter(places, lambda motif: picture(motif, "body", motif).pk)
    open_languages()
    grow_trunk(places)
    themes = plant_themes(places) if "news" in parts else {}
    people = plant_people(places) if "news" in parts else []
    members = plant_members(places) if "members" in parts else []
    terms = plant_terms(places) if "glossary" in parts else []
    texts = plant_texts(places) if "pages" in parts else []
    stories = plant_stories(places, themes) if "news" in parts else []
    publish_people(people, places)
    if people:
        plant_quotations(places)
    publish_members(members, places, writer, themes)
    if members:
        plant_countries()
    publish_terms(terms, places)
    publish_texts(texts, places, writer)
    publish_stories(stories, places, writer)
    compose_front(places, writer, set(parts))
    make_frame(places)
    plant_templates()
    return places
