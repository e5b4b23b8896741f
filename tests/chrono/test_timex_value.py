"""TIMEX3 values and the times that they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.chrono.edtf import edtf_text
from timeline_app.chrono.event_time import Precision
from timeline_app.chrono.instant import stamp_text
from timeline_app.chrono.timex_value import event_time_of, iso_week, week_begin


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2015-11-24", "2015-11-24"),
        ("2015-11", "2015-11"),
        ("2015-11-XX", "2015-11"),
        ("2015", "2015"),
        ("2015-XX-XX", "2015"),
        ("2015-W47", "2015-11-16/2015-11-22"),
        ("2015-W47-WE", "2015-11-21/2015-11-22"),
        ("2015-W47-2", "2015-11-17"),
        ("2015-Q4", "2015-36"),
        ("2015-H1", "2015-01/2015-06"),
        ("2015-SP", "2015-21"),
        ("2015-WI", "2015-24"),
        ("199X", "199X"),
        ("199", "199X"),
        ("19", "19XX"),
        ("19XX", "19XX"),
        ("BC0241", "-0240"),
        ("2015-06-18/2015-07-16", "2015-06-18/2015-07-16"),
        ("2015-11-24T18:30", "2015-11-24T18:30"),
        ("2015-11-24T18:30Z", "2015-11-24T18:30"),
        ("2015-11-24T18", "2015-11-24T18"),
        ("2015-11-24TEV", "2015-11-24"),
        ("2015-11-13TNI", "2015-11-13/2015-11-14"),
    ],
)
def test_a_value_names_a_time(value: str, edtf: str) -> None:
    time = event_time_of(value)
    assert time is not None
    assert edtf_text(time) == edtf


@pytest.mark.parametrize(
    "value",
    [
        "P3D",
        "PXY",
        "PRESENT_REF",
        "XXXX-11-24",
        "",
        "1998-WXX",
        "1998-QX",
        "2015-02-30",
        "20155",
        "2015/2014",
    ],
)
def test_some_values_name_no_time(value: str) -> None:
    assert event_time_of(value) is None


@pytest.mark.parametrize(
    ("value", "mod", "begin", "end"),
    [
        ("2015-11-24", "END", "2015-11-24T18:00", "2015-11-25T00:00"),
        ("2015-11-24", "START", "2015-11-24T00:00", "2015-11-24T09:00"),
        ("2015-11-24TMO", "START", "2015-11-24T06:00", "2015-11-24T08:00"),
    ],
)
def test_a_mod_names_a_part_of_a_day(value: str, mod: str, begin: str, end: str) -> None:
    time = event_time_of(value, mod)
    assert time is not None and time.begin is not None and time.end is not None
    assert (stamp_text(time.begin), stamp_text(time.end)) == (begin, end)


@pytest.mark.parametrize("value", ["2015-11", "2015", "199X", "2015-W48", "2015-Q3"])
@pytest.mark.parametrize("mod", ["START", "MID", "END"])
def test_early_and_late_in_a_longer_time_name_no_day(value: str, mod: str) -> None:
    assert event_time_of(value, mod) == event_time_of(value)


def test_sides_are_open() -> None:
    before, after = event_time_of("2015", "BEFORE"), event_time_of("2015", "ON_OR_AFTER")
    assert before is not None and before.begin is None
    assert after is not None and after.end is None


def test_about_is_approximate() -> None:
    time = event_time_of("2015", "APPROX")
    assert time is not None and time.approximate and time.precision is Precision.YEAR


@given(st.integers(1, 9999), st.integers(1, 52))
def test_iso_weeks_go_both_ways(year: int, week: int) -> None:
    assert iso_week(week_begin(year, week)) == (year, week)


@given(st.text(alphabet="0123456789-WQHXTSPFUAEVMOBCNI:Z", max_size=16), st.sampled_from(["END"]))
def test_any_value_is_read_or_names_no_time(value: str, mod: str) -> None:
    time = event_time_of(value, mod)
    assert time is None or time.begin is None or time.end is None or time.begin < time.end
