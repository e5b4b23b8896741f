"""Events grouped into lanes: by type, actor, place, source or status."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import (
    MODALITIES,
    TYPES,
    EventColumns,
    GroupColumn,
    Grouping,
)
from timeline_app.layout.anchors import Anchors


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LaneGroups:
    """The events of each lane; an event stands in every lane that it belongs to.

    `names`: one a lane, None for the lane of events that belong to no group. `events`: positions
    in the columns, lane by lane, earliest anchor first; those of lane i are
    `events[offsets[i]:offsets[i + 1]]`.
    """

    names: tuple[str | None, ...]
    events: NDArray[np.int32]
    offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.names)

    def lane_of_entry(self) -> NDArray[np.int32]:
        """Return the lane of each entry."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.offsets))


def group_events(columns: EventColumns, grouping: Grouping, anchors: Anchors) -> LaneGroups:
    """Return the lanes of `columns`, lanes of types and statuses in their own order, the others
    by the number of their events; the lane without a name is last."""
    count = len(anchors.begins)
    column = columns.groups.get(grouping)
    if column is None:
        names, codes = _own_codes(columns, grouping, count)
        events = np.arange(count, dtype=np.int32)
        by_count = False
    else:
        names, events, codes = _codes_of(column, count)
        by_count = grouping not in (Grouping.TYPE, Grouping.STATUS)
    if not anchors.is_sorted:
        rank = np.empty(count, dtype=np.int64)
        rank[anchors.order] = np.arange(count)
        perm = np.argsort(rank[events], kind="stable")
        events, codes = events[perm], codes[perm]
    return _sorted_lanes(names, events, codes, by_count=by_count)


def lane_sizes(columns: EventColumns, grouping: Grouping) -> list[int]:
    """Return the sizes of the lanes that a grouping makes (their order is not said)."""
    count = columns.dated_count
    column = columns.groups.get(grouping)
    if column is None:
        _, codes = _own_codes(columns, grouping, count)
    else:
        offsets = column.offsets[: count + 1]
        codes = column.codes[offsets[0] : offsets[-1]]
    sizes: list[int] = [size for size in np.bincount(codes).tolist() if size]
    nobody = 0 if column is None else int((np.diff(offsets) == 0).sum())
    return [*sizes, nobody] if nobody else sizes


def _own_codes(
    columns: EventColumns, grouping: Grouping, count: int
) -> tuple[tuple[str | None, ...], NDArray[np.int32]]:
    """Return the groups that the columns themselves know; one nameless lane for the rest."""
    if grouping is Grouping.TYPE:
        return tuple(str(t) for t in TYPES), columns.types[:count].astype(np.int32)
    if grouping is Grouping.STATUS:
        return tuple(str(m) for m in MODALITIES), columns.modalities[:count].astype(np.int32)
    return (None,), np.zeros(count, dtype=np.int32)


def _codes_of(
    column: GroupColumn, count: int
) -> tuple[tuple[str | None, ...], NDArray[np.int32], NDArray[np.int32]]:
    offsets = column.offsets[: count + 1]
    sizes = np.diff(offsets)
    codes = column.codes[offsets[0] : offsets[-1]] if count else column.codes[:0]
    nobody = len(column.names)
    names: tuple[str | None, ...] = (*column.names, None)
    if len(codes) == count and bool((sizes == 1).all()):
        return names, np.arange(count, dtype=np.int32), codes
    padded = np.maximum(sizes, 1)
    events = np.repeat(np.arange(count, dtype=np.int32), padded)
    filled = np.full(len(events), nobody, dtype=np.int32)
    has_group = np.ones(len(events), dtype=np.bool_)
    has_group[(np.cumsum(padded) - padded)[sizes == 0]] = False
    filled[has_group] = codes
    return names, events, filled


def _sorted_lanes(
    names: tuple[str | None, ...],
    events: NDArray[np.int32],
    codes: NDArray[np.int32],
    *,
    by_count: bool,
) -> LaneGroups:
    counts = np.bincount(codes, minlength=len(names))
    present = np.flatnonzero(counts)
    named = [c for c in present if names[c] is not None]
    if by_count:
        named.sort(key=lambda c: (-counts[c], str(names[c])))
    lanes = [*named, *(c for c in present if names[c] is None)]
    lane_of_code = np.zeros(len(names), dtype=np.uint16 if len(lanes) < 65_536 else np.uint32)
    lane_of_code[lanes] = np.arange(len(lanes))
    perm = np.argsort(lane_of_code[codes], kind="stable")
    offsets = np.zeros(len(lanes) + 1, dtype=np.int64)
    np.cumsum(counts[lanes], out=offsets[1:])
    return LaneGroups(names=tuple(names[c] for c in lanes), events=events[perm], offsets=offsets)
