"""Words are counted as translators count them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seed.factories.pages import make_page
from tests.translations.conftest import start
from translations.exchange.counting import Words, words_of_all
from translations.exchange.jobs import translations_open_to
from translations.models import MemoryEntry, State
from translations.words import count_words

from .conftest import forget, write

pytestmark = pytest.mark.django_db


def counted():
    """The words of all translations, in the order in which they were made."""
    translations = list(translations_open_to(None).order_by("pk"))
    words = words_of_all(translations)
    return [words[one.pk] for one in translations]


def test_new_fuzzy_and_done_words(job):
    forget(job)
    MemoryEntry.objects.all().delete()
    (words,) = counted()
    assert words == Words(new=words.total)
    write(job, State.FUZZY, title="Qui nous sommes")
    write(job, summary="Nous et le travail")
    (after,) = counted()
    # The title has proposed an address.
    done = count_words("Who we are & what we do") + count_words("about-us")
    assert (after.fuzzy, after.done) == (count_words("About us"), done)
    assert after.total == words.total
    assert after.to_do == words.total - after.done


def test_words_that_stand_further_up_or_in_the_memory_are_repeated(page, job, trees):
    start(make_page(trees.home, "Another page", summary="Who we are & what we do"), trees.locale("fr"))
    assert counted()[1].repeated == count_words("Who we are & what we do")
    for slug in ("more", "even-more"):
        start(make_page(trees.home, "Another page", slug=slug, summary="New & fresh"), trees.locale("de"))
    assert counted()[2].repeated == 0
    assert counted()[3].repeated == count_words("Another page") + count_words("New & fresh")


def test_many_translations_take_few_queries(job, trees):
    for number in range(6):
        start(make_page(trees.home, f"Page {number}", summary="Who"), trees.locale("fr"))
    translations = list(translations_open_to(None))
    with CaptureQueriesContext(connection) as captured:
        words_of_all(translations)
    assert len(captured) <= 4
