"""The form of a page says what is wrong instead of cutting it off."""

import pytest

from home.models import StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def form():
    """The empty form of a page."""
    return StandardPage.get_edit_handler().get_form_class()


def test_no_field_lets_the_browser_cut_words_off(form, admin_user):
    fields = form(instance=StandardPage(), for_user=admin_user).fields
    assert [name for name, field in fields.items() if "maxlength" in field.widget.attrs] == []


def test_a_title_too_long_is_named(form, admin_user):
    sent = form({"title": "T" * 300, "body-count": "0"}, instance=StandardPage(), for_user=admin_user)
    assert "at most 255 characters (it has 300)" in sent.errors["title"][0]


def test_nobody_has_to_write_an_address(form, admin_user):
    assert (
        "slug" not in form({"title": "About", "body-count": "0"}, instance=StandardPage(), for_user=admin_user).errors
    )
