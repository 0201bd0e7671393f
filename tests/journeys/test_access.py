"""Pages are fit for everyone: rules of accessibility, small screens, enlarged text, paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = {
    "en": [
        "/en/",
        "/en/news/innsbruck-joins-the-alliance/",
        "/en/news/",
        "/en/members/",
        "/en/members/innsbruck/",
        "/en/glossary/",
        "/en/glossary/roma/",
        "/en/search/?q=school",
        "/en/about/",
        "/en/nothing/",
    ],
    "fr": [
        "/fr/",
        "/fr/actualites/innsbruck-rejoint-l-alliance/",
        "/fr/actualites/",
        "/fr/membres/",
        "/fr/membres/innsbruck/",
        "/fr/glossaire/",
        "/fr/glossaire/roms/",
        "/fr/search/?q=zzzz",
        "/fr/a-propos/",
        "/fr/rien/",
    ],
    "others": ["/rom/", "/de/", "/de/aktuelles/", "/rom/alavari/"],
}
LOOKS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const boxes = [...document.body.querySelectorAll('*')];
    return ['page', ...boxes.filter(box => box.getBoundingClientRect().right > room + 1).slice(0, 5)
        .map(box => box.outerHTML.slice(0, 160))];
}"""


def findings(page):
    """What axe has against the page as it stands."""
    report = Axe().run(page).response
    return [
        f"{page.url} {violation['id']}: {node['html'][:200]} {node.get('failureSummary', '')[:200]}"
        for violation in report["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("part", PAGES)
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_has_nothing_against_any_page(open_page, part, width, scheme):
    page = open_page(PAGES[part][0], viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    found, wide = [], []
    for path in PAGES[part]:
        page.goto(path)
        found += findings(page)
        wide += [f"{path}: {box}" for box in page.evaluate(TOO_WIDE)]
    assert found == []
    assert wide == []


@pytest.mark.parametrize("part", PAGES)
def test_text_at_twice_the_size_needs_no_sideways_scrolling(open_page, part):
    page = open_page(PAGES[part][0], viewport={"width": 640, "height": 400})
    wide = []
    for path in PAGES[part]:
        page.goto(path)
        wide += [f"{path}: {box}" for box in page.evaluate(TOO_WIDE)]
    assert wide == []


def test_text_spaced_as_the_rules_allow_stays_whole(open_page):
    page = open_page("/en/", viewport={"width": 320, "height": 800}, bypass_csp=True)
    for path in PAGES["en"]:
        page.goto(path)
        page.add_style_tag(
            content="* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
        )
        assert page.evaluate(TOO_WIDE) == [], path


@pytest.mark.parametrize("path", ["/en/", "/en/news/innsbruck-joins-the-alliance/", "/fr/glossaire/roms/"])
def test_paper_shows_the_text_and_no_navigation(open_page, path):
    page = open_page(path)
    page.emulate_media(media="print")
    shown = "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.outerHTML.slice(0, 120))"
    assert page.locator("nav, form, button, .skip").evaluate_all(shown) == []
    assert page.locator("main h1").count() == 1
