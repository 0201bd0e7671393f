"""A front page with every section, members and news."""

import datetime
from types import SimpleNamespace

from wagtail.models import Collection

from library import renditions
from seed.factories.home import full_front_page
from seed.factories.library import make_image
from seed.factories.membership import make_member, make_member_index
from seed.factories.news import make_news_index, make_story, make_theme
from tests.worlds import world


@world
def front(site_tree):
    """`.home` with all sections, `.index`, `.stories` (newest first), `.members`."""
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    members = make_member_index(site_tree.home)
    make_member(members, "Innsbruck")
    make_member(members, "Volos", states=("signatory",), country="GR", lat=39.36, lon=22.94)
    index = make_news_index(site_tree.home)
    image = make_image(credit="Drawing: the Alliance")
    renditions.prepare(image, renditions.CARD)
    theme = make_theme("Rights")
    stories = [
        make_story(
            index,
            f"Story {number}",
            date=datetime.date(2019, 1, number),
            lead_image=image,
            lead_alt="A bridge",
            themes=[theme],
        )
        for number in range(7, 0, -1)
    ]
    home = full_front_page(site_tree.home)
    return SimpleNamespace(home=home, index=index, stories=stories, members=members, tree=site_tree)
