"""Scenes: what stands alone, what hides, and that nothing is lost or laid over another."""

import numpy as np
import pytest
from columns import columns_of, titles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.annotation.event_columns import EventColumns, EventFlag, Grouping
from timeline_app.annotation.mention import Modality
from timeline_app.chrono.instant import DAY_S, instant
from timeline_app.layout.axis_text import cldr_text
from timeline_app.layout.clusters import SEVERITY
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scene import Part, Scene
from timeline_app.layout.scene_builder import SceneBuilder
from timeline_app.layout.viewport import Viewport

YEAR_S = 365 * DAY_S
METRICS = Metrics()


def builder_of(
    columns: EventColumns, grouping: Grouping = Grouping.TYPE, rows: int = 3
) -> SceneBuilder:
    return SceneBuilder(
        columns,
        titles,
        measure=lambda text: 7.0 * len(text),
        tick_text=cldr_text("en"),
        metrics=METRICS,
        grouping=grouping,
        max_rows=rows,
    )


def view_of(builder: SceneBuilder, begin: int, end: int) -> Viewport:
    height = max(builder.layout.height_px, 50.0)
    return Viewport.fitting(begin, end, width_px=1_200, height_px=height)


@st.composite
def libraries(draw: st.DrawFn) -> EventColumns:
    count = draw(st.integers(1, 120))
    seed = draw(st.integers(0, 10_000))
    rng = np.random.default_rng(seed)
    begins = rng.integers(0, draw(st.sampled_from([10**4, 10**6, 10**9])), count)
    begins -= begins % draw(st.sampled_from([1, 60, DAY_S]))
    lengths = rng.choice([60, 3_600, DAY_S, 30 * DAY_S, YEAR_S], count)
    return columns_of(
        [(int(b), int(b + n)) for b, n in zip(begins, lengths, strict=True)],
        types=rng.integers(0, 3, count).tolist(),
        modalities=rng.integers(0, 5, count).tolist(),
        reports=rng.integers(1, 9, count).tolist(),
    )


windows = st.tuples(st.floats(-0.2, 1.0), st.floats(0.0001, 1.5))
quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def window(builder: SceneBuilder, share: tuple[float, float]) -> Viewport:
    span = builder.index.anchors.span()
    assert span is not None
    length = max(span[1] - span[0], 100)
    begin = span[0] + int(share[0] * length)
    return view_of(builder, begin, begin + max(int(share[1] * length), 60))


@quick
@given(libraries(), windows)
def test_clusters_and_lone_events_account_for_every_event(
    columns: EventColumns, share: tuple[float, float]
) -> None:
    builder = builder_of(columns)
    found = builder.fetched(window(builder, share))
    begins = builder.index.anchors.begins
    inside = (begins >= found.begin) & (begins < found.end)
    alone = (found.begins >= found.begin) & (found.begins < found.end)
    assert found.clusters.counts.sum() + alone.sum() == inside.sum()
    assert (found.clusters.mix.sum(axis=1) == found.clusters.counts).all()


@quick
@given(libraries(), windows)
def test_a_cluster_counts_exactly_what_it_hides(
    columns: EventColumns, share: tuple[float, float]
) -> None:
    builder = builder_of(columns)
    view = window(builder, share)
    found = builder.fetched(view)
    hidden: list[int] = []
    for nth in range(len(found.clusters.counts)):
        members = builder.members(view, nth)
        assert len(members) == found.clusters.counts[nth]
        assert np.bincount(columns.types[members], minlength=10).tolist() == (
            found.clusters.mix[nth].tolist()
        )
        if len(members) == 1:
            assert found.clusters.single[nth] == members[0]
        hidden += members.tolist()
    assert len(set(hidden)) == len(hidden)
    assert not set(hidden) & set(found.events.tolist())


@quick
@given(libraries(), windows)
def test_nothing_in_a_row_is_laid_over_another(
    columns: EventColumns, share: tuple[float, float]
) -> None:
    builder = builder_of(columns)
    scene = builder.scene(window(builder, share))
    _assert_apart(scene.bars.left, scene.bars.right, scene.bars.y)
    many = scene.pills.counts > 1
    _assert_apart(scene.pills.left[many], scene.pills.right[many], scene.pills.y[many])


def _assert_apart(left: np.ndarray, right: np.ndarray, y: np.ndarray) -> None:
    order = np.lexsort((left, y))
    same = y[order][1:] == y[order][:-1]
    assert (right[order][:-1][same] <= left[order][1:][same] + 1e-6).all()


@quick
@given(libraries(), windows)
def test_labels_overlap_neither_each_other_nor_the_next_bar(
    columns: EventColumns, share: tuple[float, float]
) -> None:
    builder = builder_of(columns)
    scene = builder.scene(window(builder, share))
    bars = scene.bars
    for label in scene.labels:
        same = (bars.y == bars.y[label.bar]) & (bars.left > bars.left[label.bar])
        assert (bars.left[same] >= label.x + label.width - 1e-6).all()


@quick
@given(libraries(), st.floats(0, 1), st.floats(0.3, 3))
def test_a_row_stays_put_while_zooming(columns: EventColumns, at: float, factor: float) -> None:
    builder = builder_of(columns)
    view = window(builder, (0.0, 1.0))
    before, after = builder.scene(view), builder.scene(view.zoomed(factor, 1_200 * at))
    rows = dict(zip(before.bars.events.tolist(), before.bars.y.tolist(), strict=True))
    for event, y in zip(after.bars.events.tolist(), after.bars.y.tolist(), strict=True):
        assert rows.get(event, y) == y


@quick
@given(libraries(), st.floats(-400, 400))
def test_a_pan_changes_nothing_but_x(columns: EventColumns, dx: float) -> None:
    builder = builder_of(columns)
    view = window(builder, (0.2, 0.5))
    one, other = builder.scene(view), builder.scene(view.panned(dx))
    left = dict(zip(one.bars.events.tolist(), one.bars.left.tolist(), strict=True))
    for event, x in zip(other.bars.events.tolist(), other.bars.left.tolist(), strict=True):
        if event in left:
            assert left[event] - x == pytest.approx(dx, abs=1e-3)


@quick
@given(libraries(), st.integers(0, 2**16))
def test_a_filter_hides_exactly_what_it_does_not_show(columns: EventColumns, seed: int) -> None:
    builder = builder_of(columns)
    mask = np.random.default_rng(seed).random(len(columns)) < 0.5
    builder.set_mask(mask)
    if not mask.any():
        return
    found = builder.fetched(window(builder, (0.0, 1.0)))
    shown = set(found.events.tolist())
    for nth in range(len(found.clusters.counts)):
        shown |= set(builder.members(window(builder, (0.0, 1.0)), nth).tolist())
    assert shown == set(np.flatnonzero(mask).tolist())


def test_a_day_is_a_day_wide_and_a_month_a_month() -> None:
    month = (instant(2015, 11), instant(2015, 12))
    columns = columns_of([month, (instant(2015, 11, 24), instant(2015, 11, 25))], types=[0, 1])
    builder = builder_of(columns)
    scene = builder.scene(view_of(builder, *month))
    widths = (scene.bars.right - scene.bars.left).tolist()
    assert widths[0] == pytest.approx(30 * widths[1], rel=1e-6)
    assert scene.bars.left[0] == pytest.approx(scene.x_of(month[0]))


def test_a_long_bar_that_began_long_ago_is_drawn_with_its_title_in_view() -> None:
    columns = columns_of([(0, 3_000 * DAY_S), (1_000 * DAY_S, 1_001 * DAY_S)])
    builder = builder_of(columns)
    scene = builder.scene(view_of(builder, 2_000 * DAY_S, 2_001 * DAY_S))
    assert scene.bars.events.tolist() == [0]
    assert scene.bars.left[0] < scene.canvas.x
    assert scene.canvas.x < next(iter(scene.labels)).x < scene.canvas.x + 60


def test_the_most_reported_event_stands_alone() -> None:
    columns = columns_of([(0, 60)] * 30, reports=[1] * 17 + [9] + [1] * 12)
    builder = builder_of(columns, rows=2)
    found = builder.fetched(view_of(builder, -DAY_S, DAY_S))
    assert 9 in columns.reports[found.events]


def test_the_worst_status_inside_a_cluster_is_told() -> None:
    columns = columns_of([(0, 60)] * 20, modalities=[0] * 19 + [3])
    builder = builder_of(columns, rows=2)
    found = builder.fetched(view_of(builder, -DAY_S, DAY_S))
    hidden = set(range(20)) - set(found.events.tolist())
    worst = SEVERITY[int(found.clusters.worst[0])]
    denied = columns.modalities[sorted(hidden)].max() == 3
    assert worst is (Modality.DENIED if denied else Modality.ACTUAL)


def test_a_disputed_date_is_the_worst() -> None:
    columns = columns_of([(0, 60)] * 20, flags=[int(EventFlag.DISPUTED)] * 20)
    builder = builder_of(columns, rows=2)
    found = builder.fetched(view_of(builder, -DAY_S, DAY_S))
    assert SEVERITY[int(found.clusters.worst[0])] is None


def test_a_closed_lane_shows_clusters_alone() -> None:
    columns = columns_of([(n * DAY_S, (n + 1) * DAY_S) for n in range(5)])
    builder = builder_of(columns)
    builder.set_lanes(order=(), collapsed={"MEETING"})
    scene = builder.scene(view_of(builder, 0, 5 * DAY_S))
    assert len(scene.bars) == 0
    assert scene.pills.counts.sum() == 5


def hit_everything(scene: Scene) -> None:
    for nth in scene.visible_bars():
        x, y = scene.bar_rect(nth).center
        if scene.canvas.contains(x, y):
            assert scene.hit_test(x, y).part is Part.EVENT


@quick
@given(libraries(), windows)
def test_what_is_drawn_can_be_hit(columns: EventColumns, share: tuple[float, float]) -> None:
    builder = builder_of(columns)
    hit_everything(builder.scene(window(builder, share)))


def test_points_outside_the_canvas_hit_axis_and_lanes() -> None:
    builder = builder_of(columns_of([(0, DAY_S)]))
    scene = builder.scene(view_of(builder, 0, DAY_S))
    assert scene.hit_test(300, 5).part is Part.AXIS
    assert scene.hit_test(5, scene.lanes[0].y + 3).part is Part.LANE
    assert scene.hit_test(scene.canvas.right - 2, scene.lanes[0].y + 2).part is Part.NOTHING


def test_titles_are_asked_for_only_up_to_the_budget() -> None:
    columns = columns_of([(n * YEAR_S, n * YEAR_S + DAY_S) for n in range(8)])
    builder = builder_of(columns, rows=8)
    view = view_of(builder, 0, 8 * YEAR_S)
    first = builder.scene(view, label_budget=3)
    assert (len(first.labels), first.is_complete) == (3, False)
    assert builder.scene(view).is_complete


def test_neighbours_in_time_skip_what_is_hidden() -> None:
    columns = columns_of([(n * DAY_S, n * DAY_S + 60) for n in range(4)])
    builder = builder_of(columns)
    builder.set_mask(np.array([True, False, True, True]))
    steps = builder.neighbours
    assert steps.next_in_time(0, 1) == 2
    assert steps.next_in_time(2, -1) == 0
    assert steps.next_in_time(3, 1) is None
    assert steps.next_in_time(1, 1) == 2
    assert steps.next_in_time(1, -1) == 0
    assert (steps.first(), steps.last()) == (0, 3)


def test_the_next_lane_gives_the_event_nearest_in_time() -> None:
    columns = columns_of([(0, 60), (5 * DAY_S, 6 * DAY_S), (DAY_S, 2 * DAY_S)], types=[0, 1, 1])
    steps = builder_of(columns).neighbours
    found = steps.next_in_lanes(0, None, 1)
    assert found is not None
    assert columns.begins[found[0]] == DAY_S
    assert steps.next_in_lanes(0, None, -1) is None


def test_the_cluster_of_a_hidden_event_is_found() -> None:
    columns = columns_of([(0, 60)] * 9)
    builder = builder_of(columns, rows=2)
    view = view_of(builder, -DAY_S, DAY_S)
    found = builder.fetched(view)
    hidden = next(e for e in range(9) if e not in found.events)
    nth = builder.cluster_of(view, hidden)
    assert nth is not None
    assert hidden in builder.members(view, nth)
    assert builder.cluster_of(view, int(found.events[0])) is None


def test_an_empty_library_makes_an_empty_scene() -> None:
    builder = builder_of(columns_of([None]))
    scene = builder.scene(view_of(builder, 0, DAY_S))
    assert (len(scene.bars), len(scene.pills), scene.lanes) == (0, 0, ())
