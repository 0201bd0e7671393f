"""A whole site, served as `make run` serves it, and a browser to walk it with.

`JOURNEY_SITE=http://127.0.0.1:8000` walks through a site that runs already, prepared with SEED_PASSWORD below;
`JOURNEY_SHOTS=/some/folder` keeps a picture of the last screen of every person in the journey.
"""

import email
import email.policy
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 40_000
PASSWORD = "a-journey-of-many-steps"


expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker("journey")


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(folder, port):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "DATA_DIR": str(folder),
        "PORT": str(port),
        "SEED_PASSWORD": PASSWORD,
        "KEEP_SCHEDULE_SECONDS": "3",
        "EMAIL_URL": f"filemail:///{folder}/letters",
        "PYTHONUNBUFFERED": "1",
        "LC_ALL": "C.UTF-8",
    }


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.status == 200
    except OSError:
        return False


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """Where the site keeps its data; None for one that runs already."""
    return None if os.environ.get("JOURNEY_SITE") else tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(site_folder):
    """The address of a freshly prepared site with demo content, served by gunicorn."""
    if running := os.environ.get("JOURNEY_SITE"):
        yield running.rstrip("/")
        return
    folder, port = site_folder, free_port()
    env = environment(folder, port)
    subprocess.run([sys.executable, "manage.py", "prepare"], cwd=ROOT, env=env, check=True, timeout=600)
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "alliance_cms/gunicorn.conf.py"],
            cwd=ROOT,
            env=env,
            stdout=log,
            stderr=log,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            deadline = time.monotonic() + 60
            while not answers(f"{address}/healthz"):
                assert server.poll() is None, (folder / "server.log").read_text()
                assert time.monotonic() < deadline, (folder / "server.log").read_text()
                time.sleep(0.3)
            yield address
        finally:
            server.terminate()
            server.wait(30)


@pytest.fixture(scope="session")
def chromium():
    """The system's Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "Chromium is not installed"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@dataclass
class Watch:
    """What the browser did and complained about, on all pages of a journey."""

    requests: list = field(default_factory=list)
    complaints: list = field(default_factory=list)

    def over(self, page):
        """Watch over one more page."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", self.heard)

    def heard(self, message):
        """Keep errors and warnings; the browser's own note on an answer 404 is none of ours."""
        if message.type in ("error", "warning") and "status of 404" not in message.text:
            self.complaints.append(f"{message.location.get('url')}: {message.text}")

    def foreign(self, site):
        """The requests that left the site."""
        own = (f"{site}/", "data:", "blob:", "about:")
        return [url for url in self.requests if not url.startswith(own)]


@pytest.fixture
def watch():
    """What happens on all pages that the journey opens."""
    return Watch()


@pytest.fixture
def open_page(request, site, chromium, watch):
    """Open pages of the site, each in a browser context of its own; options are those of a context."""
    contexts = []

    def opened(path="/en/", **options):
        context = chromium.new_context(base_url=site, **{"locale": "en-GB", **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        watch.over(page)
        page.goto(path)
        return page

    yield opened
    for number, context in enumerate(contexts):
        if shots := os.environ.get("JOURNEY_SHOTS"):
            context.pages[0].screenshot(path=f"{shots}/{request.node.originalname}-{number}.png")
        context.close()


@pytest.fixture
def logged_in(open_page):
    """Open the admin as one of the demo accounts."""

    def entered(name, path="/admin/", **options):
        page = open_page(f"/admin/login/?next={path}", viewport={"width": 1280, "height": 900}, **options)
        page.locator("#id_username").fill(name)
        page.locator("#id_password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: path in url and "/login/" not in url)
        return page

    return entered


def letters_in(folder):
    """Every letter that a site has sent into a folder."""
    for path in folder.glob("*"):
        for part in path.read_bytes().split(b"-" * 79):
            yield email.message_from_bytes(part.lstrip(), policy=email.policy.default)


@pytest.fixture
def letter_to(site, site_folder):
    """Wait for the letter to an address with some words in its subject, and return its text."""
    if site_folder is None:
        pytest.skip("The letters of a site that runs already cannot be read.")

    def found(address, words):
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline:
            for letter in letters_in(site_folder / "letters"):
                if letter["To"] == address and words in str(letter["Subject"]):
                    return letter.get_content()
            time.sleep(0.5)
        raise AssertionError(f"No letter to {address} about {words}.")

    return found
