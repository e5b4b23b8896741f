"""Short ways to build event columns for tests."""

from collections.abc import Sequence

import numpy as np

from timeline_app.annotation.event_columns import (
    OPEN_BEGIN,
    OPEN_END,
    PRECISIONS,
    UNDATED,
    EventColumns,
    EventFlag,
    GroupColumn,
    Grouping,
)
from timeline_app.chrono.event_time import Precision

Extent = tuple[int | None, int | None] | None
"""Begin and end of an event, None where a side is open; None for an undated event."""


def columns_of(
    extents: Sequence[Extent],
    *,
    types: Sequence[int] = (),
    modalities: Sequence[int] = (),
    flags: Sequence[int] = (),
    reports: Sequence[int] = (),
    places: Sequence[Sequence[str]] = (),
    precision: Precision = Precision.DAY,
) -> EventColumns:
    """Return columns of events with these extents, sorted as columns are; ids count from 1."""
    count = len(extents)
    bounds = [_bounds(extent) for extent in extents]
    order = sorted(range(count), key=lambda n: (*bounds[n], n))

    def column(values: Sequence[int], dtype: type, default: int = 0) -> np.ndarray:
        filled = list(values) or [default] * count
        return np.array([filled[n] for n in order], dtype=dtype)

    undated = [int(EventFlag.UNDATED) if extents[n] is None else 0 for n in order]
    return EventColumns(
        ids=np.array([n + 1 for n in order], dtype=np.int64),
        begins=np.array([bounds[n][0] for n in order], dtype=np.int64),
        ends=np.array([bounds[n][1] for n in order], dtype=np.int64),
        precisions=np.full(count, PRECISIONS.index(precision), dtype=np.uint8),
        types=column(types, np.uint8),
        modalities=column(modalities, np.uint8),
        flags=column(flags, np.uint16) | np.array(undated, dtype=np.uint16),
        confidences=np.full(count, 80, dtype=np.uint8),
        reports=column(reports, np.uint16, 1),
        groups={Grouping.PLACE: _groups([list(places[n]) for n in order])} if places else {},
    )


def titles(rows: Sequence[int]) -> list[str]:
    """Return a title for each position."""
    return [f"Event number {row} of the story" for row in rows]


def _bounds(extent: Extent) -> tuple[int, int]:
    if extent is None:
        return int(UNDATED), int(UNDATED)
    begin, end = extent
    return (int(OPEN_BEGIN) if begin is None else begin, int(OPEN_END) if end is None else end)


def _groups(places: list[list[str]]) -> GroupColumn:
    names = tuple(dict.fromkeys(name for some in places for name in some))
    sizes = [len(some) for some in places]
    return GroupColumn(
        names=names,
        offsets=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        codes=np.array([names.index(n) for some in places for n in some], dtype=np.int32),
    )
