"""The next day that matters."""

import datetime

import pytest

from home.days import next_day


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-01-01", "2026-01-27"),
        ("2026-01-27", "2026-01-27"),
        ("2026-01-28", "2026-04-08"),
        ("2026-08-02", "2026-08-02"),
        ("2026-11-06", "2027-01-27"),
        ("2026-12-31", "2027-01-27"),
    ],
)
def test_next_day(today, expected):
    assert next_day(datetime.date.fromisoformat(today)).date.isoformat() == expected
