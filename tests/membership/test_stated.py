"""Numbers in texts are found in every language of the site, and set beside the record."""

import pytest
from django.urls import reverse

from accounts.models import User
from home.models import StandardPage
from membership.stated import findings, statements
from seed.factories.membership import make_member, make_member_index
from tests.worlds import world


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So far there are 122 signatories from 34 countries.", [("signatories", 122), ("signatory_countries", 34)]),
        ("130 cities and regions from 29 countries take part.", [("participants", 130), ("countries", 29)]),
        ("On compte 122 signataires dans 34 pays.", [("signatories", 122), ("signatory_countries", 34)]),
        ("Plus de 120 villes et régions participent.", [("participants", 120)]),
        ("Die Erklärung hat 122 Unterzeichnerinnen und Unterzeichner.", [("signatories", 122)]),
        ("1 250 participants", [("participants", 1250)]),
        ("The 122nd participant joined.", []),
        ("In 2015 participants met in Belgrade.", []),
        ("The meeting of 12 March brought 3 mayors together.", []),
        ("", []),
    ],
)
def test_numbers_are_found(text, expected):
    assert [(found.figure, found.number) for found in statements(text)] == expected


@world
def site(site_tree):
    index = make_member_index(site_tree.home)
    make_member(index, "Lille", country="FR", states=("signatory",))
    body = [{"type": "paragraph", "value": "<p>There are <b>122</b> signatories. One of 1 signatory is right.</p>"}]
    page = StandardPage(title="About", slug="about", body=body)
    site_tree.home.add_child(instance=page)
    return page


def test_a_page_that_contradicts_the_record_is_found(site):
    found = findings(StandardPage.objects.all())
    assert [(each.page.title, each.statement.number, each.today) for each in found] == [("About", 122, 1)]
    site.live = False
    site.save()
    assert findings(StandardPage.objects.all()) == []


def test_editors_see_the_report_and_strangers_do_not(client, site):
    address = reverse("membership_stated_numbers")
    assert client.get(address).status_code == 302
    client.force_login(User.objects.create_user("reader", "reader@example.org", "x"))
    assert client.get(address).status_code == 302
    client.force_login(User.objects.create_superuser("chief", "chief@example.org", "x"))
    page = client.get(address + "?p=nonsense").content.decode()
    assert "122 signatories" in page
    assert "Record today" in page
