"""Administrators say which languages a person works in."""

from django.urls import reverse

from accounts.models import User


def test_an_administrator_ticks_the_languages_of_a_person(people, log_in):
    client = log_in("admin")
    address = reverse("wagtailusers_users:edit", args=(people["editor"].pk,))
    html = client.get(address).text
    assert 'name="languages"' in html
    person = {"username": "editor", "email": "editor@example.org", "first_name": "Demo", "last_name": "editor"}
    response = client.post(address, person | {"is_active": "on", "languages": ["en", "rom"]})
    assert response.status_code == 302
    assert User.objects.get(username="editor").languages == ["en", "rom"]


def test_a_new_person_is_added_with_languages(people, log_in):
    client = log_in("admin")
    address = reverse("wagtailusers_users:add")
    assert 'name="languages"' in client.get(address).text
    person = {"username": "mira", "email": "mira@example.org", "first_name": "Mira", "last_name": "Kovács"}
    word = "a long enough phrase 7"
    response = client.post(address, person | {"password1": word, "password2": word, "languages": ["hu"]})
    assert response.status_code == 302
    assert User.objects.get(username="mira").languages == ["hu"]


def test_editors_cannot_open_users(people, log_in):
    response = log_in("editor").get(reverse("wagtailusers_users:edit", args=(people["admin"].pk,)))
    assert response.status_code == 302
