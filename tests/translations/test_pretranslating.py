"""Proposals come from the memory, then from an engine, and stay proposals."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.urls import reverse

from seed.factories.pages import make_page, plant_trees
from translations.gate import problems
from translations.memory import remember
from translations.models import MemoryEntry, State
from translations.pretranslating import pretranslate
from translations.segments import segments_of

from .conftest import start, translate

pytestmark = pytest.mark.django_db


class Engine(BaseHTTPRequestHandler):
    status, answer, asked = 200, None, []

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        Engine.asked.append(body)
        texts = body.get("q") or body.get("text")
        own = {"translatedText": [f"fr {text}" for text in texts]}
        deepl = {"translations": [{"text": f"fr {text}"} for text in texts]}
        answer = Engine.answer if Engine.answer is not None else json.dumps(own if "q" in body else deepl)
        self.send_response(Engine.status)
        self.end_headers()
        self.wfile.write(answer.encode())

    def log_message(self, *_args):
        pass


@pytest.fixture
def engine(settings):
    Engine.status, Engine.answer, Engine.asked = 200, None, []
    server = HTTPServer(("127.0.0.1", 0), Engine)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.TRANSLATION_ENGINE = "libretranslate"
    settings.TRANSLATION_ENGINE_URL = f"http://127.0.0.1:{server.server_port}"
    yield Engine
    server.shutdown()
    server.server_close()


def states(translation):
    return {one.record.context.path: one.state for one in segments_of(translation)}


def test_the_memory_comes_first(french, engine):
    remember(("en", "fr"), "Who we are", "Qui nous sommes")
    remember(("en", "fr"), "First words.", "Premiers mots.")
    proposed = pretranslate(french)
    assert (proposed.exact, proposed.close, proposed.engine) == (1, 1, 1)
    found = {one.record.context.path: one for one in segments_of(french)}
    assert found["summary"].state == State.FUZZY
    assert found["introduction"].previous_source == "First words."
    assert (found["title"].state, found["title"].text) == (State.MACHINE, "fr About us")
    assert [text for body in engine.asked for text in body["q"]] == ["About us"]


def test_addresses_are_never_sent_and_nothing_is_publishable(french, engine):
    pretranslate(french)
    assert "about-us" not in json.dumps(engine.asked)
    assert "not yet confirmed" in problems(french)[-1]
    assert not MemoryEntry.objects.exists()


def test_what_stands_there_is_not_replaced(french, engine):
    translate(french, summary="Qui nous sommes")
    pretranslate(french)
    assert {one.text for one in segments_of(french)} >= {"Qui nous sommes"}


def test_no_engine_by_default(french):
    assert pretranslate(french).total == 0


def test_never_for_romani(engine):
    trees = plant_trees("en", "rom")
    pretranslate(start(make_page(trees.home, "About us"), trees.locale("rom")))
    assert engine.asked == []


def test_fifty_at_a_time(trees, engine):
    body = [{"type": "paragraph", "value": f"<p>Sentence {number} stands here.</p>"} for number in range(60)]
    proposed = pretranslate(start(make_page(trees.home, "Long", body=body), trees.locale("fr")))
    assert proposed.engine >= 60
    assert max(len(body["q"]) for body in engine.asked) == 50


def test_deepl(french, engine, settings):
    settings.TRANSLATION_ENGINE, settings.TRANSLATION_ENGINE_KEY = "deepl", "key"
    assert pretranslate(french).engine == 3
    assert engine.asked[0]["target_lang"] == "FR"


@pytest.mark.parametrize(("status", "answer"), [(500, None), (456, None), (200, "{}"), (200, "nonsense"), (200, "[]")])
def test_failure_is_a_message(client, french, translator, engine, status, answer):
    engine.status, engine.answer = status, answer
    client.force_login(translator)
    response = client.post(reverse("translations_pretranslate", args=[french.pk]), follow=True)
    assert "translation engine" in response.content.decode()
    assert set(states(french).values()) == {State.NEW}


def test_an_engine_that_is_away_is_a_message(client, french, translator, settings):
    settings.TRANSLATION_ENGINE, settings.TRANSLATION_ENGINE_URL = "libretranslate", "http://127.0.0.1:9"
    client.force_login(translator)
    response = client.post(reverse("translations_pretranslate", args=[french.pk]), follow=True)
    assert "cannot be reached" in response.content.decode()
