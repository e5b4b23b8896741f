"""Viewports: fits, flights, history."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.chrono.instant import DAY_S, instant
from timeline_app.layout.view_history import ViewHistory
from timeline_app.layout.viewport import Viewport, between, fitting_scale


def view(begin: int, end: int) -> Viewport:
    return Viewport.fitting(begin, end, width_px=1_000, height_px=600)


@given(st.integers(-(10**11), 10**11), st.integers(1_000, 10**11))
def test_a_fit_shows_all_it_is_asked_to_show(begin: int, length: int) -> None:
    v = view(begin, begin + length)
    assert v.begin <= begin
    assert begin + length <= v.end
    assert v.scale.x_of(begin + length) - v.scale.x_of(begin) == pytest.approx(920, abs=1)


def test_a_fit_leaves_room_for_a_label_at_the_right() -> None:
    scale = fitting_scale(0, DAY_S, width_px=1_000, margin=0.0, label_px=200)
    assert scale.x_of(DAY_S) == pytest.approx(800)


def test_a_flight_begins_and_ends_where_it_should() -> None:
    start, target = view(instant(1900), instant(2000)), view(instant(2015), instant(2016))
    assert between(start, target, 1.0) == target
    begin = between(start, target, 0.0)
    assert abs(begin.begin - start.begin) <= 1
    assert begin.scale.seconds_per_px == pytest.approx(start.scale.seconds_per_px)


@given(st.floats(0.01, 0.99))
def test_a_zoom_about_a_point_keeps_it_still_in_flight(share: float) -> None:
    start = view(0, 1_000_000)
    target = start.zoomed(40, 300)
    still = start.scale.nearest_instant(300)
    middle = between(start, target, share)
    assert middle.scale.x_of(still) == pytest.approx(300, abs=2 + 1 / middle.scale.seconds_per_px)


def test_history_goes_back_and_forward() -> None:
    history, a, b, c = ViewHistory(), view(0, 10**6), view(0, 10**7), view(0, 10**8)
    history.leave(a)
    history.leave(b)
    assert history.back(c) == b
    assert history.back(b) == a
    assert history.back(a) is None
    assert history.forward(a) == b
    assert history.forward(b) == c


def test_a_jump_forgets_the_way_forward() -> None:
    history, a, b = ViewHistory(), view(0, 10**6), view(0, 10**7)
    history.leave(a)
    history.back(b)
    history.leave(a)
    assert history.forward(a) is None
