"""A newsroom, a glossary with forms to avoid, and the accounts of the demo site."""

import pytest
from django.db import transaction

from accounts.models import User
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


@pytest.fixture(scope="module")
def _accounts(django_db_setup, django_db_blocker):
    """The demo accounts, made once for a file of tests and taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        ensure_roles()
        ensure_workflow()
        yield [user.pk for user in ensure_demo_accounts("three long words").values()]
        transaction.set_rollback(True)


@pytest.fixture
def accounts(_accounts, newsroom):
    """The demo accounts, by name."""
    return {user.username: user for user in User.objects.filter(pk__in=_accounts)}
