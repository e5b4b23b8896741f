"""From columns, a filter and a viewport to scenes, remembering what does not change."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import EventColumns, Grouping
from timeline_app.layout.axis_text import TickText
from timeline_app.layout.compose import (
    busy_lanes,
    lane_boxes,
    place_bars,
    place_labels,
    place_pills,
)
from timeline_app.layout.fetch_window import Fetched, fetch
from timeline_app.layout.labels import FrontMeasure, LabelBook, Measure, Titles
from timeline_app.layout.lane_index import LaneIndex, Shown
from timeline_app.layout.lane_layout import LaneLayout, lay_out_lanes
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.neighbours import Neighbours
from timeline_app.layout.scene import Scene
from timeline_app.layout.ticks import lay_out_axis
from timeline_app.layout.viewport import Viewport


class SceneBuilder:
    """Builds scenes. Setters are cheap; what they invalidate is rebuilt by the next scene."""

    def __init__(
        self,
        columns: EventColumns,
        titles: Titles,
        *,
        measure: Measure,
        tick_text: TickText,
        metrics: Metrics,
        grouping: Grouping = Grouping.TYPE,
        max_rows: int = 4,
        fronts: FrontMeasure | None = None,
    ) -> None:
        self.columns = columns
        self.metrics = metrics
        self.grouping = grouping
        self.book = LabelBook(titles, measure, fronts)
        self._measure = measure
        self._tick_text = tick_text
        self._max_rows = max_rows
        self._mask: NDArray[np.bool_] | None = None
        self._order: Sequence[str | None] = ()
        self._collapsed: Collection[str | None] = ()
        self._index: LaneIndex | None = None
        self._shown: Shown | None = None
        self._layout: LaneLayout | None = None
        self._neighbours: Neighbours | None = None
        self._fetched: Fetched | None = None

    def set_columns(self, columns: EventColumns) -> None:
        """Show other events."""
        self.columns = columns
        self._mask = None
        self.book.clear()
        self._forget_index()

    def set_mask(self, mask: NDArray[np.bool_] | None) -> None:
        """Show only the events that `mask` marks, all where it is None."""
        self._mask = mask
        self._shown = None
        self._forget_layout()

    def set_grouping(self, grouping: Grouping) -> None:
        """Make the lanes by something else."""
        if grouping != self.grouping:
            self.grouping = grouping
            self._order, self._collapsed = (), ()
            self._forget_index()

    def set_max_rows(self, max_rows: int) -> None:
        """Bound the rows of a lane."""
        if max_rows != self._max_rows:
            self._max_rows = max_rows
            self._forget_index()

    def set_lanes(self, *, order: Sequence[str | None], collapsed: Collection[str | None]) -> None:
        """Put the lanes into the user's order and close some."""
        self._order, self._collapsed = tuple(order), frozenset(collapsed)
        self._forget_layout()

    def set_fonts(
        self, *, metrics: Metrics, measure: Measure, fronts: FrontMeasure | None = None
    ) -> None:
        """Use another text size."""
        self.metrics, self._measure = metrics, measure
        self.book = LabelBook(self.book.titles_of, measure, fronts)
        self._forget_layout()

    def set_tick_text(self, tick_text: TickText) -> None:
        """Name the ticks in another language."""
        self._tick_text = tick_text

    @property
    def index(self) -> LaneIndex:
        """Return the lanes and rows of all events."""
        if self._index is None:
            self._index = LaneIndex.of(self.columns, self.grouping, max_rows=self._max_rows)
        return self._index

    @property
    def shown(self) -> Shown:
        """Return what the filter leaves."""
        if self._shown is None:
            self._shown = Shown.of(self.index, self._mask)
        return self._shown

    @property
    def layout(self) -> LaneLayout:
        """Return where the lanes lie."""
        if self._layout is None:
            self._layout = lay_out_lanes(
                self.shown, self.metrics, order=self._order, collapsed=self._collapsed
            )
        return self._layout

    @property
    def neighbours(self) -> Neighbours:
        """Return the order for moving from event to event."""
        if self._neighbours is None:
            self._neighbours = Neighbours.of(self.shown, self.layout, self._mask)
        return self._neighbours

    def scene(self, view: Viewport, *, label_budget: int | None = None) -> Scene:
        """Return the frame for `view`; at most `label_budget` new titles are asked for."""
        found = self.fetched(view)
        bars, room_to = place_bars(found, self.layout, view, self.metrics, self.columns)
        labels, is_complete = place_labels(
            bars, room_to, self.book, self.metrics, budget=label_budget
        )
        pills = place_pills(found, self.layout, view, self.metrics)
        busy = busy_lanes(bars, pills, view, self.metrics)
        return Scene(
            view=view,
            metrics=self.metrics,
            axis=lay_out_axis(view, self._tick_text, self._measure),
            lanes=lane_boxes(self.shown, self.layout, view, self.metrics, busy),
            bars=bars,
            labels=labels,
            pills=pills,
            is_complete=is_complete,
        )

    def fetched(self, view: Viewport) -> Fetched:
        """Return what is drawn about `view`, in time and lanes."""
        if self._fetched is None or not self._fetched.covers(view):
            self._fetched = fetch(self.shown, self.layout, view)
        return self._fetched

    def members(self, view: Viewport, cluster: int) -> NDArray[np.int64]:
        """Return the events that a cluster of `view` hides, earliest first."""
        found = self.fetched(view)
        clusters = found.clusters
        first, last = int(clusters.starts[cluster]), int(clusters.stops[cluster])
        inside = self.shown.lane_events[first:last].astype(np.int64)
        alone = found.events[found.lanes == clusters.lanes[cluster]]
        return inside[~np.isin(inside, alone)]

    def cluster_of(self, view: Viewport, event: int) -> int | None:
        """Return which fetched cluster of `view` hides an event, None if none does."""
        found = self.fetched(view)
        lane = self.neighbours.lane_of(event)
        if lane is None or (found.events == event).any():
            return None
        clusters = found.clusters
        for nth in np.flatnonzero(clusters.lanes == lane).tolist():
            first, last = int(clusters.starts[nth]), int(clusters.stops[nth])
            if (self.shown.lane_events[first:last] == event).any():
                return int(nth)
        return None

    def _forget_index(self) -> None:
        self._index = None
        self._shown = None
        self._forget_layout()

    def _forget_layout(self) -> None:
        self._layout = None
        self._neighbours = None
        self._fetched = None
