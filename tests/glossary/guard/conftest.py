"""A newsroom, a glossary with forms to avoid, and the accounts of the demo site."""

import pytest

from accounts.roles import ensure_demo_accounts, ensure_roles, ensure_workflow
from seed.factories.glossary import make_glossary, make_term
from tests.news.conftest import newsroom

__all__ = ["newsroom"]

FORMS = [
    {"language": "en", "form": "tinker", "kind": "offensive", "instead": "Irish Traveller", "note": "An insult"},
    {"language": "en", "form": "Gypsies", "kind": "discouraged", "instead": "Roma", "note": "Felt as an insult"},
    {"language": "fr", "form": "Gens du voyage", "kind": "administrative"},
    {"language": "fr", "form": "romanichel", "kind": "offensive", "instead": "Rom"},
]


@pytest.fixture
def term(newsroom):
    """The term with all forms."""
    return make_term(make_glossary(newsroom.home), "Irish Travellers", variants=FORMS)


@pytest.fixture
def accounts(newsroom):
    """The demo accounts, by name."""
    ensure_roles()
    ensure_workflow()
    return ensure_demo_accounts("three long words")
