"""What a level draws in a stretch of time: fetched for more than is in view, then reused."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.clusters import Clusters, gather_clusters
from timeline_app.layout.detail_level import cell_edges, level_of
from timeline_app.layout.lane_index import Shown
from timeline_app.layout.lane_layout import LaneLayout
from timeline_app.layout.solo import choose_solo
from timeline_app.layout.viewport import Viewport


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Fetched:
    """The events that stand alone and the clusters, in time and lanes rather than in pixels.

    Valid at `level` between `begin` + `spare_s` and `end`, and between the heights `top_px` and
    `bottom_px`.
    `events` are positions in the columns; `lanes` and `rows` (in its lane) place each of them;
    all are by (lane, row, begin).
    """

    level: int
    begin: int
    end: int
    spare_s: int
    top_px: float
    bottom_px: float
    events: NDArray[np.int64]
    lanes: NDArray[np.int64]
    rows: NDArray[np.int64]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]
    clusters: Clusters

    def covers(self, view: Viewport) -> bool:
        """Tell whether it holds everything that `view` shows."""
        return (
            self.level == level_of(view.scale.seconds_per_px)
            and self.begin + self.spare_s <= view.begin
            and view.end <= self.end
            and self.top_px <= view.scroll_px
            and view.scroll_px + view.height_px <= self.bottom_px
        )


def fetch(shown: Shown, layout: LaneLayout, view: Viewport) -> Fetched:
    """Fetch for `view`, half a screen before and after it, and a quarter above and below."""
    level = level_of(view.scale.seconds_per_px)
    pad = int(view.width_px * view.scale.seconds_per_px * 0.5) + 1
    # What is shorter than this and begins before the window is not looked for: see `covers`.
    spare = pad // 4
    edges = cell_edges(view.begin - pad, view.end + pad, level)
    top, bottom = view.scroll_px - view.height_px / 4, view.scroll_px + 1.25 * view.height_px
    lanes = np.sort(layout.between(top, bottom))
    rows = _rows_of(shown, lanes[~layout.collapsed[lanes]])
    solo = choose_solo(shown, rows, edges, level, pad_s=spare)
    lane = shown.index.row_base.searchsorted(solo.rows, side="right") - 1
    return Fetched(
        level=level,
        begin=int(edges[0]),
        end=int(edges[-1]),
        spare_s=spare,
        top_px=top,
        bottom_px=bottom,
        events=shown.index.groups.events[solo.entries].astype(np.int64),
        lanes=lane,
        rows=solo.rows - shown.index.row_base[lane],
        begins=solo.begins,
        ends=solo.ends,
        clusters=gather_clusters(shown, lanes, edges, solo),
    )


def _rows_of(shown: Shown, lanes: NDArray[np.int64]) -> NDArray[np.int64]:
    base = shown.index.row_base
    if not len(lanes):
        return np.empty(0, dtype=np.int64)
    return np.concatenate([np.arange(base[lane], base[lane + 1]) for lane in lanes.tolist()])
