"""Every block: module, class, template and style share a stem; it shows itself; translators get what they should."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils.functional import Promise
from django.utils.translation import override
from wagtail.admin.telepath import JSContext
from wagtail.admin.views.generic.preview import StreamFieldBlockPreview
from wagtail.blocks import Block
from wagtail.models import Collection
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter

from blocks.body import BodyBlock
from blocks.day import DayBlock
from blocks.facts import FactBlock
from blocks.table import CellBlock
from seed.factories.library import make_image
from tests.blocks.markup import parsed

STREAM = BodyBlock()
BODY = STREAM.child_blocks
PARTS = {"day": DayBlock(), "fact": FactBlock(), "cell": CellBlock()}
EVERY = {**BODY, **PARTS}
# Parts of one block live in its module.
MODULES = {"fact": "facts", "cell": "table"}
LANGUAGES = [code for code, _name in settings.LANGUAGES]
SEGMENTS = Path(__file__).with_name("segments.json")
ID = "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize("stem", EVERY)
def test_module_class_template_and_style_share_a_stem(stem):
    block = EVERY[stem]
    assert type(block).__name__ == "".join(part.title() for part in stem.split("_")) + "Block"
    assert type(block).__module__ == f"blocks.{MODULES.get(stem, stem)}"
    assert block.meta.template == f"blocks/{stem}.html"
    assert get_template(block.meta.template)
    assert finders.find(f"blocks/{stem}.css")


@pytest.mark.parametrize("stem", EVERY)
def test_editors_get_icon_group_label_description_and_preview(stem):
    block = EVERY[stem]
    assert block.meta.icon != "placeholder"
    for words in (block.meta.group, block.meta.label, block.meta.description):
        assert isinstance(words, Promise)
        assert str(words).strip()
    assert "preview_value" in dir(block.meta)
    assert block.is_previewable


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", EVERY)
def test_the_preview_renders_in_every_language(stem, language):
    block = EVERY[stem]
    context = {"is_block_preview": True}
    with override(language):
        value = block.get_preview_value()
        html = block.render(value, context)
    wrapped = {"fact": f"<dl>{html}</dl>"}.get(stem, html)
    parsed(wrapped)
    assert html.strip()


@pytest.mark.django_db
@pytest.mark.parametrize("stem", BODY)
def test_the_block_picker_shows_a_whole_page(stem):
    block = BODY[stem]
    response = StreamFieldBlockPreview.as_view()(RequestFactory().get("/", {"id": block.definition_prefix}))
    html = response.render().content.decode()
    assert "css/site" in html
    assert "<script" not in html


def test_the_editor_can_build_the_form_of_every_block():
    assert JSContext().pack(STREAM)
    for block in BODY.values():
        assert isinstance(block, Block)
        block.get_form_state(block.get_default())


@pytest.fixture
def preview_stream(db):
    """Return a stream with the preview of one block, stored and read again: lists have ids, pictures exist."""
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    image = make_image()

    def stream(stem):
        block = BODY[stem]
        with override("en"):
            value = json.dumps(block.get_prep_value(block.get_preview_value()), default=str)
        value = json.loads(value.replace('"image": null', f'"image": {image.pk}'))
        return STREAM.to_python([{"type": stem, "value": value, "id": ID}])

    return stream


def strings_of(stream):
    """Return what translators get of a stream: path without ids, and the words."""
    found = StreamFieldSegmentExtractor(None).handle_stream_block(stream)
    strings = [segment for segment in found if isinstance(segment, StringSegmentValue) and not segment.is_empty()]
    return [[plain_path(segment.path), segment.string.data] for segment in strings]


def plain_path(path):
    """Return a content path without the ids of blocks."""
    return ".".join(part for part in path.split(".") if len(part) != len(ID))


def test_translators_get_what_the_committed_list_says(preview_stream):
    """A difference is a decision: change the list only when translators shall get other words."""
    found = {stem: strings_of(preview_stream(stem)) for stem in sorted(BODY)}
    committed = json.loads(SEGMENTS.read_text(encoding="utf-8"))["blocks"]
    assert found == committed


@pytest.mark.parametrize("stem", BODY)
def test_translated_words_come_back_to_their_places(preview_stream, stem):
    stream = preview_stream(stem)
    found = StreamFieldSegmentExtractor(None).handle_stream_block(stream)
    kept = [segment for segment in found if not segment.is_empty()]
    kept = [segment.with_order(place) for place, segment in enumerate(kept)]
    before = json.dumps(stream.get_prep_value(), sort_keys=True, default=str, ensure_ascii=False)
    StreamFieldSegmentsWriter(None, None, None).handle_stream_block(
        stream, [translated(segment) for segment in kept if segment_has_words(segment)]
    )
    after = json.dumps(stream.get_prep_value(), sort_keys=True, default=str, ensure_ascii=False)
    words = [segment for segment in kept if isinstance(segment, StringSegmentValue)]
    assert after.count("Ω") == len(words)
    assert (before == after) == (not words)


def segment_has_words(segment):
    """Tell whether a segment is text or the frame of rich text."""
    return not hasattr(segment, "data")


def translated(segment):
    """Return a segment with a mark that no source has."""
    if not isinstance(segment, StringSegmentValue):
        return segment
    return StringSegmentValue(segment.path, "Ω" + segment.string.get_translatable_html(), order=segment.order)


def test_names_numbers_and_original_words_are_never_translated():
    block = BODY["quote"]
    paths = {segment.path for segment in block.get_translatable_segments(block.get_preview_value())}
    assert paths == {"translation", "translation_note", "role"}


def test_a_quotation_without_a_translation_yet_gives_its_own_words_to_translate():
    block = BODY["quote"]
    value = block.normalize({"text": "Papers first", "language": "en", "speaker": "John Warmisham"})
    strings = {segment.path: segment.string.data for segment in block.get_translatable_segments(value)}
    assert strings == {"translation": "Papers first", "translation_note": "Who translated it is not on record."}
