"""Where each dated event is pinned: at its begin, or at its end where the begin is open."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import OPEN_BEGIN, OPEN_END, EventColumns


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Anchors:
    """The drawn extent of each dated event, by its position in the columns.

    `begins`, `ends`: int64 instants, half-open, always finite: an open side collapses to the
    second that is known, and an arrow is drawn there. `order`: the positions, earliest anchor
    first. `is_sorted` tells whether `order` is simply 0, 1, 2 …
    """

    begins: NDArray[np.int64]
    ends: NDArray[np.int64]
    order: NDArray[np.int64]
    is_sorted: bool

    @classmethod
    def of(cls, columns: EventColumns) -> "Anchors":
        """Return the anchors of the dated events."""
        count = columns.dated_count
        begins, ends = columns.begins[:count], columns.ends[:count]
        from_end = begins == OPEN_BEGIN
        to_begin = ends == OPEN_END
        if not from_end.any() and not to_begin.any():
            return cls(begins=begins, ends=ends, order=np.arange(count), is_sorted=True)
        both = from_end & to_begin
        anchors = np.where(from_end, ends - 1, begins)
        anchors[both] = 0
        finite_ends = np.where(to_begin, anchors + 1, ends)
        order = np.argsort(anchors, kind="stable")
        return cls(begins=anchors, ends=finite_ends, order=order, is_sorted=False)

    def span(self) -> tuple[int, int] | None:
        """Return the first begin and the last end, None without dated events."""
        if not len(self.begins):
            return None
        return int(self.begins.min()), int(self.ends.max())


BULK = 0.92
"""Share of the events that the bulk holds."""
LONELY = 3.0
"""How many times as long as the bulk all of time must be for the tails to be left out."""


def bulk_span(anchors: Anchors, rows: NDArray[np.int64]) -> tuple[int, int] | None:
    """Return a span that holds the bulk of some events given earliest first; None for none.

    A treaty of 1949 among the news of a month would leave the month a few pixels wide: where the
    tails stretch time that much they are left out. The bulk is the shortest stretch that holds so
    many of the begins.
    """
    if not len(rows):
        return None
    begins, ends = anchors.begins[rows], anchors.ends[rows]
    first, last = int(begins[0]), int(ends.max())
    held = max(int(np.ceil(len(rows) * BULK)), 1)
    lengths = begins[held - 1 :] - begins[: len(rows) - held + 1]
    at = int(np.argmin(lengths))
    low, length = int(begins[at]), max(int(lengths[at]), 1)
    if held == len(rows) or last - first <= LONELY * length:
        return first, last
    return max(first, low - length // 8), min(last, low + length + length // 8)
