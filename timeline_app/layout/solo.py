"""Which events stand alone at a level: the weightiest of each cell, as far as they have room."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.detail_level import least_event_seconds
from timeline_app.layout.lane_index import Shown, entry_at


class Solo(NamedTuple):
    """Entries that stand alone, by (row, begin): positions in lane order, rows, extents."""

    entries: NDArray[np.int64]
    rows: NDArray[np.int64]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]


def choose_solo(
    shown: Shown, rows: NDArray[np.int64], edges: NDArray[np.int64], level: int, *, pad_s: int = 1
) -> Solo:
    """Return the events of `rows` that stand alone in the cells between `edges`, and those that
    reach into them from before, by more than the `pad_s` that lie before the view; no two of one
    row overlap."""
    entries, weights = _winners(shown, rows, edges)
    earlier, earlier_weights = _crossing(shown, rows, int(edges[0]), pad_s)
    entries = np.concatenate((earlier, entries))
    weights = np.concatenate((earlier_weights, weights))
    events = shown.index.groups.events[entries]
    begins, ends = shown.index.anchors.begins[events], shown.index.anchors.ends[events]
    row = shown.index.rows[entries].astype(np.int64)
    order = np.lexsort((begins, row))
    found = Solo(entries[order], row[order], begins[order], ends[order])
    kept = _without_overlap(found, weights[order], least_event_seconds(level))
    return Solo(*(part[kept] for part in found))


def _winners(
    shown: Shown, rows: NDArray[np.int64], edges: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    anchors, offsets = shown.row_anchors, shown.row_offsets
    cuts = np.empty((len(rows), len(edges)), dtype=np.int64)
    for i, row in enumerate(rows.tolist()):
        first, last = offsets[row], offsets[row + 1]
        cuts[i] = anchors[first:last].searchsorted(edges)
        cuts[i] += first
    starts, stops = cuts[:, :-1].ravel(), cuts[:, 1:].ravel()
    filled = stops > starts
    if not filled.any():
        return np.empty(0, np.int64), np.empty(0, np.int64)
    weights = shown.best.over(starts[filled], stops[filled])
    return shown.row_entries[entry_at(weights)], weights


def _crossing(
    shown: Shown, rows: NDArray[np.int64], begin: int, least_s: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each row the weightiest event that began before `begin` and lasts beyond it."""
    index = shown.index
    wanted = np.zeros(int(index.row_base[-1]) + 1, dtype=np.bool_)
    wanted[rows] = True
    entries = index.crossings.across(begin, least_s=least_s)
    entries = entries[shown.is_shown[entries]]
    entries = entries[wanted[index.rows[entries]]]
    weights = _weight_of(shown, entries)
    order = np.lexsort((-weights, index.rows[entries]))
    _, firsts = np.unique(index.rows[entries][order], return_index=True)
    best = order[firsts]
    return entries[best], weights[best]


def _weight_of(shown: Shown, entries: NDArray[np.int64]) -> NDArray[np.int64]:
    scores = shown.index.scores[shown.index.groups.events[entries]].astype(np.int64)
    weights: NDArray[np.int64] = (scores << 32) + (1 << 32) - 1
    return weights


def _without_overlap(found: Solo, weights: NDArray[np.int64], least_s: int) -> NDArray[np.int64]:
    """Return the indices of those that stay where each takes at least `least_s`."""
    reach = np.maximum(found.ends, found.begins + least_s)
    tight = (found.rows[1:] == found.rows[:-1]) & (reach[:-1] > found.begins[1:])
    if not tight.any():
        return np.arange(len(found.rows))
    kept: list[int] = []
    rows, begins = found.rows.tolist(), found.begins.tolist()
    ends, weight = reach.tolist(), weights.tolist()
    for i in range(len(rows)):
        while kept and rows[kept[-1]] == rows[i] and ends[kept[-1]] > begins[i]:
            if weight[kept[-1]] >= weight[i]:
                break
            kept.pop()
        else:
            kept.append(i)
    return np.array(kept, dtype=np.int64)
