"""Two people, or a form and its editor, who save in the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from news.models import NewsPage
from tests.news.editing import add_url, edit_url, rows
from tests.news.test_saving_twice import ITSELF, account, drafts, form

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(jobs):
    """Do all jobs in the same moment, each on a connection of its own."""
    gate = Barrier(len(jobs))

    def do(job):
        gate.wait()
        try:
            return job()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [each.result() for each in [pool.submit(do, job) for job in jobs]]


def test_saved_by_itself_and_by_hand_in_the_same_moment_is_one_page(newsroom):
    user, url = account("moderator"), add_url(newsroom.index)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(user)
    for _round in range(3):
        sent = form(clients[0], newsroom)
        itself, by_hand = at_once(
            [
                lambda sent=sent: clients[0].post(url, sent, headers=ITSELF),
                lambda sent=sent: clients[1].post(url, {**sent, "summary": "By hand."}),
            ]
        )
        assert by_hand.status_code == 302
        assert itself.status_code in {200, 400}
        (story,) = drafts()
        assert (story.summary, by_hand.url) == ("By hand.", edit_url(story))
        NewsPage.objects.get(pk=story.pk).delete()


def test_two_stories_with_one_title_in_the_same_moment_are_told_apart(newsroom):
    url, clients = add_url(newsroom.index), [Client(), Client()]
    for client, name in zip(clients, ("moderator", "admin"), strict=True):
        client.force_login(account(name))
    forms = [form(client, newsroom, story_themes=rows(theme=newsroom.rights.pk)) for client in clients]
    answers = at_once(
        [lambda client=client, sent=sent: client.post(url, sent) for client, sent in zip(clients, forms, strict=True)]
    )
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    (refused,) = [answer for answer in answers if answer.status_code == 200]
    assert "already in use" in str(refused.context["form"].errors["slug"])
    assert len(drafts()) == 1
