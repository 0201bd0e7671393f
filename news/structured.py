"""What a story is for machines that read pages: schema.org, and the picture of a shared link."""

import datetime

from common.seo import SocialImage

__all__ = ["article", "keep", "social_image"]

HEADLINE = 110


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
    """Return the picture that stands beside a shared link, or None.

    Args:
        page: a story.
        request: the request being answered.
    """
    sources = _pictures(request).get("social", {}).get(page.lead_image_id)
    if not sources or not sources.url:
        return None
    url = request.build_absolute_uri(sources.url)
    return SocialImage(url, sources.width, sources.height, page.lead_alt)


def article(page, head, request):
    """Return a story as schema.org knows it, with its quotations.

    Args:
        page: a story.
        head: the head of its page.
        request: the request being answered.

    Returns:
        A list with one dictionary.
    """
    root = request.build_absolute_uri("/")
    alliance = {"@type": "Organization", "@id": f"{root}#organization", "name": head.site_name, "url": root}
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"{head.canonical}#article",
        "headline": page.title[:HEADLINE],
        "description": head.description,
        "url": head.canonical,
        "mainEntityOfPage": head.canonical,
        "inLanguage": head.lang,
        "datePublished": _published(page),
        "dateModified": page.last_published_at.isoformat() if page.last_published_at else None,
        "author": alliance,
        "publisher": alliance,
        "image": [head.image.url] if head.image else None,
        "articleSection": str(page.get_kind_display()),
        "contentLocation": {"@type": "Place", "name": page.place, "address": page.place} if page.place else None,
        **_joined(request),
        "hasPart": [_quotation(block.value) for block in page.body if block.block_type == "quote"],
    }
    return [{name: value for name, value in data.items() if value}]


def _pictures(request):
    return getattr(request, "story_context", {}).get("pictures") or {}


def _published(page):
    day = page.date or (page.first_published_at.date() if page.first_published_at else None)
    return day.isoformat() if day else None


def _joined(request):
    story = getattr(request, "story_context", {}).get("story")
    if story is None:
        return {}
    return {
        "keywords": ", ".join([*(theme.title for theme in story.themes), *story.tags]),
        "about": [
            {"@type": "AdministrativeArea", "name": member.name, "url": request.build_absolute_uri(member.url)}
            for member in story.members
        ],
        "citation": [source.url or source.title for source in story.sources],
    }


def _quotation(value):
    day = value.get("date")
    data = {
        "@type": "Quotation",
        "text": str(value.get("text") or ""),
        "inLanguage": value.get("language"),
        "creator": _speaker(value) if value.get("speaker") else None,
        "dateCreated": day.isoformat() if isinstance(day, datetime.date) else None,
        "isBasedOn": value.get("source") or None,
    }
    return {name: content for name, content in data.items() if content}


def _speaker(value):
    person = {"@type": "Person", "name": str(value["speaker"]), "jobTitle": str(value.get("role") or "")}
    return {name: content for name, content in person.items() if content}
