"""Which members readers see, in which order, and how they are counted."""

from wagtail.models import PageViewRestriction

from membership.models import MemberPage, MemberState
from membership.queries import counts, members
from seed.factories.membership import make_member, make_member_index
from seed.factories.pages import translate_page
from tests.worlds import world


@world
def index(site_tree):
    return make_member_index(site_tree.home)


def names(locale, **options):
    return [member.name for member in members(locale, **options)]


def test_drafts_and_restricted_pages_are_left_out(index, site_tree):
    make_member(index, "Innsbruck")
    make_member(index, "Budapest", states=(), country="HU", live=False)
    hidden = make_member(index, "Lille", country="FR")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert names(site_tree.locale("en")) == ["Innsbruck"]


def test_members_that_have_left_are_not_listed(index, site_tree):
    make_member(index, "Lyon", states=("participant", {"kind": "withdrawn", "date": "2019-05-01"}), country="FR")
    assert names(site_tree.locale("en")) == []


def test_names_are_sorted_as_readers_expect(index, site_tree):
    for name in ("Şişli", "Zagreb", "Málaga", "Madrid", "Čačak", "Durrës"):
        make_member(index, name)
    assert names(site_tree.locale("en")) == ["Čačak", "Durrës", "Madrid", "Málaga", "Şişli", "Zagreb"]


def test_a_language_lists_its_own_pages_and_the_source_where_there_is_none(index, site_tree):
    translate_page(index, "fr", title="Villes et régions", slug="membres")
    translate_page(make_member(index, "Seville", country="ES"), "fr", title="Séville", slug="seville")
    make_member(index, "Athens", country="GR")
    found = {member.name: member for member in members(site_tree.locale("fr"))}
    assert set(found) == {"Séville", "Athens"}
    assert found["Séville"].translated
    assert found["Séville"].url.startswith("/fr/")
    assert not found["Athens"].translated
    assert found["Athens"].language == "en"
    assert found["Athens"].url.startswith("/en/")
    assert found["Séville"].country_name == "Espagne"


def test_a_country_can_be_asked_for(index, site_tree):
    make_member(index, "Innsbruck")
    make_member(index, "Lille", country="FR")
    assert names(site_tree.locale("en"), country="FR") == ["Lille"]


def test_a_local_name_equal_to_the_title_is_not_repeated(index, site_tree):
    make_member(index, "Lille", country="FR", local_name="Lille", local_language="fr")
    assert members(site_tree.locale("en"))[0].local_name == ""


def test_the_counter_counts_participants_once_and_their_countries(index):
    translate_page(index, "fr", title="Villes et régions", slug="membres")
    translate_page(make_member(index, "Lille", country="FR"), "fr", slug="lille-fr")
    make_member(index, "Lyon", country="FR")
    make_member(index, "Innsbruck", country="AT")
    make_member(index, "Lviv", country="UA", states=("signatory",))
    make_member(index, "Lost", country="GR", states=("participant", {"kind": "withdrawn", "date": "2019-05-01"}))
    make_member(index, "Budapest", country="HU", states=("participant",), live=False)
    assert counts()[:2] == (3, 2)
    assert counts().participants == 3


def test_nothing_on_record_counts_as_nothing(site_tree):
    assert counts()[:2] == (0, 0)


def test_each_list_takes_one_query(index, site_tree, django_assert_num_queries, django_assert_max_num_queries):
    for number in range(30):
        make_member(index, f"Town {number}", states=("signatory", "participant", "prize"))
    locale = site_tree.locale("en")
    members(locale)
    with django_assert_num_queries(1):
        assert len(members(locale)) == 30
    with django_assert_max_num_queries(2):  # the count, and the stamp that it is kept under
        counts()
    with django_assert_max_num_queries(1):
        counts()


def test_the_counter_follows_every_change_of_a_record(index):
    page = make_member(index, "Lille", country="FR", live=False)
    assert counts()[:2] == (0, 0)
    page.save_revision().publish()
    assert counts()[:2] == (1, 1)
    MemberState.objects.create(page=page, kind="withdrawn", date="2019-05-01", locale=page.locale)
    assert counts()[:2] == (0, 0)
    make_member(index, "Lyon", country="FR")
    assert counts()[:2] == (1, 1)
    MemberPage.objects.get(title="Lyon").unpublish()
    assert counts()[:2] == (0, 0)
