"""A page with links, emphasis and line breaks, and ways to send its files back."""

from wagtail_localize.models import StringTranslation

from seed.factories.blocks import body
from seed.factories.pages import make_page
from tests.translations.conftest import start
from tests.worlds import world
from translations.exchange.exporting import FORMATS
from translations.exchange.importing import take_in
from translations.exchange.jobs import job_of, translations_open_to
from translations.exchange.reading import read
from translations.models import State
from translations.segments import segments_of
from translations.writing import write_segment

TEXT = '<p>See <a href="https://example.org/list">our <b>list</b></a> &amp; ask <i>us</i>.<br/>Soon.</p>'
LINKED = 'Voir <a id="a1">notre <b>liste</b></a> &amp; nous <i>demander</i>.<br/>Bientôt.'
WORDS = {
    "title": "Qui nous sommes",
    "slug": "qui-nous-sommes",
    "summary": "Qui nous sommes &amp; ce que nous faisons",
}


def words_of(translation):
    """What is written in a translation, with its states."""
    return {one.record.context.path.split(".")[0]: (one.text, one.state) for one in segments_of(translation)}


def write(translation, state=State.TRANSLATED, user=None, **words):
    """Write words into segments by field."""
    for segment in segments_of(translation):
        text = words.get(segment.record.context.path.split(".")[0])
        if text is not None:
            write_segment(translation, segment, text, state, user)


def export(translation, name):
    """A translation as a file, read anew from the database."""
    return FORMATS[name].write(job_of(translations_open_to(None).get(pk=translation.pk)))


def send(data, user=None, name="file", **choices):
    """Take a file in."""
    return take_in(read(data, name), user, **choices)


def forget(translation):
    """Take all words of a translation away."""
    rows = StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale
    )
    rows.delete()


@world
def page(trees):
    return make_page(trees.home, "About us", summary="Who we are & what we do", body=body([("paragraph", TEXT)]))


@world
def job(page, trees):
    """The translation of the page into French, with words."""
    translation = start(page, trees.locale("fr"))
    write(translation, **WORDS, body=LINKED)
    return translations_open_to(None).get(pk=translation.pk)
