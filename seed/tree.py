"""The trunk of the demo tree: languages, front pages, the three indexes, and the site record."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from glossary.models import GlossaryPage
from home.models import HomePage
from membership.models import MemberIndexPage
from news.models import NewsIndexPage
from people.models import PersonIndexPage
from seed.places import Places
from seed.reading import SOURCE, table
from seed.translating import translate

OPEN = ("en", "fr", "rom", "de")
INDEXES = {"news": NewsIndexPage, "members": MemberIndexPage, "glossary": GlossaryPage, "people": PersonIndexPage}


def open_languages() -> None:
    """Open the languages of the demo content to readers."""
    for code in OPEN:
        Locale.objects.get_or_create(language_code=code)


def grow_trunk(places: Places) -> None:
    """Make the front page and the indexes in the source language and in every other one that has words for them.

    Args:
        places: gets the pages under ``home``, ``news``, ``members``, ``glossary`` and ``people``.
    """
    words = table("indexes")
    home = front_page(words["home"])
    places.put("home", home)
    for code in OPEN[1:]:
        translate(home, code, {"slug": f"home-{code}", **words["home"][code]})
    for key, model in INDEXES.items():
        index = home.add_child(instance=model(locale=home.locale, **words[key][SOURCE]))
        index.save_revision().publish()
        places.put(key, model.objects.get(pk=index.pk))
        for code in OPEN[1:]:
            if code in words[key]:
                translate(places.page(key), code, words[key][code])


def front_page(words: dict) -> HomePage:
    """Put the front page in the place of Wagtail's welcome page, and let the site begin there."""
    root = Page.get_first_root_node()
    for page in root.get_children():
        page.delete()
    root.refresh_from_db()
    source = Locale.objects.get(language_code=SOURCE)
    home = root.add_child(instance=HomePage(locale=source, slug="home", **words[SOURCE]))
    home.save_revision().publish()
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.all().delete()
    Site.objects.create(
        hostname=address.hostname,
        port=port,
        root_page=home,
        is_default_site=True,
        site_name=settings.WAGTAIL_SITE_NAME,
    )
    return HomePage.objects.get(pk=home.pk)
