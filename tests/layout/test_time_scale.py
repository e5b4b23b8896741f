"""Time ↔ x: exact, invertible, bounded."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline_app.chrono.instant import DAY_S, Instant, instant
from timeline_app.layout.time_scale import (
    LIMIT_S,
    MAX_SECONDS_PER_PX,
    MIN_SECONDS_PER_PX,
    TimeScale,
)

instants = st.integers(-LIMIT_S // 2, LIMIT_S // 2)
zooms = st.floats(MIN_SECONDS_PER_PX, MAX_SECONDS_PER_PX)
fractions = st.floats(0, 0.999)
xs = st.floats(-4_000, 4_000)


def scale(begin: int, per_px: float, fraction: float = 0.0) -> TimeScale:
    return TimeScale(begin=Instant(begin), seconds_per_px=per_px, fraction=fraction)


@given(instants, zooms, fractions, st.integers(-(10**6), 10**6))
def test_the_inverse_returns_the_second_where_a_second_can_be_seen(
    begin: int, per_px: float, fraction: float, offset: int
) -> None:
    s = scale(begin, per_px, fraction)
    assert abs(s.nearest_instant(s.x_of(begin + offset)) - (begin + offset)) <= 1


@given(instants, zooms, fractions, xs)
def test_an_x_lies_in_the_second_it_is_told_to_lie_in(
    begin: int, per_px: float, fraction: float, x: float
) -> None:
    s = scale(begin, per_px, fraction)
    at = s.instant_at(x)
    slack = 1e-6 + abs(x) * 1e-9
    assert s.x_of(at) <= x + slack
    assert x <= s.x_of(at + 1) + slack


@given(instants, zooms, fractions, st.floats(0, 2_000), st.floats(0.1, 10))
def test_a_zoom_keeps_what_is_under_the_cursor(
    begin: int, per_px: float, fraction: float, x: float, factor: float
) -> None:
    s = scale(begin, per_px, fraction)
    zoomed = s.zoomed(factor, x)
    assume(abs(zoomed.begin) < LIMIT_S)
    there = s.nearest_instant(x)
    tolerance = 1 + 1.5 / zoomed.seconds_per_px
    assert (
        abs(
            zoomed.x_of(there)
            - (x + (s.x_of(there) - x) * s.seconds_per_px / zoomed.seconds_per_px)
        )
        < tolerance
    )


@given(instants, zooms, st.lists(st.integers(-(10**9), 10**9), max_size=20))
def test_many_times_at_once_are_placed_as_one_by_one(
    begin: int, per_px: float, offsets: list[int]
) -> None:
    s = scale(begin, per_px)
    times = np.array([begin + o for o in offsets], dtype=np.int64)
    assert np.allclose(s.xs_of(times), [s.x_of(int(t)) for t in times], rtol=1e-12, atol=1e-6)


def test_seconds_stay_apart_in_the_far_past_and_the_far_future() -> None:
    for year in (-9_999, -44, 1, 9_999, 100_000):
        s = scale(instant(year), 0.25)
        assert s.x_of(instant(year) + 1) - s.x_of(instant(year)) == 4.0


def test_panning_there_and_back_returns() -> None:
    s = scale(instant(2015, 11, 24), DAY_S / 37)
    back = s.panned(123.4).panned(-123.4)
    assert abs(back.x_of(instant(2015, 11, 25)) - s.x_of(instant(2015, 11, 25))) < 1e-6


def test_no_zoom_leaves_the_limits() -> None:
    s = scale(0, 1.0)
    assert s.zoomed(1e9, 500).seconds_per_px == MIN_SECONDS_PER_PX
    assert s.zoomed(1e-30, 500).seconds_per_px == MAX_SECONDS_PER_PX
    assert abs(s.panned(1e30).begin) <= LIMIT_S
