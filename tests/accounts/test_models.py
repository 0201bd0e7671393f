"""Users."""

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User


def test_a_user_is_known_by_name_else_by_account():
    assert User(username="mira", first_name="Mira", last_name="Kovács").label == "Mira Kovács"
    assert User(username="mira").label == "mira"


def test_unknown_languages_are_named():
    with pytest.raises(ValidationError, match="xx"):
        User(username="mira", password="x", languages=["fr", "xx"]).full_clean(validate_unique=False)
    User(username="mira", password="x", languages=["fr", "rom"]).full_clean(validate_unique=False)
