"""What the documents say about the house is true: the map, the commands, the variables, the links, the decisions."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from accounts.demo import DEMO_ACCOUNTS
from tests.house.source import ROOT, name

README = ROOT / "README.md"
OPERATIONS = ROOT / "docs" / "operations.md"
DECISIONS = ROOT / "docs" / "decisions"
LIST = DECISIONS / "README.md"
DOCUMENTS = sorted([README, ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
SETTINGS = [*sorted((ROOT / "alliance_cms" / "settings").glob("*.py")), ROOT / "alliance_cms" / "gunicorn.conf.py"]

LONGEST_DECISION = 25
HIDDEN_BUT_OURS = {".ci"}
MAP_LINE = re.compile(r"^\| `([\w.]+)/` \| (.+) \|$", re.M)
READ = re.compile(r"""\benv\.\w+\(\s*"(\w+)"|environ\.get\(\s*['"](\w+)['"]|environ\[['"](\w+)['"]\]""")
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)
NUMBERED = re.compile(r"(\d{4})-[a-z0-9-]+\.md")


def part(text: str, heading: str) -> str:
    """Return what stands under a heading of the second level."""
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def folders() -> set[str]:
    """Return the folders of the checkout that hold files of ours."""
    ignored = {line.strip().rstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines()}
    shown = [path for path in ROOT.iterdir() if not path.name.startswith(".") or path.name in HIDDEN_BUT_OURS]
    return {path.name for path in shown if path.is_dir() and path.name not in ignored and holds_files(path)}


def holds_files(folder: Path) -> bool:
    """Tell whether a folder is more than what another branch left behind."""
    return any(path.is_file() and path.suffix != ".pyc" for path in folder.rglob("*"))


def test_the_map_is_the_tree():
    lines = MAP_LINE.findall(part(README.read_text(), "The map of the house"))
    assert {folder for folder, _words in lines} == folders()
    assert len(lines) == len(folders()), "a folder stands twice on the map"


def test_named_commands_exist():
    text = README.read_text() + (ROOT / "CONTRIBUTING.md").read_text()
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"\bmake ([a-z-]+)\b(?=[ `\n])", text)) <= targets


def test_every_demo_account_is_named():
    text = part(README.read_text(), "Demo accounts")
    assert {account for account in DEMO_ACCOUNTS if f"`{account}`" not in text} == set()


def test_every_variable_is_described():
    read = {found for path in SETTINGS for names in READ.findall(path.read_text()) for found in names if found}
    table = part(OPERATIONS.read_text(), "Environment")
    assert "DATABASE_URL" in read
    assert {variable for variable in read if f"`{variable}`" not in table} == set()


def test_no_variable_is_described_that_nothing_reads():
    heads = [line.split("|")[1] for line in part(OPERATIONS.read_text(), "Environment").splitlines() if "|" in line]
    sources = "".join(path.read_text() for path in SETTINGS)
    assert {variable for head in heads for variable in re.findall(r"`(\w+)`", head) if variable not in sources} == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_are_alive(path):
    links = LINK.findall(CODE.sub("", path.read_text()))
    inner = [link.partition("#")[0] for link in links if "://" not in link and not link.startswith(("#", "mailto:"))]
    assert [link for link in inner if not (path.parent / link).exists()] == []


def test_decisions_are_numbered_listed_and_short():
    files = sorted(path for path in DECISIONS.glob("*.md") if path != LIST)
    assert [path.name for path in files if not NUMBERED.fullmatch(path.name)] == []
    assert [path.name[:4] for path in files] == [f"{number:04}" for number in range(1, len(files) + 1)]
    assert {path.name: len(path.read_text().splitlines()) for path in files if is_long(path)} == {}
    listed = re.findall(r"^\| (\d{4}) \| \[(.+)\]\((.+)\) \|$", LIST.read_text(), re.M)
    assert listed == [(path.name[:4], title(path), path.name) for path in files]


def is_long(path: Path) -> bool:
    return len(path.read_text().splitlines()) > LONGEST_DECISION


def title(path: Path) -> str:
    return path.read_text().splitlines()[0].removeprefix("# ")


def test_languages_said_to_be_drafts_are_configured():
    said = re.findall(r"^## (\w+) and (\w+) are drafts$", (ROOT / "docs" / "translators.md").read_text(), re.M)
    names = {str(words) for _code, words in settings.LANGUAGES}
    assert {language for pair in said for language in pair} <= names
