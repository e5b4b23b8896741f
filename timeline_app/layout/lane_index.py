"""The shown events, ordered so that a frame finds what it needs by bisection.

Built once for a grouping (`LaneIndex.of`) and once for a filter (`shown`); frames only read.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import EventColumns, EventFlag, Grouping
from timeline_app.layout.anchors import Anchors
from timeline_app.layout.crossings import Crossings
from timeline_app.layout.lanes import LaneGroups, group_events
from timeline_app.layout.range_query import RangeCounts, RangeMax
from timeline_app.layout.rows import assign_rows, row_counts

STATUS_WIDTH = 8
"""Statuses a type: the modalities, then DISPUTED."""
DISPUTED_STATUS = 5
CODE_WIDTH = 10 * STATUS_WIDTH
_ENTRY_BITS = 32


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LaneIndex:
    """Every dated event in its lanes and rows, before any filter.

    Entries stand in two orders: by (lane, anchor), as in `groups`, and by (row, anchor), rows
    being numbered through all lanes: those of lane i are `row_base[i]` … `row_base[i + 1]`.
    `by_row[j]` is the entry, in lane order, that stands at j in row order. `codes` hold type and
    status of each event of the columns, `scores` how much it matters.
    """

    columns: EventColumns
    anchors: Anchors
    groups: LaneGroups
    row_base: NDArray[np.int64]
    rows: NDArray[np.int32]
    by_row: NDArray[np.int64]
    crossings: Crossings
    codes: NDArray[np.uint8]
    scores: NDArray[np.uint16]

    @classmethod
    def of(cls, columns: EventColumns, grouping: Grouping, *, max_rows: int) -> "LaneIndex":
        """Group and pack the events; `max_rows` (1 to 255) bounds the rows of a lane."""
        anchors = Anchors.of(columns)
        groups = group_events(columns, grouping, anchors)
        counts = row_counts(np.diff(groups.offsets), max_rows)
        begins, ends = anchors.begins[groups.events], anchors.ends[groups.events]
        row_base = np.zeros(len(groups) + 1, dtype=np.int64)
        np.cumsum(counts, out=row_base[1:])
        rows = assign_rows(begins, ends, groups.offsets, counts)
        numbered = row_base[groups.lane_of_entry()].astype(np.int32) + rows
        # Numbers of 16 bits are sorted in linear time.
        keys = numbered.astype(np.uint16) if row_base[-1] < 65_536 else numbered
        return cls(
            columns=columns,
            anchors=anchors,
            groups=groups,
            row_base=row_base,
            rows=numbered,
            by_row=np.argsort(keys, kind="stable"),
            crossings=Crossings(begins, ends),
            codes=_codes(columns),
            scores=_scores(columns),
        )

    def rows_in(self, lane: int) -> int:
        """Return how many rows a lane has."""
        return int(self.row_base[lane + 1] - self.row_base[lane])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Shown:
    """What a filter leaves of a `LaneIndex`, in the same two orders.

    `lane_*`: by (lane, anchor); `row_*`: by (row, anchor). `row_entries` are positions in lane
    order among the entries of the whole index; `is_shown` marks those. `best` finds the weightiest
    entry of a stretch in row order: `entry_at(weight)` is its position there.
    """

    index: LaneIndex
    is_shown: NDArray[np.bool_]
    lane_events: NDArray[np.int32]
    lane_anchors: NDArray[np.int64]
    lane_offsets: NDArray[np.int64]
    row_entries: NDArray[np.int64]
    row_anchors: NDArray[np.int64]
    row_offsets: NDArray[np.int64]
    best: RangeMax
    mix: RangeCounts

    @classmethod
    def of(cls, index: LaneIndex, mask: NDArray[np.bool_] | None = None) -> "Shown":
        """Apply a filter: `mask` tells of each event whether it is shown (None: all are)."""
        events = index.groups.events
        dated = len(index.anchors.begins)
        is_all = mask is None or bool(mask[:dated].all())
        kept = np.ones(len(events), np.bool_) if is_all or mask is None else mask[events]
        lane_events = events if is_all else events[kept]
        by_row = index.by_row
        kept_by_row = kept if is_all else kept[by_row]
        row_entries = by_row if is_all else by_row[kept_by_row]
        row_events = events[row_entries]
        total_rows = int(index.row_base[-1])
        row_counts = np.bincount(index.rows[kept], minlength=total_rows)
        lane_offsets = _kept_offsets(kept, index.groups.offsets, is_all=is_all)
        return cls(
            index=index,
            is_shown=kept,
            lane_events=lane_events,
            lane_anchors=index.anchors.begins[lane_events],
            lane_offsets=lane_offsets,
            row_entries=row_entries,
            row_anchors=index.anchors.begins[row_events],
            row_offsets=np.concatenate(([0], np.cumsum(row_counts))),
            best=RangeMax.of(_weights(index.scores, row_events)),
            mix=RangeCounts.of(index.codes[lane_events], CODE_WIDTH),
        )

    def count_in(self, lane: int) -> int:
        """Return how many shown events a lane has."""
        return int(self.lane_offsets[lane + 1] - self.lane_offsets[lane])


def entry_at(weights: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the positions, in row order, of the entries with these weights."""
    return (1 << _ENTRY_BITS) - 1 - (weights & ((1 << _ENTRY_BITS) - 1))


def _kept_offsets(
    kept: NDArray[np.bool_], offsets: NDArray[np.int64], *, is_all: bool
) -> NDArray[np.int64]:
    if is_all:
        return offsets
    running = np.zeros(len(kept) + 1, dtype=np.int64)
    np.cumsum(kept, out=running[1:])
    return running[offsets]


def _scores(columns: EventColumns) -> NDArray[np.uint16]:
    """Rate the events: most reported first, then surest."""
    reports = np.minimum(columns.reports, np.uint16(255))
    scores: NDArray[np.uint16] = reports * np.uint16(256) + columns.confidences
    return scores


def _weights(scores: NDArray[np.uint16], events: NDArray[np.int32]) -> NDArray[np.int64]:
    """Weigh entries by score, then earliest first; no two alike."""
    weights = scores[events].astype(np.int64)
    weights <<= _ENTRY_BITS
    weights += (1 << _ENTRY_BITS) - 1 - np.arange(len(events))
    return weights


def _codes(columns: EventColumns) -> NDArray[np.uint8]:
    """Return type and status of each event in one small number."""
    disputed = (columns.flags & EventFlag.DISPUTED) != 0
    status = np.where(disputed, np.uint8(DISPUTED_STATUS), columns.modalities)
    codes: NDArray[np.uint8] = (columns.types * np.uint8(STATUS_WIDTH) + status).astype(np.uint8)
    return codes
