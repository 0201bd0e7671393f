"""Rooms stay liveable: classes, functions, modules and settings keep their size."""

import ast

from tests.house.source import ROOT, modules, name, tree

PAGE_CLASS, FUNCTION, MODULE, README = 80, 25, 250, 120
OPEN_NAMES = {"utils", "util", "helpers", "helper", "misc", "core", "base"}


def lines_of(node: ast.AST) -> int:
    """Count a definition's lines, without its docstring."""
    body = node.body[0]
    doc = (
        body.end_lineno - body.lineno + 1 if isinstance(body, ast.Expr) and isinstance(body.value, ast.Constant) else 0
    )
    return node.end_lineno - node.lineno + 1 - doc


def test_modules_keep_their_size():
    long = {name(path): len(path.read_text().splitlines()) for path in modules()}
    assert {path: size for path, size in long.items() if size > MODULE} == {}


def test_functions_keep_their_size():
    long = {
        f"{name(path)}:{node.name}": lines_of(node)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
    }
    assert {place: size for place, size in long.items() if size > FUNCTION} == {}


def test_page_classes_keep_their_size():
    long = {
        f"{name(path)}:{node.name}": lines_of(node)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and node.name.endswith("Page")
    }
    assert long
    assert {place: size for place, size in long.items() if size > PAGE_CLASS} == {}


def test_no_room_is_called_by_a_name_that_says_nothing():
    vague = [name(path) for path in modules() if path.stem in OPEN_NAMES and "settings" not in path.parts]
    assert vague == []


def test_the_readme_keeps_its_size():
    assert len((ROOT / "README.md").read_text().splitlines()) <= README


def test_imports_stand_at_the_top():
    inner = [
        f"{name(path)}:{node.name}"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(part, ast.Import | ast.ImportFrom) for part in ast.walk(node))
    ]
    assert inner == []


def test_nothing_is_silenced():
    marks = ("# noqa", "# type: ignore", "TODO", "FIXME", "pytest.mark.skip", "pytest.mark.xfail")
    found = [
        f"{name(path)}: {mark}"
        for path in [*modules(), *sorted((ROOT / "tests").rglob("test_*.py"))]
        if path.name != "test_sizes.py"
        for mark in marks
        if mark in path.read_text()
    ]
    assert found == []


def test_public_functions_and_classes_say_what_they_do():
    silent = [
        f"{name(path)}:{node.name}"
        for path in modules()
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []
