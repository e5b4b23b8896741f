"""Where a key press leads: the next event in time, the nearest in the next lane."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.lane_index import Shown
from timeline_app.layout.lane_layout import LaneLayout


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Neighbours:
    """The shown events in time (`in_time`, positions in the columns) and in their lanes."""

    shown: Shown
    layout: LaneLayout
    in_time: NDArray[np.int64]

    @classmethod
    def of(cls, shown: Shown, layout: LaneLayout, mask: NDArray[np.bool_] | None) -> "Neighbours":
        """Order the dated events that `mask` shows."""
        anchors = shown.index.anchors
        order = anchors.order
        if mask is None:
            in_time = order
        elif anchors.is_sorted:
            in_time = np.flatnonzero(mask[: len(order)])
        else:
            in_time = order[mask[order]]
        return cls(shown=shown, layout=layout, in_time=in_time)

    def first(self) -> int | None:
        """Return the earliest event."""
        return int(self.in_time[0]) if len(self.in_time) else None

    def last(self) -> int | None:
        """Return the latest event."""
        return int(self.in_time[-1]) if len(self.in_time) else None

    def next_in_time(self, event: int, step: int) -> int | None:
        """Return the event `step` places later (earlier where negative), None past the ends.

        From a hidden event the nearest place in time counts.
        """
        place = self._place(event)
        if place < 0:
            place = -place - 1 - (step > 0)
        wanted = place + step
        return int(self.in_time[wanted]) if 0 <= wanted < len(self.in_time) else None

    def next_in_lanes(self, event: int, lane: int | None, step: int) -> tuple[int, int] | None:
        """Return (event, lane) nearest in time in the next lane down (`step` 1) or up (-1)."""
        here = self.lane_of(event) if lane is None else lane
        places = np.flatnonzero(self.layout.lanes == here)
        nth = (int(places[0]) if len(places) else -1) + step
        if not 0 <= nth < len(self.layout.lanes):
            return None
        target = int(self.layout.lanes[nth])
        return self.nearest_in_lane(int(self.shown.index.anchors.begins[event]), target), target

    def nearest_in_lane(self, at: int, lane: int) -> int:
        """Return the event of a lane (it must show some) that begins nearest to an instant."""
        first = int(self.shown.lane_offsets[lane])
        last = int(self.shown.lane_offsets[lane + 1])
        anchors = self.shown.lane_anchors
        after = first + int(anchors[first:last].searchsorted(at))
        choices = [i for i in (after - 1, after) if first <= i < last]
        best = min(choices, key=lambda i: abs(int(anchors[i]) - at))
        return int(self.shown.lane_events[best])

    def lane_of(self, event: int) -> int | None:
        """Return the first lane on show that holds an event, None where none does."""
        if event >= len(self.shown.index.anchors.begins):
            return None
        at = self.shown.index.anchors.begins[event]
        for lane in self.layout.lanes.tolist():
            first, last = self.shown.lane_offsets[lane], self.shown.lane_offsets[lane + 1]
            anchors = self.shown.lane_anchors[first:last]
            a, b = anchors.searchsorted(at), anchors.searchsorted(at, side="right")
            if (self.shown.lane_events[first + a : first + b] == event).any():
                return int(lane)
        return None

    def _place(self, event: int) -> int:
        """Return the place in time; for a hidden event -(place it would take) - 1."""
        anchors = self.shown.index.anchors
        if anchors.is_sorted:
            place = int(self.in_time.searchsorted(event))
            is_there = place < len(self.in_time) and self.in_time[place] == event
            return place if is_there else -place - 1
        found = np.flatnonzero(self.in_time == event)
        if len(found):
            return int(found[0])
        at = anchors.begins[event] if event < len(anchors.begins) else np.iinfo(np.int64).max
        return -int(anchors.begins[self.in_time].searchsorted(at)) - 1
