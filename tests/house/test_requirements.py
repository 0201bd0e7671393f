"""A site stands up from requirements.txt alone: no room leans on a tool that only engineers install."""

import ast
import re
import sys
from importlib.metadata import packages_distributions

import pytest

from tests.house.source import ROOMS, ROOT, modules, name, tree

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==", re.M)


def same(distribution: str) -> str:
    """Return a distribution's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def packages(node: ast.AST) -> set[str]:
    """Return the top-level packages that one statement imports."""
    if isinstance(node, ast.Import):
        return {alias.name.split(".", 1)[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return {node.module.split(".", 1)[0]}
    return set()


def imported() -> dict[str, set[str]]:
    """Return the packages from outside that the product imports, each with the modules that do."""
    found: dict[str, set[str]] = {}
    for module in modules():
        for node in ast.walk(tree(module)):
            for package in packages(node) - set(sys.stdlib_module_names) - set(ROOMS):
                found.setdefault(package, set()).add(name(module))
    return found


IMPORTED = imported()
DISTRIBUTIONS = packages_distributions()
INSTALLED = {same(each) for each in LOCKED.findall((ROOT / "requirements.txt").read_text())}


@pytest.mark.parametrize("package", sorted(IMPORTED))
def test_what_a_room_imports_is_installed_with_the_site(package):
    homes = {same(each) for each in DISTRIBUTIONS[package]}

    assert homes & INSTALLED, f"{package} is not in requirements.txt, but imported by {sorted(IMPORTED[package])}"
