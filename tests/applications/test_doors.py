"""No address of the editors' side tells anything of an application to those who may not see any."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from applications.models import AccessEntry, Attachment
from applications.work import ask, note
from seed.factories.accounts import make_user
from seed.factories.applications import make_application
from tests.worlds import world

pytestmark = pytest.mark.django_db

OTHERS = ("Editors", "Moderators", "Coordinators", "Translators fr")
CANARIES = ("Zwxqname", "zwxq@example.org", "zwxqwords", "Zwxqnote")
WORDS = {"app_label": "applications", "model_name": "application", "content_type_app_name": "applications",
         "content_type_model_name": "application", "fmt": "csv", "locale": "en", "filename": "x"}  # fmt: skip
HOLE = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)|\((?:[^()]|\([^()]*\))*\)")


def routes(patterns, before=""):
    """Every route below some patterns, as one text each."""
    for pattern in patterns:
        route = before + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


def filled(route, number):
    """An address of a route: with the number and the model of an application wherever it asks for something."""

    def word(hole):
        kind, name = hole[1], hole[2] or hole[3] or ""
        return WORDS.get(name, "application" if kind in {"str", "slug"} and not name.endswith("id") else str(number))

    return "/" + HOLE.sub(word, route).rstrip("$").replace("\\", "").replace("?", "")


@world
def application(officer):
    """An application with all that hangs on it."""
    one = make_application(
        answers={"contact_name": CANARIES[0], "contact_email": CANARIES[1], "done": CANARIES[2], "organisation": "Zwxq"}
    )
    note(one, officer, CANARIES[3])
    ask(one, officer, CANARIES[2], 1)
    Attachment.objects.create(application=one, key="k", field="decision", name=CANARIES[2], size=1)
    return one


def test_nothing_is_told_at_any_address(client, application, site_tree):
    client.force_login(make_user("others", OTHERS))
    client.raise_request_exception = False
    addresses = {filled(route, application.pk) for route in routes(get_resolver().url_patterns) if "admin/" in route}
    assert len([address for address in addresses if "/applications/" in address]) > 20
    told = []
    for address in sorted(addresses - {"/admin/logout/"}):
        answer = client.get(address, {"q": "Zwxq", "object_id": application.pk})
        words = answer.getvalue().decode(errors="replace").replace('value="Zwxq"', "").replace("q=Zwxq", "")
        told += [(address, mark) for mark in (*CANARIES, application.reference) if mark in words]
        if address.startswith("/admin/applications/"):
            assert answer.status_code in {302, 403, 404, 405}, address
    assert told == []
    assert not AccessEntry.objects.exists()
