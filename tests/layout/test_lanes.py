"""Lanes and rows: who stands where, whatever is in view."""

import itertools

import numpy as np
from columns import columns_of
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.annotation.event_columns import Grouping
from timeline_app.chrono.instant import DAY_S
from timeline_app.layout import rows as rows_module
from timeline_app.layout.anchors import Anchors, bulk_span
from timeline_app.layout.lane_index import LaneIndex, Shown
from timeline_app.layout.lane_layout import lay_out_lanes
from timeline_app.layout.lanes import group_events, lane_sizes
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.rows import assign_rows, row_counts

extents = st.lists(
    st.tuples(st.integers(0, 10**7), st.integers(1, 10**6)).map(lambda t: (t[0], t[0] + t[1])),
    min_size=1,
    max_size=60,
)


def test_an_event_stands_in_every_lane_it_belongs_to() -> None:
    columns = columns_of([(0, 10), (20, 30), (40, 50)], places=[["Paris", "Vienna"], ["Paris"], []])
    groups = group_events(columns, Grouping.PLACE, Anchors.of(columns))
    lanes = {
        name: groups.events[groups.offsets[n] : groups.offsets[n + 1]].tolist()
        for n, name in enumerate(groups.names)
    }
    assert lanes == {"Paris": [0, 1], "Vienna": [0], None: [2]}
    assert sorted(lane_sizes(columns, Grouping.PLACE)) == [1, 1, 2]


def test_lanes_of_types_keep_the_order_of_the_types() -> None:
    columns = columns_of([(n, n + 1) for n in range(4)], types=[3, 0, 3, 1])
    names = group_events(columns, Grouping.TYPE, Anchors.of(columns)).names
    assert names == ("MEETING", "ATTACK", "AGREEMENT")


def test_undated_events_are_in_no_lane() -> None:
    columns = columns_of([(0, 1), None, None])
    assert len(group_events(columns, Grouping.STATUS, Anchors.of(columns)).events) == 1


def test_an_open_begin_is_pinned_to_the_known_end() -> None:
    columns = columns_of([(None, 500), (100, 200), (300, None)])
    anchors = Anchors.of(columns)
    assert anchors.begins[anchors.order].tolist() == [100, 300, 499]
    groups = group_events(columns, Grouping.TYPE, anchors)
    assert anchors.begins[groups.events].tolist() == [100, 300, 499]


def packed(begins: list[int], ends: list[int], count: int) -> list[int]:
    return assign_rows(
        np.array(begins), np.array(ends), np.array([0, len(begins)]), np.array([count])
    ).tolist()


@given(extents)
def test_rows_overlap_only_where_more_events_last_than_there_are_rows(
    found: list[tuple[int, int]],
) -> None:
    found.sort()
    begins, ends = [b for b, _ in found], [e for _, e in found]
    most = max(sum(b <= at < e for b, e in found) for at in begins)
    rows = packed(begins, ends, most)
    for row in set(rows):
        mine = [pair for pair, r in zip(found, rows, strict=True) if r == row]
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(mine))


def test_neighbours_in_time_go_to_different_rows() -> None:
    rows = packed([0, 10, 20, 30], [1, 11, 21, 31], 4)
    assert sorted(rows) == [0, 1, 2, 3]


def test_a_long_event_keeps_its_row_to_itself() -> None:
    rows = packed([0, 10, 20, 30, 40], [100, 11, 21, 31, 41], 3)
    assert rows[0] not in rows[1:]


def test_events_in_bulk_are_spread_over_the_rows() -> None:
    count = rows_module.EXACT_LIMIT + 4
    begins = np.arange(count) * DAY_S
    ends = begins + DAY_S
    ends[100] = begins[100] + 5_000 * DAY_S
    rows = assign_rows(begins, ends, np.array([0, count]), np.array([4]))
    assert set(rows.tolist()) == {0, 1, 2, 3}
    assert (rows == rows[100]).sum() == 1


def test_a_lane_has_no_more_rows_than_events() -> None:
    assert row_counts(np.array([1, 3, 50]), 4).tolist() == [1, 3, 4]


def test_lanes_lie_one_under_the_other_in_the_wished_order() -> None:
    columns = columns_of([(n, n + 1) for n in range(6)], types=[0, 1, 2, 0, 1, 2])
    shown = Shown.of(LaneIndex.of(columns, Grouping.TYPE, max_rows=4))
    layout = lay_out_lanes(shown, Metrics(), order=["STATEMENT", "MEETING"], collapsed={"MEETING"})
    assert layout.lanes.tolist() == [2, 0, 1]
    assert layout.tops[2] - layout.tops[1] == Metrics().collapsed_px
    assert layout.between(layout.tops[1] + 1, layout.tops[2] - 1).tolist() == [0]


def test_lanes_without_shown_events_are_left_out() -> None:
    columns = columns_of([(0, 1), (2, 3)], types=[0, 1])
    index = LaneIndex.of(columns, Grouping.TYPE, max_rows=4)
    shown = Shown.of(index, np.array([False, True]))
    assert lay_out_lanes(shown, Metrics()).lanes.tolist() == [1]


def test_rows_fill_the_height_there_is() -> None:
    metrics = Metrics()
    assert metrics.rows_that_fit(10_000, [50] * 3) == 8
    assert metrics.rows_that_fit(300, [50] * 12) == 2


def test_the_bulk_leaves_out_lonely_events_far_off() -> None:
    news = [(n * DAY_S, (n + 1) * DAY_S) for n in range(60)]
    anchors = Anchors.of(columns_of([(-30_000 * DAY_S, -29_999 * DAY_S), *news]))
    span = bulk_span(anchors, anchors.order)
    assert span is not None
    assert -10 * DAY_S < span[0] <= 2 * DAY_S
    assert span[1] >= 58 * DAY_S


def test_the_bulk_is_all_where_nothing_is_lonely() -> None:
    anchors = Anchors.of(columns_of([(n * DAY_S, (n + 1) * DAY_S) for n in range(60)]))
    assert bulk_span(anchors, anchors.order) == (0, 60 * DAY_S)
    assert bulk_span(anchors, anchors.order[:0]) is None


def test_the_bulk_is_where_most_events_lie_and_not_between_the_tails() -> None:
    earlier = [(n * 30 * DAY_S, (n * 30 + 1) * DAY_S) for n in range(-12, -2)]
    news = [(n * DAY_S // 5, (n + 5) * DAY_S // 5) for n in range(200)]
    anchors = Anchors.of(columns_of([*earlier, *news]))
    span = bulk_span(anchors, anchors.order)
    assert span is not None
    assert span[0] >= -10 * DAY_S
    assert span[1] >= 38 * DAY_S
