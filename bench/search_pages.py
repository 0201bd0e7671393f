"""Pages for the evaluation of the search: those of languages that the demo content lacks, and generated noise."""

import datetime
import json
import random
import re
import uuid
from collections import Counter
from itertools import product
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.sql import InsertQuery
from django.utils import timezone
from wagtail.models import Page

from common.stamp import renew
from home.models import HomePage
from news.models import NewsIndexPage, NewsPage, StoryCountry
from news.publishing import rebuild
from search.models import SearchDoc
from seed.factories.news import make_news_index
from seed.factories.pages import translate_page

__all__ = ["COMMON", "plant_languages", "plant_noise"]

FOLDER = Path(__file__).parent / "search_pages"
# A third of all generated stories has this word; it stands for the most common thing that readers look for.
COMMON = "committee"
COMMON_SHARE = 0.3
SHARES = {"en": 0.4, "fr": 0.2}
LEAST = 3
WORDS, TITLE = 110, 6
BATCH = 1000
COUNTRIES = ("AL", "AT", "BE", "BG", "DE", "ES", "FR", "GR", "HU", "IT", "PL", "PT", "RO", "SK", "UA")
SYLLABLES = ("ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "na", "pe", "gu", "fi", "zo", "ha", "ly")
WORD = re.compile(r"[^\W\d_]{2,}")
# As many rare words as a language has; the first ones are frequent.
INVENTED = list(dict.fromkeys("".join(part) for part in product(SYLLABLES, repeat=3)))


def plant_languages():
    """Open the languages that have pages of their own for the evaluation, and publish these pages."""
    home = HomePage.objects.get(locale__language_code="en")
    for path in sorted(FOLDER.glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        front = translate_page(home, path.stem, title=f"Alliance {path.stem}", slug=f"home-{path.stem}", body=[])
        index = make_news_index(front, raw["title"], slug=raw["slug"], locale=front.locale)
        with transaction.atomic():
            _plant(index, [_story(index, one["slug"], one["title"], one["summary"], "") for one in raw["pages"]], 0)
    rebuild()
    renew()


def plant_noise(number, seed=1):
    """Write generated stories in all languages until there are so many documents; the same ones for the same number.

    Args:
        number: how many documents there shall be.
        seed: of the random numbers.
    """
    chance = random.Random(seed)
    missing = number - SearchDoc.objects.count()
    indexes = {index.locale.language_code: index for index in NewsIndexPage.objects.filter(live=True)}
    rest = (1 - sum(SHARES.values())) / max(len(indexes) - len(SHARES), 1)
    for language, index in sorted(indexes.items()):
        words, weights = _frequencies(language)
        wanted = round(missing * SHARES.get(language, rest))
        first = index.numchild
        for start in range(0, wanted, BATCH):
            count = min(BATCH, wanted - start)
            stories = [_noise(index, first + start + place, words, weights, chance) for place in range(count)]
            with transaction.atomic():
                _plant(index, stories, first + start)
    rebuild()
    renew()


def _frequencies(language):
    counted = Counter()
    for texts in SearchDoc.objects.filter(language=language, page__slug__regex="^(?!noise-)").values_list(
        "title", "summary", "body"
    ):
        # Names would make a generated story a true answer to who looks for them: only what begins small is taken.
        counted.update(word for text in texts for word in WORD.findall(text) if word.islower())
    common = [(word, count) for word, count in counted.most_common(1500) if count >= LEAST] or counted.most_common(60)
    return [word for word, _count in common], [count for _word, count in common]


def _noise(index, place, words, weights, chance):
    drawn = chance.choices(words, weights, k=WORDS + TITLE)
    invented = [INVENTED[min(int(chance.paretovariate(0.7)), len(INVENTED)) - 1] for _number in range(WORDS // 3)]
    for number, word in enumerate(invented):
        drawn[(number * 3 + 1) % len(drawn)] = word
    if index.locale.language_code == "en" and chance.random() < COMMON_SHARE:
        drawn[chance.randrange(TITLE, len(drawn))] = COMMON
    title, text = " ".join(drawn[:TITLE]).capitalize(), " ".join(drawn[TITLE:])
    return _story(index, f"noise-{index.locale.language_code}-{place}", title, text[:200], text[200:])


def _story(index, slug, title, summary, text):
    day = datetime.date(2013, 3, 20) + datetime.timedelta(days=hash(slug) % 4000 if not text else len(text) * 7 % 4000)
    body = [{"type": "paragraph", "value": f"<p>{text}</p>", "id": str(uuid.uuid4())}] if text else []
    return NewsPage(
        title=title,
        slug=slug,
        depth=index.depth + 1,
        url_path=f"{index.url_path}{slug}/",
        locale_id=index.locale_id,
        translation_key=uuid.uuid4(),
        content_type=ContentType.objects.get_for_model(NewsPage),
        live=True,
        first_published_at=timezone.now(),
        last_published_at=timezone.now(),
        summary=summary[:320],
        date=day,
        kind="report",
        body=json.dumps(body),
    )


def _plant(index, stories, first):
    for place, story in enumerate(stories):
        story.path = Page._get_path(index.path, index.depth + 1, first + place + 1)
    names = [field.attname for field in Page._meta.concrete_fields if field.attname != "id"]
    pages = Page.objects.bulk_create(Page(**{name: getattr(story, name) for name in names}) for story in stories)
    for story, page in zip(stories, pages, strict=True):
        story.page_ptr_id = page.pk
    for start in range(0, len(stories), 20):
        query = InsertQuery(NewsPage)
        query.insert_values(NewsPage._meta.local_concrete_fields, stories[start : start + 20], raw=False)
        query.get_compiler("default").execute_sql()
    StoryCountry.objects.bulk_create(
        StoryCountry(page_id=page.pk, country=COUNTRIES[page.pk % len(COUNTRIES)]) for page in pages
    )
    index.numchild = first + len(stories)
    type(index).objects.filter(pk=index.pk).update(numchild=index.numchild)
