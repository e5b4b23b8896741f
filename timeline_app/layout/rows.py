"""Which row of its lane an event stands in: fixed by the events alone, never by the zoom.

Neighbours in time go to different rows, so that their labels have room, and a long event keeps
its row to itself while it lasts.
"""

import heapq

import numpy as np
from numpy.typing import NDArray

EXACT_LIMIT = 40_000
"""Up to so many entries the rows are packed one by one; beyond it in bulk."""
LONG = 6.0
"""An event is long if it outlasts so many rounds of its lane's rows."""


def row_counts(lane_sizes: NDArray[np.int64], max_rows: int) -> NDArray[np.int64]:
    """Return how many rows each lane gets: one an event, up to `max_rows`."""
    return np.minimum(np.maximum(lane_sizes, 1), max_rows)


def assign_rows(
    begins: NDArray[np.int64],
    ends: NDArray[np.int64],
    offsets: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> NDArray[np.uint8]:
    """Return the row of each entry.

    `begins` and `ends` are lane by lane (`offsets`), earliest first; `counts` are the lanes'
    rows. Entries of one row may still overlap where a lane has more at once than rows.
    """
    deal = _packed if len(begins) <= EXACT_LIMIT else _spread
    rows = np.zeros(len(begins), dtype=np.uint8)
    for lane, count in enumerate(counts.tolist()):
        part = slice(int(offsets[lane]), int(offsets[lane + 1]))
        rows[part] = deal(begins[part], ends[part], count)
    return rows


def _packed(
    begins: NDArray[np.int64], ends: NDArray[np.int64], count: int
) -> list[int] | NDArray[np.uint8]:
    """Give each entry of a lane the row that is free first."""
    free = [(-(2**62) + row, row) for row in range(count)]
    taken = []
    for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
        row = free[0][1]
        heapq.heapreplace(free, (max(end, begin + 1), row))
        taken.append(row)
    return taken


def _spread(
    begins: NDArray[np.int64], ends: NDArray[np.int64], count: int
) -> list[int] | NDArray[np.uint8]:
    """Deal a lane's short events round the rows; the long ones share the first third of them."""
    size = len(begins)
    if size <= count:
        return np.arange(size, dtype=np.uint8)
    spacing = (int(begins[-1]) - int(begins[0])) / size
    is_long = (ends - begins) > LONG * count * spacing
    reserved = max(count // 3, 1) if count > 1 and 0 < is_long.sum() < size else 0
    short_rows = max(count - reserved, 1)
    rows = (np.arange(size) % short_rows + reserved).astype(np.uint8)
    if reserved:
        rows[is_long] = np.arange(int(is_long.sum())) % reserved
    return rows
