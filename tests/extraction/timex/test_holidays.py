"""Named days."""

import pytest

from timeline_app.extraction.timex.holidays import hijri_month_days, holiday_period


@pytest.mark.parametrize(
    ("code", "year", "day"),
    [
        ("12-25", 2015, "2015-12-25"),
        ("11-4-4", 2015, "2015-11-26"),
        ("11-4-4+1", 2015, "2015-11-27"),
        ("5-1--1", 2015, "2015-05-25"),
        ("11-1-1+1", 2012, "2012-11-06"),
        ("easter+0", 2015, "2015-04-05"),
        ("easter-2", 1998, "1998-04-10"),
        ("orthodox+0", 2015, "2015-04-12"),
        ("hijri-10-1", 2015, "2015-07-17"),
        ("hijri-9", 2015, "2015-06-18"),
    ],
)
def test_a_named_day_falls_on(code: str, year: int, day: str) -> None:
    period = holiday_period(code, year)
    assert period is not None and period.value == day


@pytest.mark.parametrize(("code", "year"), [("easter+0", 1200), ("hijri-9", 1800), ("no", 2015)])
def test_what_no_table_covers_is_unknown(code: str, year: int) -> None:
    assert holiday_period(code, year) is None


def test_a_hijri_month_has_29_or_30_days() -> None:
    first = holiday_period("hijri-9", 2015)
    assert first is not None and hijri_month_days("hijri-9", first) == 29
