"""Axis marks: they cover what is in view, in order, and never overlap."""

import itertools
from datetime import datetime

import pytest
from babel.dates import format_skeleton, format_time, get_day_names, get_month_names
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline_app.chrono.granularity import Granularity
from timeline_app.chrono.instant import DAY_S, HOUR_S, Instant, instant, weekday
from timeline_app.layout.axis_text import TickStyle, cldr_text
from timeline_app.layout.ticks import Axis, lay_out_axis
from timeline_app.layout.time_scale import MIN_SECONDS_PER_PX, TimeScale
from timeline_app.layout.viewport import Viewport


def measure(text: str) -> float:
    return 7.0 * len(text)


def axis_of(begin: int, per_px: float, width: float = 1_200) -> tuple[Viewport, Axis]:
    scale = TimeScale(begin=Instant(begin), seconds_per_px=per_px)
    view = Viewport(scale=scale, width_px=width, height_px=500)
    return view, lay_out_axis(view, cldr_text("en"), measure)


begins = st.integers(instant(-12_000), instant(12_000))
zooms = st.floats(-6, 33).map(lambda k: max(2.0**k, MIN_SECONDS_PER_PX))


@settings(max_examples=150, deadline=None)
@given(begins, zooms)
def test_ticks_cover_the_view_in_order(begin: int, per_px: float) -> None:
    view, axis = axis_of(begin, per_px)
    for level in (axis.minor, axis.major):
        assert level[0].x <= 0
        assert level[-1].x >= view.width_px
        assert all(a.at < b.at for a, b in itertools.pairwise(level))


@settings(max_examples=150, deadline=None)
@given(begins, zooms)
def test_labels_of_a_level_never_overlap(begin: int, per_px: float) -> None:
    _, axis = axis_of(begin, per_px)
    for level in (axis.minor, axis.major):
        placed = [(t.label_x, t.label_x + measure(t.label)) for t in level if t.label]
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(placed))


@settings(max_examples=150, deadline=None)
@given(begins, zooms)
@example(int(instant(2008, 7, 15)), 2_600.0)  # the week of 28 July runs on into August
def test_no_line_of_the_upper_level_strikes_through_a_label_below(
    begin: int, per_px: float
) -> None:
    _, axis = axis_of(begin, per_px)
    words = [(t.x, t.label_x + measure(t.label)) for t in axis.minor if t.label]
    assert not [(x, end) for x, end in words for line in axis.major if x < line.x < end]
    assert words


@settings(max_examples=80, deadline=None)
@given(begins, zooms)
def test_work_is_bounded_by_pixels(begin: int, per_px: float) -> None:
    _, axis = axis_of(begin, per_px)
    assert len(axis.minor) < 110
    assert len(axis.major) < 110


@pytest.mark.parametrize(
    ("per_px", "minor", "major"),
    [
        (0.5, Granularity.MINUTE, Granularity.DAY),
        (HOUR_S / 60, Granularity.HOUR, Granularity.DAY),
        (DAY_S / 60, Granularity.DAY, Granularity.MONTH),
        (30 * DAY_S / 80, Granularity.MONTH, Granularity.YEAR),
        (365 * DAY_S / 80, Granularity.YEAR, Granularity.YEAR),
    ],
)
def test_the_levels_follow_the_zoom(per_px: float, minor: Granularity, major: Granularity) -> None:
    _, axis = axis_of(instant(2015, 11, 1), per_px)
    assert (axis.minor_step.unit, axis.major_step.unit) == (minor, major)


def test_the_label_of_the_unit_at_the_left_edge_stays_in_view() -> None:
    _, axis = axis_of(instant(2015, 11, 10), DAY_S / 40)
    assert axis.major[0].at == instant(2015, 11)
    assert axis.major[0].x < 0 < axis.major[0].label_x
    assert axis.major[0].label == "November 2015"


def test_weekdays_stand_beside_days_where_there_is_room() -> None:
    _, axis = axis_of(instant(2015, 11, 24), DAY_S / 90)
    assert "Tue 24" in [tick.label for tick in axis.minor]


def test_years_before_christ_and_beyond_9999_have_names() -> None:
    text = cldr_text("en")
    assert text(instant(-43), TickStyle.YEAR) == "44 BC"
    assert text(instant(0), TickStyle.YEAR) == "1 BC"
    assert text(instant(12_000), TickStyle.YEAR) == "12,000"
    assert "44 BC" in text(instant(-43, 3, 15), TickStyle.SHORT_DAY)


def test_names_follow_the_locale() -> None:
    assert cldr_text("fr")(instant(2015, 8), TickStyle.MONTH_YEAR) == "août 2015"
    assert cldr_text("de")(instant(2015, 3), TickStyle.LONG_MONTH) == "März"
    assert cldr_text("qx")(instant(2015, 3), TickStyle.LONG_MONTH) == "March"


@pytest.mark.parametrize("locale", ["en", "en_US", "en_GB", "fr", "fr_FR", "fr_CA", "de"])
def test_shipped_names_are_those_of_cldr(locale: str) -> None:
    text = cldr_text(locale)
    for month in range(1, 13):
        at = instant(2015, month)
        wide = get_month_names("wide", "stand-alone", locale)[month]
        short = get_month_names("abbreviated", "stand-alone", locale)[month]
        assert (text(at, TickStyle.LONG_MONTH), text(at, TickStyle.MONTH)) == (wide, short)
    for day in range(1, 8):
        name = get_day_names("abbreviated", "format", locale)[weekday(instant(2015, 6, day)) - 1]
        assert text(instant(2015, 6, day), TickStyle.WEEKDAY_DAY) == f"{name} {day}"


@pytest.mark.parametrize("locale", ["en", "en_US", "fr", "fr_FR"])
def test_shipped_dates_are_those_of_cldr(locale: str) -> None:
    text = cldr_text(locale)
    skeletons = {
        TickStyle.FULL_DAY: "yMMMMEEEEd",
        TickStyle.SHORT_DAY: "yMMMd",
        TickStyle.MONTH_YEAR: "yMMMM",
    }
    for month in range(1, 13):
        for day in (1, 2, 13, 28):
            moment, at = datetime(2015, month, day, 7, 5, 9), instant(2015, month, day, 7, 5)
            for style, skeleton in skeletons.items():
                assert text(at, style) == format_skeleton(skeleton, moment, locale=locale)
            assert text(at, TickStyle.MINUTE) == format_time(moment, "HH:mm", locale=locale)
