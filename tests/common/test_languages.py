"""Which language a browser gets at `/`."""

import pytest

from common.languages import language_of_path, negotiate

OPEN = ["en", "fr", "rom", "de"]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("fr-BE,fr;q=0.9,en;q=0.8", "fr"),
        ("en;q=0.5, fr;q=0.8", "fr"),
        ("rom", "rom"),
        ("rmy-RO, de;q=0.5", "rom"),
        ("el, de;q=0.3", "de"),
        ("el", "en"),
        ("", "en"),
        ("*", "en"),
        ("en;q=0, *", "fr"),
        ("fr;q=0, de;q=0.1", "de"),
        ("fr;q=nonsense, de", "de"),
        (";;;,,q=1", "en"),
        ("x" * 5000, "en"),
    ],
)
def test_negotiation(header, code):
    assert negotiate(header, OPEN) == code


def test_no_open_language():
    assert negotiate("fr", []) is None


def test_language_of_a_path():
    assert language_of_path("/fr/actualites/") == "fr"
    assert language_of_path("/fr") == "fr"
    assert language_of_path("/french/") is None
    assert language_of_path("/FR/") is None
    assert language_of_path("/") is None
