"""Times in words: never more precise than what is known."""

from datetime import date

import pytest
from builders import day, month
from PySide6.QtCore import QLocale

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import Instant, instant
from timeline_app.gui.models.stretch import stretch_of
from timeline_app.gui.models.time_text import time_text


@pytest.fixture(autouse=True)
def english() -> None:
    QLocale.setDefault(QLocale("en"))


def time(begin: int | None, end: int | None, precision: Precision, **more: bool) -> EventTime:
    bounds = [None if b is None else Instant(b) for b in (begin, end)]
    return EventTime(begin=bounds[0], end=bounds[1], precision=precision, **more)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "Undated"),
        (day(2015, 11, 24), "Tue 24 Nov 2015"),
        (month(2015, 11), "November 2015"),
        (time(instant(2015, 11, 24, 18), instant(2015, 11, 25), Precision.PART_OF_DAY),
         "Tue 24 Nov 2015, evening"),
        (time(instant(2015, 11, 24, 9, 20), instant(2015, 11, 24, 9, 21), Precision.MINUTE),
         "Tue 24 Nov 2015, 09:20"),
        (time(None, instant(2015, 11, 27), Precision.DAY), "before 27 Nov 2015"),
        (time(instant(2011), None, Precision.YEAR), "from 1 Jan 2011 on"),
        (time(instant(2015), instant(2016), Precision.YEAR, approximate=True), "about 2015"),
        (time(instant(2015, 11, 13), instant(2015, 11, 15), Precision.INTERVAL), "13–14 Nov 2015"),
        (time(instant(1990), instant(2000), Precision.DECADE), "the 1990s"),
        (time(instant(-43), instant(-42), Precision.YEAR), "44 BCE"),
        (time(instant(2015, 11, 23), instant(2015, 11, 30), Precision.WEEK), "week of 23 Nov 2015"),
        (time(instant(2015, 10), instant(2016), Precision.QUARTER, uncertain=True),
         "Q4 2015 (uncertain)"),
    ],
)  # fmt: skip
def test_a_time_in_words(when: EventTime | None, words: str) -> None:
    assert time_text(when) == words


@pytest.mark.parametrize(
    ("typed", "bounds"),
    [
        ("2015", (instant(2015), instant(2016))),
        ("2015-12", (instant(2015, 12), instant(2016))),
        (" 2015-11-24 ", (instant(2015, 11, 24), instant(2015, 11, 25))),
        ("-0044", (instant(-44), instant(-43))),
        ("2015-13", None),
        ("2015-02-30", None),
        ("30 Nov 2015", (instant(2015, 11, 30), instant(2015, 12, 1))),
        ("some time", None),
        ("9999999999", None),
        ("", None),
    ],
)
def test_a_stretch_as_typed(typed: str, bounds: tuple[int, int] | None) -> None:
    assert stretch_of(typed, today=date(2015, 11, 24)) == bounds
