"""Answers for machines, pictures, and the headers of every answer."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def test_the_site_says_that_it_is_alive(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


@pytest.mark.django_db
def test_the_site_says_that_it_is_ready(client):
    assert client.get("/readyz").json() == {"ready": True, "database": True, "cache": True, "storage": True}


def test_where_to_report_a_weakness(client):
    text = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:" in text
    assert "Expires: 20" in text


def test_a_rendition_may_be_kept_for_a_year(client):
    name = default_storage.save("images/kept.png", ContentFile(b"\x89PNG"))
    response = client.get(f"/media/{name}")
    assert b"".join(response) == b"\x89PNG"
    assert "max-age=31536000" in response["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    [
        "/media/documents/secret.pdf",
        "/media/original_images/whole.png",
        "/media/images/../documents/secret.pdf",
        "/media/images/%2e%2e/secret.key",
        "/media/images/%00",
        "/media/images/none.png",
        "/media/images/",
    ],
)
@pytest.mark.django_db
def test_originals_documents_and_what_lies_outside_are_never_sent(client, site_tree, path):
    default_storage.save("documents/secret.pdf", ContentFile(b"secret"))
    default_storage.save("original_images/whole.png", ContentFile(b"secret"))
    assert client.get(path).status_code == 404


@pytest.mark.django_db
def test_the_public_policy_allows_no_inline_script_and_no_other_origin(client, site_tree):
    policy = client.get("/en/")["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "http" not in policy
    assert "script-src 'self'" in policy
    assert "default-src 'none'" in policy


def test_the_admin_has_a_policy_of_its_own(client, db):
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "http" not in policy
