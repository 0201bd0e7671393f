"""Worlds: what many tests start from is planted once, and taken back when a test needs something else.

A world is a fixture that only writes rows. Tests in a row that ask for the same one find it standing: its rows are in a
transaction around those of the tests, and each test reads the records anew. A world may stand on other worlds, whose
names are its arguments; then only what is on top is planted again. A test with transactions of its own finds none.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from inspect import Parameter, Signature, signature
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Model
from django.utils import translation

from common.stamp import forget_all

__all__ = ["Worlds", "fresh", "has_own_transactions", "plants_of", "world", "worlds"]

OWN_TRANSACTIONS = {"transactional_db", "live_server"}


def world(plant: Callable) -> Callable:
    """Make a fixture of a function that plants rows; a decorator.

    Args:
        plant: takes `site_tree` and other worlds, by their names, and returns records: one of them, or several in a
            list, a dictionary, a namespace or a data class.

    Returns:
        The fixture.
    """

    names = list(signature(plant).parameters)

    def fixture(**given):
        standing = worlds.standing(plant)
        return fresh(standing.value) if standing else plant(**{name: given[name] for name in names})

    asked = dict.fromkeys(["db", *names])
    fixture.__signature__ = Signature([Parameter(name, Parameter.KEYWORD_ONLY) for name in asked])
    fixture.__name__, fixture.__doc__, fixture.__module__ = plant.__name__, plant.__doc__, plant.__module__
    fixture.plant = plant
    return pytest.fixture(fixture)


def fresh(value: Any) -> Any:
    """Return records as the database has them, under the same names.

    Args:
        value: a record, or several in a list, a dictionary, a namespace or a data class.
    """
    if isinstance(value, Model):
        return type(value)._base_manager.get(pk=value.pk)
    if isinstance(value, dict):
        return {key: fresh(one) for key, one in value.items()}
    if isinstance(value, list):
        return [fresh(one) for one in value]
    if isinstance(value, SimpleNamespace):
        return SimpleNamespace(**fresh(vars(value)))
    if dataclasses.is_dataclass(value):
        return dataclasses.replace(value, **fresh(vars(value)))
    return value


def plants_of(item: pytest.Item) -> list[Callable]:
    """Return what plants the worlds of a test, each after those that it stands on.

    Args:
        item: the test.
    """
    found = []
    if has_own_transactions(item):
        return found

    def visit(name):
        known = item._fixtureinfo.name2fixturedefs.get(name)
        plant = getattr(known[-1].func, "plant", None) if known else None
        if plant and plant not in found:
            for other in signature(plant).parameters:
                visit(other)
            found.append(plant)

    for name in getattr(item, "fixturenames", ()):
        visit(name)
    return found


def has_own_transactions(item: pytest.Item) -> bool:
    """Tell whether a test commits what it does.

    Args:
        item: the test.
    """
    marker = item.get_closest_marker("django_db")
    committed = marker is not None and marker.kwargs.get("transaction", False)
    return committed or not OWN_TRANSACTIONS.isdisjoint(getattr(item, "fixturenames", ()))


@dataclass
class Standing:
    """A world that stands."""

    plant: Callable
    atomic: transaction.Atomic
    value: Any = None


class Worlds:
    """The worlds that stand, each on the one before it."""

    def __init__(self):
        self._stack = []
        self._ground = self._blocker = None

    def open(self, ground: Callable, blocker: Any) -> None:
        """Begin to plant worlds; needed once the test database stands.

        Args:
            ground: returns what is called `site_tree`.
            blocker: lets code outside tests ask the database.
        """
        self._ground, self._blocker = ground, blocker

    def close(self) -> None:
        """Take everything back."""
        if self._blocker:
            with self._blocker.unblock():
                self._take_back(0)

    def standing(self, plant: Callable) -> Standing | None:
        """Return the world that a function planted, if it stands."""
        return next((one for one in self._stack if one.plant is plant), None)

    def prepare(self, item: pytest.Item) -> None:
        """Plant what a test needs, and take back what it does not.

        Args:
            item: the test.
        """
        if not self._blocker:
            return
        wanted = plants_of(item)
        kept = 0
        while kept < min(len(wanted), len(self._stack)) and self._stack[kept].plant is wanted[kept]:
            kept += 1
        with self._blocker.unblock(), translation.override("en"):
            self._take_back(kept)
            for plant in wanted[kept:]:
                self._plant(plant)

    def _plant(self, plant):
        atomic = transaction.atomic()
        # Django lets code that must begin a transaction do so within those of tests.
        atomic._from_testcase = True
        atomic.__enter__()
        self._stack.append(Standing(plant, atomic))
        forget_all()
        try:
            self._stack[-1].value = plant(**{name: self._given(name) for name in signature(plant).parameters})
        except BaseException:
            self._take_back(len(self._stack) - 1)
            raise

    def _given(self, name):
        by_name = {one.plant.__name__: one for one in self._stack}
        return fresh(by_name[name].value) if name in by_name else self._ground() if name == "site_tree" else None

    def _take_back(self, kept):
        while len(self._stack) > kept:
            atomic = self._stack.pop().atomic
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
            forget_all()


worlds = Worlds()
