"""Fetched events and a viewport → the frame, with work bounded by what is in view."""

from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import OPEN_END, EventColumns, EventFlag
from timeline_app.layout.fetch_window import Fetched
from timeline_app.layout.labels import LabelBook
from timeline_app.layout.lane_index import Shown
from timeline_app.layout.lane_layout import LaneLayout
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.scene import Bars, Labels, LaneBox, Pills
from timeline_app.layout.viewport import Viewport

LEAST_LABEL_PX = 22.0
LONGEST_LABEL_PX = 480.0


def place_bars(
    found: Fetched, layout: LaneLayout, view: Viewport, metrics: Metrics, columns: EventColumns
) -> tuple[Bars, NDArray[np.float64]]:
    """Return the bars in view, and for each the x at which the next one in its row begins."""
    x0 = view.scale.xs_of(found.begins)
    x1 = view.scale.xs_of(found.ends)
    middle, half = (x0 + x1) * 0.5, metrics.glyph_px / 2
    left = np.minimum(x0, middle - half)
    right = np.maximum(x1, middle + half)
    room_to = _next_in_row(found, left)
    y = layout.top_of[found.lanes] + found.rows * metrics.row_px
    y += metrics.lane_pad_px + (metrics.row_px - metrics.bar_px) / 2 - view.scroll_px
    seen = (right > -2 * metrics.glyph_px) & (left < view.width_px)
    seen &= (y > -metrics.row_px) & (y < view.height_px)
    kept = np.flatnonzero(seen)
    gutter = metrics.gutter_px
    bars = Bars(
        events=found.events[kept],
        lanes=found.lanes[kept],
        rows=found.rows[kept],
        x0=x0[kept] + gutter,
        x1=x1[kept] + gutter,
        left=left[kept] + gutter,
        right=right[kept] + gutter,
        y=y[kept] + metrics.axis_px,
        tails=_tails(found.events[kept], columns, metrics),
    )
    return bars, room_to[kept] + gutter


def _tails(
    events: NDArray[np.int64], columns: EventColumns, metrics: Metrics
) -> NDArray[np.float64]:
    """Return how far arrows and whiskers reach beyond the bars, to the right."""
    about = (columns.flags[events] & (EventFlag.APPROXIMATE | EventFlag.UNCERTAIN)) != 0
    tails = np.where(about, 1.3 * metrics.glyph_px, 0.0)
    return np.where(columns.ends[events] == OPEN_END, 2.0 * metrics.glyph_px, tails)


def _next_in_row(found: Fetched, left: NDArray[np.float64]) -> NDArray[np.float64]:
    following = np.full(len(left), np.inf)
    if len(left) > 1:
        same = (found.lanes[1:] == found.lanes[:-1]) & (found.rows[1:] == found.rows[:-1])
        following[:-1] = np.where(same, left[1:], np.inf)
    return following


def place_labels(
    bars: Bars,
    room_to: NDArray[np.float64],
    book: LabelBook,
    metrics: Metrics,
    *,
    budget: int | None,
) -> tuple[Labels, bool]:
    """Return the labels that fit, none over the next bar in its row, and whether none waits.

    The label of a bar that begins left of the view stays in view as long as the bar does; that
    of a mark leaves with the mark, never cut by the edge.
    """
    pad = metrics.label_pad_px
    inset = metrics.glyph_px + 1.7 * pad
    is_wide = bars.right - bars.left > 2 * metrics.glyph_px
    outside = bars.right + np.maximum(bars.tails, pad)
    seen_left = np.maximum(bars.left, metrics.gutter_px)
    start = np.where(is_wide, np.minimum(seen_left + inset, bars.right), outside)
    # A mark has no inside, and where the edge cuts it no outside either.
    inner = np.where(is_wide, outside - 1.5 * pad - start, 0.0)
    outer = np.where(is_wide | (outside >= metrics.gutter_px), room_to - pad - outside, 0.0)
    wanted = np.flatnonzero(np.maximum(inner, outer) >= LEAST_LABEL_PX)
    events = bars.events[wanted].tolist()
    is_complete = book.learn(events, budget=budget)
    inside = np.minimum(inner[wanted], LONGEST_LABEL_PX)
    # Where more of it can be read.
    found = book.fit(events, np.maximum(inside, np.minimum(outer[wanted], LONGEST_LABEL_PX)))
    fits = np.flatnonzero(found.cuts >= 0)
    places, widths = wanted[fits], found.widths[fits]
    labels = Labels(
        x=np.where(widths <= inside[fits], start[places], outside[places]),
        y=bars.y[places],
        widths=widths,
        bars=places,
        cuts=found.cuts[fits],
        titles=book.titles_at(found.nths[fits]),
        ellipsis_px=book.ellipsis_px,
    )
    return labels, is_complete


def place_pills(found: Fetched, layout: LaneLayout, view: Viewport, metrics: Metrics) -> Pills:
    """Return the clusters in view."""
    clusters = found.clusters
    left = view.scale.xs_of(clusters.begins)
    right = view.scale.xs_of(clusters.ends) - 2.0
    tops = layout.top_of[clusters.lanes]
    closed = layout.collapsed[clusters.lanes]
    y = tops + _cluster_offset(layout, metrics, clusters.lanes, closed) - view.scroll_px
    alone = clusters.single >= 0
    side = metrics.glyph_px + 4
    length = np.minimum((right - left) / 2, metrics.label_pad_px + metrics.glyph_px / 2)
    left = np.where(alone, left + length - side / 2, left)
    right = np.where(alone, left + side, right)
    seen = (right > 0) & (left < view.width_px)
    kept = np.flatnonzero(seen & (y > -metrics.row_px) & (y < view.height_px))
    return Pills(
        nth=kept,
        lanes=clusters.lanes[kept],
        left=left[kept] + metrics.gutter_px,
        right=right[kept] + metrics.gutter_px,
        y=y[kept] + metrics.axis_px,
        counts=clusters.counts[kept],
        mix=clusters.mix[kept],
        worst=clusters.worst[kept],
        single=clusters.single[kept],
    )


def _cluster_offset(
    layout: LaneLayout, metrics: Metrics, lanes: NDArray[np.int64], closed: NDArray[np.bool_]
) -> NDArray[np.float64]:
    heights = np.zeros(len(layout.top_of))
    heights[layout.lanes] = np.diff(layout.tops)
    at_foot = heights[lanes] - metrics.lane_pad_px - metrics.cluster_px
    return np.where(closed, (metrics.collapsed_px - metrics.cluster_px) / 2, at_foot)


def lane_boxes(
    shown: Shown,
    layout: LaneLayout,
    view: Viewport,
    metrics: Metrics,
    busy: AbstractSet[int] = frozenset(),
) -> tuple[LaneBox, ...]:
    """Return the lanes in view; those not `busy` tell what lies beyond the edges."""
    boxes = []
    heights = dict(zip(layout.lanes.tolist(), np.diff(layout.tops).tolist(), strict=True))
    for lane in layout.between(view.scroll_px, view.scroll_px + view.height_px).tolist():
        earlier, later = (0, 0) if lane in busy else _beyond(shown, lane, view)
        boxes.append(
            LaneBox(
                lane=lane,
                name=shown.index.groups.names[lane],
                size=shown.count_in(lane),
                y=float(layout.top_of[lane]) - view.scroll_px + metrics.axis_px,
                height=heights[lane],
                is_collapsed=bool(layout.collapsed[lane]),
                earlier=earlier,
                later=later,
            )
        )
    return tuple(boxes)


def _beyond(shown: Shown, lane: int, view: Viewport) -> tuple[int, int]:
    first, last = int(shown.lane_offsets[lane]), int(shown.lane_offsets[lane + 1])
    anchors = shown.lane_anchors[first:last]
    earlier = int(anchors.searchsorted(view.begin))
    return earlier, last - first - int(anchors.searchsorted(view.end))


def busy_lanes(bars: Bars, pills: Pills, view: Viewport, metrics: Metrics) -> set[int]:
    """Return the lanes that show anything between the edges."""
    left, right = metrics.gutter_px, metrics.gutter_px + view.width_px
    seen = bars.lanes[(bars.right > left) & (bars.left < right)]
    return set(seen.tolist()) | set(pills.lanes.tolist())
