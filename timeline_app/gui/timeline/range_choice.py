"""A stretch of time chosen by Shift and drag."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity, floor, next_boundary
from timeline_app.chrono.instant import Instant
from timeline_app.gui.models.counted import events_text
from timeline_app.gui.models.time_text import time_text
from timeline_app.gui.timeline.travel import Travel

if TYPE_CHECKING:
    from timeline_app.gui.timeline.range_bar import RangeBar

LEAST_PX = 4.0


class RangeChoice(Travel):
    """Adds the choice of a stretch of time; the two signals carry (begin, end)."""

    range_filter_requested = Signal(object)
    range_export_requested = Signal(object)

    @property
    def range_bar(self) -> "RangeBar":
        """Return the bar with the actions, made when it is first needed."""
        if not hasattr(self, "_range_bar"):
            from timeline_app.gui.timeline.range_bar import RangeBar

            self._range_bar = RangeBar(self.viewport())
            self._range_bar.zoom_wanted.connect(self.zoom_to_choice)
            self._range_bar.filter_wanted.connect(self._ask_for_filter)
            self._range_bar.export_wanted.connect(self._ask_for_export)
            self._range_bar.ended.connect(self.drop_choice)
        return self._range_bar

    def choose_between(self, x0: float, x1: float) -> None:
        """Choose the time between two points of the widget, to the unit that can be seen."""
        gutter, scale = self.look.metrics.gutter_px, self.scene.view.scale
        begin, end = (scale.instant_at(max(x, gutter) - gutter) for x in sorted((x0, x1)))
        unit = _unit_for(self.scene.axis.minor_step.unit)
        if abs(x1 - x0) >= LEAST_PX:
            self.chosen_range = (floor(begin, unit), next_boundary(end, unit))
            self._show_bar()
        self.viewport().update()

    def end_choice(self) -> None:
        """Keep what was chosen for its actions."""
        if self.chosen_range is not None:
            self._show_bar()

    def drop_choice(self) -> None:
        """Choose nothing."""
        if self.chosen_range is None:
            return
        self.chosen_range = None
        self.range_bar.hide()
        self.viewport().update()

    def count_in_choice(self) -> int:
        """Return how many shown events begin in the chosen stretch or reach into it."""
        if self.chosen_range is None:
            return 0
        begin, end = self.chosen_range
        anchors, rows = self.builder.index.anchors, self.builder.neighbours.in_time
        meets = (anchors.begins[rows] < end) & (anchors.ends[rows] > begin)
        return int(np.count_nonzero(meets))

    def zoom_to_choice(self) -> None:
        """Show the chosen stretch and end the choice."""
        if self.chosen_range is not None:
            begin, end = self.chosen_range
            self.drop_choice()
            self.fit(begin, end, margin=0.02)

    def _show_bar(self) -> None:
        if self.chosen_range is None:
            return
        begin, end = self.chosen_range
        bounds = EventTime(begin=Instant(begin), end=Instant(end), precision=Precision.INTERVAL)
        words = f"{events_text(self.count_in_choice())} · {time_text(bounds)}"
        middle = (self.scene.x_of(begin) + self.scene.x_of(end)) / 2
        self.range_bar.show_words(words, center_x=middle, top=self.look.metrics.axis_px + 8)

    def _ask_for_filter(self) -> None:
        self.range_filter_requested.emit(self.chosen_range)

    def _ask_for_export(self) -> None:
        self.range_export_requested.emit(self.chosen_range)


def _unit_for(finest: Granularity) -> Granularity:
    """Return the unit to which a point on an axis with such ticks can be told."""
    if finest <= Granularity.MINUTE:
        return Granularity.MINUTE
    return min(finest, Granularity.DAY)
