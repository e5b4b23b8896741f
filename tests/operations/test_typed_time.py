"""A time as a person types it."""

from datetime import date

import pytest
from builders import day, month
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.chrono.event_time import EventTime
from timeline_app.operations.typed_time import read_typed_time

TODAY = date(2021, 6, 16)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("2015-11-24", day(2015, 11, 24)),
        ("2015-11", month(2015, 11)),
        ("13 Nov 2015", day(2015, 11, 13)),
        (" March  4,  1983 ", day(1983, 3, 4)),
        ("November 2015", month(2015, 11)),
        ("yesterday", day(2021, 6, 15)),
        ("", None),
        ("the day that never was", None),
        ("Paris, 13 Nov 2015", None),
        ("13 Nov 2015 and 4 May 2016", None),
        ("three weeks", None),
    ],
)
def test_what_is_typed_is_read(typed: str, time: EventTime | None) -> None:
    assert read_typed_time(typed, today=TODAY) == time


@given(st.text(max_size=120))
def test_nothing_typed_is_an_error(typed: str) -> None:
    read_typed_time(typed, today=TODAY)
