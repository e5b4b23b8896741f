"""The drawing as values: what lies where, in pixels from the widget's top left corner."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.distinct import distinct
from timeline_app.layout.labels import Title
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.rect import Rect
from timeline_app.layout.ticks import Axis
from timeline_app.layout.viewport import Viewport


class Part(Enum):
    """What lies under a point."""

    NOTHING = "nothing"
    EVENT = "event"
    CLUSTER = "cluster"
    LANE = "lane"
    EARLIER = "earlier"
    LATER = "later"
    AXIS = "axis"


class Hit(NamedTuple):
    """What lies under a point, and which: an index into the scene's bars, clusters or lanes."""

    part: Part
    nth: int = -1


class Label(NamedTuple):
    """A title from `x` on; `bar` is the index of its bar."""

    x: float
    y: float
    width: float
    text: str
    bar: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Labels:
    """Titles beside or inside their bars; `cuts` tells which cut of each of `titles` is read.

    `ellipsis_px` is the width of the ellipsis at the end of a cut, a part of `widths`.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    widths: NDArray[np.float64]
    bars: NDArray[np.int64]
    cuts: NDArray[np.int64]
    titles: tuple[Title, ...]
    ellipsis_px: float

    def __len__(self) -> int:
        return len(self.titles)

    def __iter__(self) -> Iterator[Label]:
        texts = map(Title.text, self.titles, self.cuts.tolist())
        arrays = (self.x.tolist(), self.y.tolist(), self.widths.tolist())
        yield from map(Label, *arrays, texts, self.bars.tolist())


class LaneBox(NamedTuple):
    """A lane in view; `y` may lie above the visible part.

    `earlier` and `later` count the events beyond the edges where the lane shows nothing between
    them; both are 0 where it shows something.
    """

    lane: int
    name: str | None
    size: int
    y: float
    height: float
    is_collapsed: bool
    earlier: int = 0
    later: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Bars:
    """Events that stand alone, by (lane, row, begin); all arrays have one value an event.

    `events` are positions in the columns. `x0`, `x1` bound the time itself; `left`, `right` what
    is drawn (a marker where the time is narrower than that). `y` is the top of the bar. `tails`
    is how far an arrow or a whisker reaches beyond `right`.
    """

    events: NDArray[np.int64]
    lanes: NDArray[np.int64]
    rows: NDArray[np.int64]
    x0: NDArray[np.float64]
    x1: NDArray[np.float64]
    left: NDArray[np.float64]
    right: NDArray[np.float64]
    y: NDArray[np.float64]
    tails: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.events)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Pills:
    """Clusters in view; `nth` is each one's index among the fetched clusters.

    `single` is the hidden event where it is the only one (such a cluster is drawn as its mark),
    else -1.
    """

    nth: NDArray[np.int64]
    lanes: NDArray[np.int64]
    left: NDArray[np.float64]
    right: NDArray[np.float64]
    y: NDArray[np.float64]
    counts: NDArray[np.int64]
    mix: NDArray[np.int64]
    worst: NDArray[np.int64]
    single: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.nth)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Scene:
    """One frame. `is_complete` is False while some labels wait for the next frame."""

    view: Viewport
    metrics: Metrics
    axis: Axis
    lanes: tuple[LaneBox, ...]
    bars: Bars
    labels: Labels
    pills: Pills
    is_complete: bool = True

    @property
    def canvas(self) -> Rect:
        """Return where the lanes are drawn: right of the names, below the axis."""
        m = self.metrics
        return Rect(m.gutter_px, m.axis_px, self.view.width_px, self.view.height_px)

    def x_of(self, at: int) -> float:
        """Return the x of an instant."""
        return self.metrics.gutter_px + self.view.scale.x_of(at)

    @cached_property
    def _bar_of_event(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for nth, event in enumerate(self.bars.events.tolist()):
            found.setdefault(event, nth)
        return found

    def bar_of(self, event: int) -> int | None:
        """Return the first bar of an event, None if it is not drawn on its own."""
        return self._bar_of_event.get(event)

    def bar_rect(self, nth: int) -> Rect:
        """Return where a bar is drawn."""
        left, right = float(self.bars.left[nth]), float(self.bars.right[nth])
        return Rect(left, float(self.bars.y[nth]), right - left, self.metrics.bar_px)

    def pill_rect(self, nth: int) -> Rect:
        """Return where a cluster is drawn."""
        left, right = float(self.pills.left[nth]), float(self.pills.right[nth])
        return Rect(left, float(self.pills.y[nth]), right - left, self.metrics.cluster_px)

    def rect_of(self, event: int) -> Rect | None:
        """Return where an event is drawn on its own, None if it is not."""
        nth = self.bar_of(event)
        return None if nth is None else self.bar_rect(nth)

    def hit_test(self, x: float, y: float) -> Hit:
        """Return what lies under a point; labels count as their events."""
        if y < self.metrics.axis_px:
            return Hit(Part.AXIS)
        if x >= self.metrics.gutter_px:
            bar = self._bar_at(x, y)
            if bar is not None:
                return Hit(Part.EVENT, bar)
            pill = self._pill_at(x, y)
            return self._beyond_at(x, y) if pill is None else Hit(Part.CLUSTER, pill)
        for nth, lane in enumerate(self.lanes):
            if lane.y <= y < lane.y + lane.height:
                return Hit(Part.LANE, nth)
        return Hit(Part.NOTHING)

    def event_of(self, hit: Hit) -> int | None:
        """Return the event that was hit: a bar's, or the one that a cluster of one stands for."""
        if hit.part is Part.EVENT:
            return int(self.bars.events[hit.nth])
        if hit.part is Part.CLUSTER and self.pills.single[hit.nth] >= 0:
            return int(self.pills.single[hit.nth])
        return None

    def _bar_at(self, x: float, y: float) -> int | None:
        bars = self.bars
        in_row = np.flatnonzero((bars.y <= y) & (y < bars.y + self.metrics.bar_px))
        near = in_row[(bars.left[in_row] - 3 <= x) & (x < bars.right[in_row] + 3)]
        if len(near):
            middle = (bars.left[near] + bars.right[near]) / 2
            return int(near[np.abs(middle - x).argmin()])
        labels = self.labels
        top = bars.y[labels.bars]
        written = (labels.x <= x) & (x < labels.x + labels.widths) & (top <= y)
        found = np.flatnonzero(written & (y < top + self.metrics.bar_px))
        return int(labels.bars[found[0]]) if len(found) else None

    def _pill_at(self, x: float, y: float) -> int | None:
        pills = self.pills
        inside = (pills.left <= x) & (x < pills.right) & (pills.y <= y)
        found = np.flatnonzero(inside & (y < pills.y + self.metrics.cluster_px))
        return int(found[0]) if len(found) else None

    def _beyond_at(self, x: float, y: float) -> Hit:
        """Return the pointer to events beyond an edge that lies under a point."""
        reach = 6 * self.metrics.glyph_px
        for nth, lane in enumerate(self.lanes):
            if lane.y <= y < lane.y + lane.height:
                if lane.earlier and x < self.canvas.x + reach:
                    return Hit(Part.EARLIER, nth)
                if lane.later and x > self.canvas.right - reach:
                    return Hit(Part.LATER, nth)
        return Hit(Part.NOTHING)

    def events_in_rect(self, rect: Rect) -> NDArray[np.int64]:
        """Return the events whose bars meet a rectangle."""
        bars = self.bars
        across = (bars.left < rect.right) & (bars.right > rect.x)
        down = (bars.y < rect.bottom) & (bars.y + self.metrics.bar_px > rect.y)
        return distinct(bars.events[across & down])

    def visible_bars(self) -> Iterator[int]:
        """Yield the bars that are really on the canvas, in reading order."""
        canvas, bars = self.canvas, self.bars
        across = (bars.left < canvas.right) & (bars.right > canvas.x)
        down = (bars.y < canvas.bottom) & (bars.y + self.metrics.bar_px > canvas.y)
        yield from np.flatnonzero(across & down).tolist()
