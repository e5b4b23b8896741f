"""The overview counts every event once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.overview import lay_out_overview, marks_at


@given(st.lists(st.integers(-(10**10), 10**10), min_size=1, max_size=80), st.integers(50, 900))
def test_the_bins_hold_every_event(times: list[int], width: int) -> None:
    begins = np.array(sorted(times))
    overview = lay_out_overview(begins, (int(begins[0]), int(begins[-1]) + 60), width_px=width)
    assert overview.counts.sum() == len(times)
    assert (overview.heights() <= 1).all()


def test_marks_at_the_same_pixel_are_drawn_once() -> None:
    begins = np.array([0, 1, 2, 10**6])
    overview = lay_out_overview(begins, (0, 10**6 + 1), width_px=400)
    assert len(marks_at(begins, overview)) == 2
