"""Cells of time that stand for the events hidden in them, with exact counts."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import MODALITIES, TYPES
from timeline_app.annotation.kinds import Modality
from timeline_app.layout.lane_index import (
    CODE_WIDTH,
    DISPUTED_STATUS,
    STATUS_WIDTH,
    Shown,
)
from timeline_app.layout.solo import Solo

SEVERITY: tuple[Modality | None, ...] = (
    Modality.ACTUAL,
    Modality.PLANNED,
    Modality.PROPOSED,
    Modality.HYPOTHETICAL,
    Modality.DENIED,
    None,
)
"""Statuses, best first; None is "the reports disagree about the date"."""
_STATUS_ORDER = np.array(
    [DISPUTED_STATUS if s is None else MODALITIES.index(s) for s in SEVERITY], dtype=np.int64
)


class Clusters(NamedTuple):
    """Hidden events, one row a cluster, by (lane, begin).

    `begins`, `ends` are the drawn extent, inside one cell. `starts`, `stops` are positions in the
    shown entries of lane order; those that stand alone lie among them. `counts` is how many are
    hidden; `mix` (clusters x types) how many of each type; `worst` an index into SEVERITY.
    `single` is the hidden event itself where it is the only one, else -1.
    """

    lanes: NDArray[np.int64]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]
    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    counts: NDArray[np.int64]
    mix: NDArray[np.int64]
    worst: NDArray[np.int64]
    single: NDArray[np.int64]


def gather_clusters(
    shown: Shown, lanes: NDArray[np.int64], edges: NDArray[np.int64], solo: Solo
) -> Clusters:
    """Return what the cells between `edges` hide in `lanes` beside the `solo` events."""
    cells = len(edges) - 1
    cuts = _cuts(shown, lanes, edges)
    starts, stops = cuts[:, :-1].ravel(), cuts[:, 1:].ravel()
    place, codes = _cells_of(shown, lanes, edges, solo)
    hidden = stops - starts - np.bincount(place, minlength=len(lanes) * cells)
    chosen = np.flatnonzero(hidden > 0)
    found = shown.mix.over(starts[chosen], stops[chosen])
    where = np.searchsorted(chosen, place)
    inside = where < len(chosen)
    inside[inside] = chosen[where[inside]] == place[inside]
    np.subtract.at(found, (where[inside], codes[inside]), 1)
    table = found.reshape(len(chosen), CODE_WIDTH // STATUS_WIDTH, STATUS_WIDTH)
    by_status = table.sum(axis=1)[:, _STATUS_ORDER] > 0
    begins, ends = _extents(shown, starts[chosen], stops[chosen], edges, chosen % cells)
    single = _singles(shown, starts[chosen], stops[chosen], hidden[chosen], solo)
    alone = single >= 0
    begins[alone] = shown.index.anchors.begins[single[alone]]
    return Clusters(
        lanes=lanes[chosen // cells],
        begins=begins,
        ends=ends,
        starts=starts[chosen],
        stops=stops[chosen],
        counts=hidden[chosen],
        mix=table.sum(axis=2)[:, : len(TYPES)],
        worst=by_status.shape[1] - 1 - by_status[:, ::-1].argmax(axis=1),
        single=single,
    )


def _cuts(shown: Shown, lanes: NDArray[np.int64], edges: NDArray[np.int64]) -> NDArray[np.int64]:
    cuts = np.empty((len(lanes), len(edges)), dtype=np.int64)
    for i, lane in enumerate(lanes.tolist()):
        first, last = shown.lane_offsets[lane], shown.lane_offsets[lane + 1]
        cuts[i] = shown.lane_anchors[first:last].searchsorted(edges)
        cuts[i] += first
    return cuts


def _cells_of(
    shown: Shown, lanes: NDArray[np.int64], edges: NDArray[np.int64], solo: Solo
) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Return cell and code of each solo event that begins inside the edges."""
    inside = (solo.begins >= edges[0]) & (solo.begins < edges[-1])
    entries, rows = solo.entries[inside], solo.rows[inside]
    lane = shown.index.row_base.searchsorted(rows, side="right") - 1
    nth = np.zeros(len(shown.index.groups), dtype=np.int64)
    nth[lanes] = np.arange(len(lanes))
    cell = (solo.begins[inside] - edges[0]) // (edges[1] - edges[0])
    events = shown.index.groups.events[entries]
    return nth[lane] * (len(edges) - 1) + cell, shown.index.codes[events]


def _singles(
    shown: Shown,
    starts: NDArray[np.int64],
    stops: NDArray[np.int64],
    hidden: NDArray[np.int64],
    solo: Solo,
) -> NDArray[np.int64]:
    single = np.full(len(starts), -1, dtype=np.int64)
    one = hidden == 1
    sure = one & (stops - starts == 1)
    single[sure] = shown.lane_events[starts[sure]]
    for nth in np.flatnonzero(one & ~sure).tolist():
        first, last = int(starts[nth]), int(stops[nth])
        events = shown.lane_events[first:last]
        lane = int(shown.lane_offsets.searchsorted(first, side="right")) - 1
        rows = shown.index.row_base[lane : lane + 2]
        here = (solo.rows >= rows[0]) & (solo.rows < rows[1])
        alone = shown.index.groups.events[solo.entries[here]]
        single[nth] = events[~np.isin(events, alone)][0]
    return single


def _extents(
    shown: Shown,
    starts: NDArray[np.int64],
    stops: NDArray[np.int64],
    edges: NDArray[np.int64],
    cells: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Draw a cluster from its first event to its last one's end, a third of a cell at least."""
    size = int(edges[1] - edges[0])
    least = max(size * 3 // 8, 1)
    begins = np.minimum(shown.lane_anchors[starts], edges[cells + 1] - least)
    last = shown.index.anchors.ends[shown.lane_events[stops - 1]]
    return begins, np.clip(last, begins + least, edges[cells + 1])
