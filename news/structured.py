"""What a story is for machines that read pages: schema.org, Open Graph, and the picture of a shared link."""

from django.utils.text import Truncator

from common.addresses import absolute, path_of
from common.cards.drawing import HEIGHT, WIDTH
from common.localization import surroundings
from common.seo import SocialImage
from common.structured import organization_data
from news.cards import shelf
from news.feed_links import announced_beside
from news.feed_stories import published
from news.notes import modified
from news.stream import quotes_in
from people.structured import quotation_data

__all__ = ["Shared", "article", "keep", "social_image"]

HEADLINE = 110


class Shared:
    """What pages of stories say of themselves in their head. Mixed into the page type."""

    def structured_data(self, head, request):
        """Return what the story is for search engines, with its quotations."""
        return article(self, head, request)

    def social_image(self, request):
        """Return the picture that stands beside a shared link, or None."""
        return social_image(self, request)

    def complete_head(self, head, request):
        """Add when the story was published, and what it is about."""
        head.published = _published(self)
        head.section = str(self.get_kind_display())
        head.tags = _topics(request)

    def feeds(self, request):
        """Return the feeds of the list that the story stands in."""
        return announced_beside(self)


def keep(page, context, request):
    """Keep what the page has read, so that its head needs no query.

    Args:
        page: a story.
        context: its context, with ``story`` and ``pictures``.
        request: carries both on to the head.

    Returns:
        The context with ``lead_picture`` and ``lead_alt``, which is empty where the picture is decorative.
    """
    context["lead_picture"] = context["pictures"].get("wide", {}).get(page.lead_image_id)
    context["lead_alt"] = "" if page.lead_decorative else page.lead_alt
    request.story_context = context
    return context


def social_image(page, request):
    """Return the picture that stands beside a shared link: the card, else the lead picture, else None.

    Args:
        page: a story.
        request: the request being answered.
    """
    if page.card:
        return SocialImage(absolute(shelf.address(page)), WIDTH, HEIGHT, page.card_alt)
    return _lead(page, request)


def _lead(page, request):
    sources = (_context(request).get("pictures") or {}).get("social", {}).get(page.lead_image_id)
    if not sources or not sources.url:
        return None
    return SocialImage(absolute(sources.url), sources.width, sources.height, page.lead_alt)


def article(page, head, request):
    """Return a story as schema.org knows it, with its quotations and its translations.

    Args:
        page: a story.
        head: the head of its page.
        request: the request being answered.

    Returns:
        A list with one dictionary.
    """
    story = _context(request).get("story")
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"{head.canonical}#article",
        "headline": Truncator(page.title).chars(HEADLINE),
        "description": head.description,
        "url": head.canonical,
        "mainEntityOfPage": head.canonical,
        "inLanguage": head.lang,
        "isAccessibleForFree": True,
        "datePublished": page.date.isoformat() if page.date else _moment(page.first_published_at),
        "dateModified": modified(page, story),
        "author": _authors(story, head),
        "publisher": _alliance(head),
        "image": [image.url for image in (_lead(page, request), head.image) if image],
        "articleSection": str(page.get_kind_display()),
        "contentLocation": {"@type": "Place", "name": page.place, "address": page.place} if page.place else None,
        **_joined(story),
        "hasPart": [quotation_data(value) for value in quotes_in(page)],
        **_translations(page, request),
    }
    return [{name: value for name, value in data.items() if value}]


def _context(request):
    return getattr(request, "story_context", {})


def _moment(moment):
    return moment.isoformat() if moment else None


def _published(page):
    return published(page.date, page.first_published_at) if page.date else page.first_published_at


def _topics(request):
    story = _context(request).get("story")
    return [*(theme.title for theme in story.themes), *_tags(story)] if story else []


def _tags(story):
    return [tag.title for tag in story.tags]


def _alliance(head):
    return {name: value for name, value in organization_data(head.site_name).items() if name != "@context"}


def _authors(story, head):
    named = [_thing("Person", author.title, author.url) for author in story.authors] if story else []
    return named or _alliance(head)


def _thing(kind, name, url=""):
    return {"@type": kind, "name": str(name), **({"url": absolute(url)} if url else {})}


def _joined(story):
    if story is None:
        return {}
    return {
        "keywords": [*(theme.title for theme in story.themes), *_tags(story)],
        "about": [_thing("AdministrativeArea", member.name, member.url) for member in story.members],
        "mentions": [_thing("Person", person.name, person.url) for person in story.persons],
        "citation": [source.url or source.title for source in story.sources],
        "correction": [
            {"@type": "CorrectionComment", "text": note.text, "datePublished": note.date.isoformat()}
            for note in story.notes
            if note.is_correction
        ],
    }


def _translations(page, request):
    """The other languages: from the original to its translations, from a translation to the original."""
    if not page.pk:
        return {}
    found = surroundings(page, request).translations
    works = {other.pk: _work(code, other) for code, other in found.items()}
    # The page that was written first has the lowest number: a translation is a copy of it.
    original = min(works, default=page.pk)
    if original == page.pk:
        return {"workTranslation": [work for pk, work in works.items() if pk != page.pk]}
    return {"translationOfWork": works[original]}


def _work(code, page):
    url = absolute(path_of(page))
    # A pointer to the other page, which alone says all that makes it a NewsArticle, in its own language.
    return {"@type": "CreativeWork", "@id": f"{url}#article", "url": url, "name": page.title, "inLanguage": code}
