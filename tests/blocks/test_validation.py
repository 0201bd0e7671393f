"""Messages say what is missing and where; a draft may be unfinished."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from blocks.body import BodyBlock
from seed.factories.library import make_image

BLOCKS = BodyBlock().child_blocks
UNFINISHED = [
    ("heading", {"text": ""}, {"text": "Write the heading, or remove this block."}),
    (
        "quote",
        {"text": "", "language": "", "speaker": ""},
        {
            "text": "Write what was said.",
            "language": "Choose the language the quotation is in.",
            "speaker": "Write who said it. A quotation without a speaker cannot be published.",
        },
    ),
    ("image", {"image": None}, {"image": "Choose a picture, or remove this block."}),
    (
        "video",
        {"url": "", "title": ""},
        {"url": "Give the address of the video.", "title": "Give the video a title: it is the text of the link."},
    ),
    ("document", {"document": None}, {"document": "Choose a document, or remove this block."}),
    ("call_to_action", {"title": "Join", "label": "Join"}, {"page": "Choose a page, or give an address below."}),
    (
        "call_to_action",
        {"title": "", "label": ""},
        {"title": "Write a title.", "label": "Write the text of the link: it says what happens."},
    ),
    ("table", {"caption": "", "header": ["a"], "rows": [["b"]]}, {"caption": "Say in one line what the table shows."}),
    ("related", {"title": ""}, {"title": "Write a title for the list."}),
]


def complete(block, value):
    """Fill a value up with the defaults of the block."""
    return block.normalize({**block.get_default(), **value})


def sentences(error):
    """Return the messages of an error by the name of the child."""
    return {name: "".join(each.messages) for name, each in error.block_errors.items()}


@pytest.mark.parametrize(("name", "value", "expected"), UNFINISHED)
def test_publishing_says_what_is_missing_in_a_sentence(name, value, expected):
    block = BLOCKS[name]
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(complete(block, value))
    assert expected.items() <= sentences(caught.value).items()


@pytest.mark.parametrize(("name", "value", "expected"), UNFINISHED)
def test_a_draft_may_be_unfinished(name, value, expected):
    block = BLOCKS[name]
    block.clean_deferred(complete(block, value))
    assert not block.is_deferred_validation


def test_a_picture_needs_words_or_the_mark_of_a_decoration(collection):
    block = BLOCKS["image"]
    picture = {"image": make_image().pk, "alt_text": "", "decorative": False}
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.to_python({"image": picture, "caption": ""}))
    assert "alt text" in sentences(caught.value.block_errors["image"])["alt_text"]
    block.clean(block.to_python({"image": {**picture, "decorative": True}, "caption": ""}))
    block.clean_deferred(block.to_python({"image": picture, "caption": ""}))


def test_a_link_leads_to_one_place_only(site_tree):
    block = BLOCKS["call_to_action"]
    value = {"title": "Join", "label": "Join", "url": "https://www.coe.int/", "page": site_tree.home.pk}
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.to_python(value))
    assert sentences(caught.value) == {"url": "Choose a page or give an address, not both."}
    block.clean(block.to_python({**value, "url": ""}))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org/film", "data:text/html,x", "film"])
def test_only_addresses_of_the_web_are_taken(address):
    block = BLOCKS["video"]
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(complete(block, {"url": address, "title": "Film"}))
    assert "url" in caught.value.block_errors


def test_more_than_three_facts_are_refused():
    block = BLOCKS["facts"]
    four = [{"number": str(number), "label": "towns"} for number in range(4)]
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(complete(block, {"items": four}))
    assert "3" in str(caught.value.block_errors["items"].non_block_errors.as_data()[0].message)


def test_a_row_that_does_not_fit_the_header_is_named():
    block = BLOCKS["table"]
    value = complete(
        block, {"caption": "Winners", "header": ["Town", "Year"], "rows": [["Volos", "2017"], ["Gliwice"]]}
    )
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(value)
    row = caught.value.block_errors["rows"].block_errors[1]
    assert row.non_block_errors[0] == "Row 2 has 1 cells, but the header has 2."
    block.clean_deferred(value)
