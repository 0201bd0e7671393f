"""The list of people, and the page of a person: offices over time, quotations, stories."""

import json

import lxml.html
import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import PageViewRestriction
from wagtail_localize.models import StringSegment, TranslationSource

from news.models import StoryPerson
from seed.factories.library import make_image
from seed.factories.news import make_story
from seed.factories.people import make_person, make_quotation

from .conftest import MAYOR, TEXT, quoted

OFFICES = [
    {"office": "Vice-President", "body": "Congress", "start": "2010-10-26", "end": "2014-10-14", "group": "SOC"},
    {"office": "President", "start": "2014-10-14", "end": "2016-10-20", "group": "SOC"},
    {"office": "Rapporteur", "start": "2020-01-01", "end": "2021-04-01", "precision": "month", "attested": True},
]


def document(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return lxml.html.document_fromstring(response.content)


def words(element):
    return " ".join(element.text_content().split())


def data(page, kind):
    scripts = page.findall(".//script[@type='application/ld+json']")
    return [item for script in scripts if (item := json.loads(script.text))["@type"] == kind]


def with_person(story, person):
    story.story_persons = [StoryPerson(person=person)]
    story.save_revision().publish()
    return story


def test_people_stand_under_the_letters_of_their_names(client, place):
    make_person(place.index, "Zora Áed", country="RS")
    page = document(client, "/en/people/")
    assert [each.text for each in page.findall(".//h2[@class='start letter__sign']")] == ["A", "O"]
    shown = [words(each) for each in page.findall(".//li[@class='people__one']")]
    assert shown == ["Zora Áed (Serbia)", "Christine Oppitz-Plörer (Austria, EPP/CCE) Mayor of Innsbruck"]


def test_the_french_list_also_leads_to_people_without_a_french_page(client, place):
    make_person(place.index, "Juliana Hoxha", [{"office": "Councillor"}], country="AL")
    page = document(client, "/fr/personnes/")
    links = {words(link): link for link in page.findall(".//li[@class='people__one']/a")}
    assert links["Christine Oppitz-Plörer"].get("href") == "/fr/personnes/christine-oppitz-plorer/"
    assert links["Juliana Hoxha"].get("href") == "/en/people/juliana-hoxha/"
    assert links["Juliana Hoxha"].get("hreflang") == "en"


def test_drafts_and_private_people_are_not_listed(client, place):
    make_person(place.index, "Canary Draft", live=False)
    private = make_person(place.index, "Canary Private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert "Canary" not in words(document(client, "/en/people/"))


def test_a_list_of_nobody_says_so(client, place):
    for page in (place.said, place.dit):
        page.delete()
    place.mayor.delete()
    assert "No person has been published yet" in words(document(client, "/en/people/"))


def test_offices_stand_newest_first_with_their_dates(client, place):
    make_person(place.index, "Jean-Claude Frécon", OFFICES, country="FR", biography="Born in Loire.\n\nSenator.")
    page = document(client, "/en/people/jean-claude-frecon/")
    assert [words(step) for step in page.findall(".//ol[@class='timeline']/li")] == [
        "On record: January 2020 – April 2021Rapporteur",
        "In office: 14 October 2014 – 20 October 2016PresidentSOC",
        "In office: 26 October 2010 – 14 October 2014Vice-PresidentCongressSOC",
    ]
    assert len(page.findall(".//h1")) == 1
    assert "Born in Loire." in words(page)


def test_quotations_say_the_office_of_their_day(client, place):
    person = make_person(place.index, "Jean-Claude Frécon", OFFICES, country="FR")
    make_quotation(person, "Un succès croissant", language="fr", date="2014-03-06", translation="A growing success")
    make_quotation(person, "Une autre parole", language="fr", date="2015-03-06")
    page = document(client, "/en/people/jean-claude-frecon/")
    newest, oldest = [words(each) for each in page.findall(".//figure[@class='quote']")]
    assert "Une autre parole" in newest
    assert "Jean-Claude Frécon (France, SOC) President" in newest
    assert "A growing success" in oldest
    assert "Vice-President" in oldest


def test_the_french_page_has_the_french_rows(client, place):
    page = document(client, "/fr/personnes/christine-oppitz-plorer/")
    (shown,) = [words(each) for each in page.findall(".//figure[@class='quote']")]
    assert TEXT in shown
    assert "L’esprit européen naît de rencontres" in shown
    assert "Christine Oppitz-Plörer (Autriche, PPE/CCE) Maire d’Innsbruck" in shown


def test_words_for_a_story_that_waits_wait_with_it(client, place):
    waiting = make_quotation(place.mayor, "Canary words", listed=False)
    story = make_story(place.news, "Innsbruck joins", body=quoted(waiting), live=False)
    for url in ("/en/people/christine-oppitz-plorer/", "/fr/personnes/christine-oppitz-plorer/"):
        assert "Canary" not in client.get(url).content.decode()
    story.save_revision().publish()
    for url in ("/en/people/christine-oppitz-plorer/", "/fr/personnes/christine-oppitz-plorer/"):
        assert "Canary words" in client.get(url).content.decode()


def test_stories_come_by_the_relation_in_the_language_of_the_page(client, place):
    with_person(make_story(place.news, "Innsbruck joins"), place.mayor)
    with_person(make_story(place.nouvelles, "Innsbruck rejoint"), place.mayor)
    draft = make_story(place.news, "Canary story", live=False)
    draft.story_persons = [StoryPerson(person=place.mayor)]
    draft.save_revision()
    english = words(document(client, "/en/people/christine-oppitz-plorer/"))
    assert "Stories with Christine Oppitz-Plörer" in english
    assert "Innsbruck joins" in english
    assert "Canary" not in english
    french = words(document(client, "/fr/personnes/christine-oppitz-plorer/"))
    assert "Innsbruck rejoint" in french
    assert "Innsbruck joins" not in french


def test_machines_read_the_person_and_the_quotations(client, place):
    page = document(client, "/en/people/christine-oppitz-plorer/")
    (person,) = data(page, "Person")
    assert person["name"] == "Christine Oppitz-Plörer"
    assert person["jobTitle"] == "Mayor of Innsbruck"
    assert person["nationality"] == {"@type": "Country", "name": "Austria"}
    (quotation,) = data(page, "Quotation")
    assert quotation["text"] == TEXT
    assert quotation["creator"] == {"@id": person["@id"]}
    assert (quotation["inLanguage"], quotation["dateCreated"]) == ("en", "2013-04-26")


def test_machines_know_the_body_of_an_office_by_its_name(client, place):
    make_person(place.index, "Jean-Claude Frécon", OFFICES[:1], country="FR")
    (person,) = data(document(client, "/en/people/jean-claude-frecon/"), "Person")
    assert person["memberOf"] == {"@type": "Organization", "name": "Congress"}


def test_a_story_names_a_speaker_by_a_whole_address(client, place):
    make_story(place.news, "Innsbruck joins", slug="innsbruck", body=quoted(place.said))
    (article,) = data(document(client, "/en/news/innsbruck/"), "NewsArticle")
    assert article["hasPart"][0]["creator"]["url"] == "http://testserver/en/people/christine-oppitz-plorer/"


def test_a_page_of_a_person_keeps_its_budget(client, place, django_assert_max_num_queries):
    for number in range(12):
        make_quotation(place.mayor, f"Words {number}")
        with_person(make_story(place.news, f"Story {number}", body=quoted(place.said)), place.mayor)
    for url in ("/en/people/christine-oppitz-plorer/", "/fr/personnes/christine-oppitz-plorer/", "/en/people/"):
        client.get(url)
        with django_assert_max_num_queries(12):
            client.get(url)


def test_nobody_publishes_a_portrait_without_consent(place):
    place.mayor.portrait = make_image()
    with pytest.raises(ValidationError, match="Without consent"):
        place.mayor.save()
    place.mayor.portrait_consent = "In writing, 2 May 2026"
    place.mayor.save()


def test_an_office_does_not_end_before_it_begins(place):
    role = place.mayor.roles.get()
    role.end = role.start.replace(year=2000)
    with pytest.raises(ValidationError, match="before the first"):
        role.full_clean()


def test_people_are_found_by_name_office_and_kind(client, place):
    call_command("rebuild_search", verbosity=0)
    answer = client.get("/en/search.json", {"q": "oppitz plorer"}).json()
    assert [(each["url"], each["type"]) for each in answer["results"]] == [
        ("/en/people/christine-oppitz-plorer/", "person")
    ]
    assert client.get("/en/search.json", {"q": "Mayor of Innsbruck", "type": "person"}).json()["total"] == 1


def test_people_stand_in_the_site_map(client, place):
    listed = client.get("/sitemap.xml").content.decode()
    for part in [part.split("</loc>")[0] for part in listed.split("<loc>")[1:] if "sitemap" in part.split("</loc>")[0]]:
        listed += client.get(part.replace("http://testserver", "")).content.decode()
    assert "/en/people/christine-oppitz-plorer/" in listed


def test_translators_get_offices_and_not_names_of_countries(place):
    source, _made = TranslationSource.update_or_create_from_instance(place.mayor)
    texts = set(StringSegment.objects.filter(source=source).values_list("string__data", flat=True))
    assert MAYOR["office"] in texts
    assert not texts & {"AT", "EPP/CCE", "Oppitz-Plörer, Christine"}
