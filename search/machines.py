"""What programs get from the search: suggestions, feeds of a search, its description for browsers, its schema."""

import datetime
from pathlib import Path

from django.http import HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.addresses import absolute
from common.localization import language_name
from common.seo import PRIVATE, site_name
from news.feed_formats import Channel, Entry, atom, clean, rss
from search.asking import asked
from search.expanding import known_words, plan_of, read
from search.matching import documents, ranked_ids
from search.suggesting import suggestions

__all__ = ["description", "feed", "feeds_of", "schema", "suggest"]

FORMATS = {"atom": (atom, "application/atom+xml", "Atom"), "rss": (rss, "application/rss+xml", "RSS")}
ENTRIES = 30
BEGINNING = datetime.datetime(2013, 1, 1, tzinfo=datetime.UTC)
MORNING = datetime.time(9, tzinfo=datetime.UTC)
COLUMNS = ("language", "url", "title", "summary", "date", "translation_key", "kind")
SCHEMA = Path(__file__).parent / "schema" / "search.schema.json"
DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{}</ShortName>
  <Description>{}</Description>
  <Language>{}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="48" height="48" type="image/png">{}</Image>
  <Url type="text/html" method="get" template="{}?q={{searchTerms}}"/>
  <Url type="application/json" rel="suggestions" template="{}?format=opensearch&amp;q={{searchTerms}}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="{}"/>
</OpenSearchDescription>
"""
SHORT_NAME = 16


@require_safe
def suggest(request):
    """Return what a reader may be about to type.

    Args:
        request: ``q`` is what was typed so far; ``format=opensearch`` gives the form that browsers read.

    Raises:
        Http404: if the language is not open.
    """
    ask = asked(request)
    found = suggestions(request.GET.get("q", ""), ask.language)
    if request.GET.get("format") == "opensearch":
        texts, urls = [one.text for one in found], [absolute(one.url) for one in found]
        answer = [ask.query.text, texts, [""] * len(texts), urls]
        return JsonResponse(answer, safe=False, content_type="application/x-suggestions+json")
    lines = [{"text": one.text, "url": one.url, "type": one.type} for one in found]
    return JsonResponse({"suggestions": lines}, headers={"X-Robots-Tag": PRIVATE})


@require_safe
def feed(request, form):
    """Return the newest pages of a search as a feed.

    Args:
        request: as for the page of results.
        form: a key of ``FORMATS``.

    Raises:
        Http404: if the language is not open.
    """
    ask = asked(request)
    write, media_type, _name = FORMATS[form]
    docs = _newest(ask) if ask.query else []
    entries = [_entry(doc) for doc in docs]
    query = f"?{request.GET.urlencode()}"
    url = absolute(reverse("search_feed", args=[form])) + query
    channel = Channel(
        identity=url,
        title=_("Search: %(query)s") % {"query": ask.query.text or "…"},
        description=_("The newest pages in which “%(words)s” is found.") % {"words": ask.query.text[:60]},
        home=absolute(reverse("search")) + query,
        url=url,
        language=ask.language,
        author=site_name(ask.language),
        updated=max((entry.updated for entry in entries), default=BEGINNING),
        entries=entries,
    )
    headers = {"X-Robots-Tag": PRIVATE}
    return HttpResponse(write(channel), content_type=f"{media_type}; charset=utf-8", headers=headers)


def _newest(ask):
    reading = read(ask.query, ask.language, exact=ask.exact)
    plan = plan_of(reading, known_words([reading]))
    plan.filters = ask.filters()
    ids = ranked_ids(plan, newest=True)[:ENTRIES] if plan else []
    docs = documents(ids, COLUMNS)
    return [docs[pk] for pk in ids if pk in docs]


def _entry(doc):
    moment = datetime.datetime.combine(doc.date, MORNING) if doc.date else BEGINNING
    return Entry(
        identity=f"urn:uuid:{doc.translation_key}",
        title=doc.title,
        url=absolute(doc.url),
        summary=doc.summary,
        content=format_html("<p>{}</p>", clean(doc.summary)) if doc.summary else "",
        published=moment,
        updated=moment,
    )


def feeds_of(ask, query):
    """Return the feeds of a search, as (title, address, media type).

    Args:
        ask: what is asked for.
        query: the query of its address, with its question mark.
    """
    title = _("Search: %(query)s") % {"query": ask.query.text}
    return tuple(
        (f"{title} ({name})", absolute(reverse("search_feed", args=[form])) + query, media_type)
        for form, (_write, media_type, name) in FORMATS.items()
    )


@require_safe
def description(request):
    """Describe the search for browsers, which then offer it beside the address.

    Args:
        request: its language is that of the search.

    Raises:
        Http404: if the language is not open.
    """
    language = asked(request).language
    places = [absolute(reverse(name)) for name in ("search", "search_suggest", "search_description")]
    name = _("Roma Alliance")[:SHORT_NAME]
    about = f"{site_name(language)} ({language_name(language)})"
    parts = [name, about, language, absolute(static("img/icon-48.png")), *places]
    text = DESCRIPTION.format(*map(escape, parts))
    return HttpResponse(text, content_type="application/opensearchdescription+xml; charset=utf-8")


@require_safe
def schema(request):
    """Return the JSON Schema of what the search answers to programs.

    Args:
        request: any request.
    """
    return HttpResponse(SCHEMA.read_bytes(), content_type="application/schema+json")
