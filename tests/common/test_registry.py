"""What rooms add to a list stands there once, in order."""

import pytest

from common.registry import Registry


def test_functions_come_in_the_order_in_which_they_were_added():
    registry = Registry("check")

    @registry.add
    def first():
        return 1

    def second():
        return 2

    assert registry.add(second) is second
    assert [run() for run in registry] == [1, 2]


def test_a_name_is_taken_once():
    registry = Registry("check")
    registry.add(len)
    with pytest.raises(ValueError, match="There is a check called len already"):
        registry.add(len)
