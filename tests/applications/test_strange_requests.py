"""Requests whose heads lie about what follows: a clear answer, never an error of the server."""

import io

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from alliance_cms.wsgi import application

pytestmark = pytest.mark.django_db


def form_data(head, words=b"b"):
    return b"--x\r\n" + head + b"\r\n\r\n" + words + b"\r\n--x--\r\n"


PART = b'Content-Disposition: form-data; name="step"'
STRANGE = [
    ("multipart/form-data; boundary=x; charset=base64", form_data(PART)),
    ("multipart/form-data; boundary=x; charset=utf-16", form_data(PART)),
    ("multipart/form-data", form_data(PART)),
    ("multipart/form-data; boundary=x", form_data(PART + b"\r\nContent-Transfer-Encoding: base64", b"!!!")),
    ("multipart/form-data; boundary=x", form_data(PART + b"; filename*=bogus''x.pdf")),
    ("multipart/form-data; boundary=x", form_data(PART + b"; filename*=utf-8''%ED%A0%80%00.pdf")),
    ("multipart/form-data; boundary=x", form_data(b'Content-Disposition: form-data; name="' + b"a" * 3000 + b'"')),
    ("multipart/form-data; boundary=x", form_data(PART)[:40]),
    ("application/x-www-form-urlencoded; charset=rot13", b"step=message"),
    ("application/x-www-form-urlencoded; charset*=bogus''x", b"step=message"),
    ("application/json", b'{"step": "message"}'),
    ("text/plain; charset=base64", b"step=message"),
    ("", b"step=message"),
]


@pytest.fixture
def answered():
    """Answer a request as the server does, from its very first line; the connection of the test stays open."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)

    def status_of(kind, method="GET", body=b"", **environ):
        statuses = []
        environ = RequestFactory()._base_environ(
            PATH_INFO="/en/contact/",
            REQUEST_METHOD=method,
            CONTENT_TYPE=kind,
            CONTENT_LENGTH=str(len(body)),
            **{"wsgi.input": io.BytesIO(body)},
            **environ,
        )
        list(application(environ, lambda status, _headers, *_more: statuses.append(int(status[:3]))))
        return statuses[0]

    yield status_of
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.parametrize(("kind", "body"), STRANGE)
def test_strange_content_types_are_refused_not_broken_by(contact, answered, kind, body):
    assert answered(kind, "POST", body) in {400, 422}


@pytest.mark.parametrize("kind", ["text/plain; charset=base64", "a/b; charset*=bogus''x", "\xff; charset=idna"])
def test_readers_with_strange_heads_are_answered(contact, answered, kind):
    assert answered(kind, QUERY_STRING="a=%ff") == 200
