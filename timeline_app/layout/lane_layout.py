"""Where the lanes lie, one under the other, in the user's order, some of them collapsed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.lane_index import LaneIndex, Shown
from timeline_app.layout.metrics import Metrics


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LaneLayout:
    """The lanes on show, top first.

    `lanes` are indices of the groups; `tops` has one value more than `lanes`, the total height.
    `top_of` and `collapsed` are by group index (`top_of` is NaN for a lane that is not shown).
    """

    lanes: NDArray[np.int64]
    tops: NDArray[np.float64]
    top_of: NDArray[np.float64]
    collapsed: NDArray[np.bool_]

    @property
    def height_px(self) -> float:
        """Return the height of all lanes together."""
        return float(self.tops[-1])

    def between(self, top_px: float, bottom_px: float) -> NDArray[np.int64]:
        """Return the lanes that show anything between two heights."""
        first = max(int(self.tops.searchsorted(top_px, side="right")) - 1, 0)
        last = int(self.tops[:-1].searchsorted(bottom_px, side="left"))
        return self.lanes[first:last]


def lane_height(index: LaneIndex, lane: int, metrics: Metrics, *, is_collapsed: bool) -> float:
    """Return the height of a lane; one that can hide events has a row for its clusters."""
    if is_collapsed:
        return metrics.collapsed_px
    offsets = index.groups.offsets
    size = int(offsets[lane + 1] - offsets[lane])
    return metrics.lane_px(size, index.rows_in(lane))


def lay_out_lanes(
    shown: Shown,
    metrics: Metrics,
    *,
    order: Sequence[str | None] = (),
    collapsed: Collection[str | None] = (),
) -> LaneLayout:
    """Stack the lanes that have shown events: first those that `order` names, then the others."""
    names = shown.index.groups.names
    wished = {name: nth for nth, name in enumerate(order)}
    lanes = [lane for lane in range(len(names)) if shown.count_in(lane)]
    lanes.sort(key=lambda lane: wished.get(names[lane], len(wished)))
    closed = np.array([name in collapsed for name in names], dtype=np.bool_)
    heights = [
        lane_height(shown.index, lane, metrics, is_collapsed=bool(closed[lane])) for lane in lanes
    ]
    tops = np.concatenate(([0.0], np.cumsum(np.array(heights, dtype=np.float64))))
    top_of = np.full(len(names), np.nan)
    top_of[lanes] = tops[:-1]
    return LaneLayout(
        lanes=np.array(lanes, dtype=np.int64), tops=tops, top_of=top_of, collapsed=closed
    )
