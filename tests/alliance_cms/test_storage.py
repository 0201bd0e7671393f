"""The one style sheet of the public site."""

import pytest

from alliance_cms.storage import joined_css, ordered_sheets


def test_sheets_come_in_the_order_of_the_list_and_once():
    available = ["css/base.css", "css/tokens.css", "blocks/quote.css", "blocks/facts.css"]
    order = "# first the tokens\ncss/tokens.css\n\ncss/base.css\nblocks/*.css\nblocks/quote.css"
    assert ordered_sheets(order, available) == [
        "css/tokens.css",
        "css/base.css",
        "blocks/facts.css",
        "blocks/quote.css",
    ]


def test_a_misspelt_name_is_seen():
    with pytest.raises(LookupError, match=r"css/tokns\.css"):
        ordered_sheets("css/tokns.css", ["css/tokens.css"])


def test_the_joined_sheet_begins_with_the_order_of_layers():
    css = joined_css()
    assert "@layer reset, tokens" in css[:600]
    assert "blockquote" in css
