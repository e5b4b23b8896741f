"""The scorer counts as its rules say."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.gold_dates import gold_days, is_same_date
from quality.scoring import Figures, pair_events


def gold_event(begin: int, end: int, **changes: Any) -> dict[str, Any]:
    event: dict[str, Any] = {
        "begin": begin,
        "end": end,
        "type": "MEETING",
        "alt_types": [],
        "date": None,
        "modality": "actual",
        "participants": [],
        "optional": False,
    }
    return event | changes


def found_event(begin: int, end: int, **changes: Any) -> dict[str, Any]:
    event: dict[str, Any] = {
        "trigger": {"begin": begin, "end": end},
        "sentence": {"begin": 0, "end": 100},
        "type": "MEETING",
        "begin_date": None,
        "end_date": None,
        "modality": "actual",
        "participants": [],
    }
    return event | changes


def bounds(begin: str | None, end: str | None) -> dict[str, Any]:
    return {"begin_date": begin, "end_date": end}


@pytest.mark.parametrize(
    ("value", "begin", "end"),
    [
        ("2015-11-24", "2015-11-24", "2015-11-25"),
        ("2015-11-24TEV", "2015-11-24T18:00", "2015-11-25T00:00"),
        ("2015-11-13TNI", "2015-11-13T21:00", "2015-11-14T06:00"),
        ("2015-W47", "2015-11-16", "2015-11-23"),
        ("2015-11", "2015-11-01", "2015-12-01"),
        ("2015-Q4", "2015-10-01", "2016-01-01"),
        ("2012-WI", "2012-12-01", "2013-03-01"),
        ("2015", "2015-01-01", "2016-01-01"),
        ("2015-11-24/2015-11-26", "2015-11-24", "2015-11-27"),
        ("../2015-11-26", None, "2015-11-27"),
        (None, None, None),
    ],
)
def test_the_program_s_half_open_bounds_are_the_gold_s_days(
    value: str | None, begin: str | None, end: str | None
) -> None:
    assert is_same_date(value, bounds(begin, end))


@pytest.mark.parametrize(
    ("value", "begin", "end"),
    [
        ("2015-11-24", "2015-11-25", "2015-11-26"),
        ("2015-11-24", "2015-11-01", "2015-12-01"),
        ("2015-11-24", None, None),
        (None, "2015-11-24", "2015-11-25"),
        ("2015-11", "2015-11-01", "2015-11-02"),
    ],
)
def test_another_day_or_another_precision_is_wrong(
    value: str | None, begin: str | None, end: str | None
) -> None:
    assert not is_same_date(value, bounds(begin, end))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_month_and_a_year_hold_their_days(day: date) -> None:
    ordinal = day.toordinal()
    for value in (f"{day:%Y-%m}", f"{day.year}"):
        days = gold_days(value)
        assert days is not None and None not in days
        assert days[0] is not None and days[1] is not None
        assert days[0] <= ordinal <= days[1]


def test_a_pair_with_the_right_type_is_preferred_to_one_that_only_overlaps() -> None:
    gold = [gold_event(10, 17)]
    system = [found_event(10, 17, type="ATTACK"), found_event(30, 35)]
    (pair,) = pair_events(gold, system)
    assert pair.is_typed
    assert pair.system is system[1]


def test_an_optional_event_is_neither_miss_nor_false_alarm() -> None:
    figures = Figures()
    figures.count([gold_event(10, 17, optional=True)], [])
    figures.count([gold_event(10, 17, optional=True)], [found_event(10, 17)])
    assert (figures.gold, figures.system, figures.found) == (0, 0, 0)


def test_a_spurious_event_costs_precision() -> None:
    figures = Figures()
    figures.count([gold_event(10, 17)], [found_event(10, 17), found_event(40, 45)])
    assert figures.found == figures.typed == figures.timeline == 1
    assert figures.found_f1 == pytest.approx(2 / 3)


def test_participants_count_by_last_name_without_accents() -> None:
    figures = Figures()
    wanted = gold_event(10, 17, participants=["François Hollande", "Recep Tayyip Erdoğan"])
    found = found_event(10, 17, participants=[{"name": "Francois Hollande"}, {"name": "Erdogan"}])
    figures.count([wanted], [found])
    assert figures.actors_f1 == 1
