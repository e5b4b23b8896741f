"""Maxima and counts of stretches equal those of a plain look."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.range_query import RangeCounts, RangeMax, gather

values = st.lists(st.integers(-(2**60), 2**60), min_size=1, max_size=400)


def stretches(draw_from: st.DataObject, size: int) -> tuple[np.ndarray, np.ndarray]:
    pairs = draw_from.draw(
        st.lists(st.tuples(st.integers(0, size), st.integers(0, size)), min_size=1, max_size=12)
    )
    ordered = [sorted(pair) for pair in pairs]
    return np.array([a for a, _ in ordered]), np.array([b for _, b in ordered])


@given(values, st.data())
def test_the_maximum_of_a_stretch(numbers: list[int], data: st.DataObject) -> None:
    starts, stops = stretches(data, len(numbers))
    filled = stops > starts
    starts, stops = starts[filled], stops[filled]
    found = RangeMax.of(np.array(numbers, dtype=np.int64)).over(starts, stops)
    assert found.tolist() == [max(numbers[a:b]) for a, b in zip(starts, stops, strict=True)]


@given(st.lists(st.integers(0, 6), max_size=400), st.data())
def test_the_counts_of_a_stretch(codes: list[int], data: st.DataObject) -> None:
    starts, stops = stretches(data, len(codes))
    found = RangeCounts.of(np.array(codes, dtype=np.uint8), 7).over(starts, stops)
    expected = [
        [codes[a:b].count(code) for code in range(7)] for a, b in zip(starts, stops, strict=True)
    ]
    assert found.tolist() == expected


def test_gathering_joins_stretches() -> None:
    found = gather(np.array([3, 8, 1]), np.array([5, 8, 4]))
    assert found.tolist() == [3, 4, 1, 2, 3]
