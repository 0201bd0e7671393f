"""A site with forms, officers and an applicant who fills them in without a browser."""

import pytest

from seed.factories.accounts import make_user
from seed.factories.applications import make_form_page, make_officer
from tests.applications.applicant import Applicant
from tests.worlds import world


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    """The door of the outbox and the register of what was erased stand in a folder of this test's own."""
    settings.DATA_DIR = tmp_path


@world
def contact(site_tree):
    """The contact form in English."""
    return make_form_page(site_tree.home, "contact", title="Contact", slug="contact")


@world
def join(site_tree):
    """The form to join in English."""
    return make_form_page(site_tree.home, "join", title="Join", slug="join")


@pytest.fixture
def applicant(client):
    """Somebody who reads the site and fills in forms."""
    return Applicant(client)


@world
def officer(db):
    """Somebody who may do everything with applications."""
    return make_officer()


@pytest.fixture
def desk(officer, client):
    """The officer's browser."""
    client.force_login(officer)
    return client


@world
def others(db):
    """Users with a job on the site that is not this one."""
    groups = ("Editors", "Moderators", "Coordinators", "Translators fr")
    return [make_user(name.lower().replace(" ", "-"), [name]) for name in groups]
