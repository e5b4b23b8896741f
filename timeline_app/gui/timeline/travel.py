"""Where the timeline looks: fits, jumps, zooms and pans."""

from dataclasses import replace

from timeline_app.annotation.event_columns import UNDATED
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import DAY_S, Instant
from timeline_app.gui.timeline.stage import Stage, ranges_of
from timeline_app.layout.anchors import bulk_span
from timeline_app.layout.viewport import Viewport, fitting_scale

LEAST_FIT_S = 3_600
"""A fit shows at least an hour: a moment alone has no scale."""
LABEL_PX = 150.0
"""Room for the title of the last event when all are fitted."""


class Travel(Stage):
    """Moves the viewport; every jump can be taken back by `go_back`."""

    def fit(
        self,
        begin: int,
        end: int,
        *,
        animated: bool = True,
        margin: float = 0.06,
        label_px: float = 0.0,
    ) -> None:
        """Show `begin` … `end`."""
        view = self.navigator.view
        spare = max(LEAST_FIT_S - (end - begin), 0)
        scale = fitting_scale(
            begin - spare // 2,
            end + spare // 2,
            width_px=view.width_px,
            margin=margin,
            label_px=label_px,
        )
        wanted = replace(view, scale=scale)
        if animated:
            self.navigator.fly(wanted)
        else:
            self.navigator.show(wanted)

    def fit_all(self, *, animated: bool = True) -> None:
        """Show all events that the filter shows."""
        neighbours, anchors = self.builder.neighbours, self.builder.index.anchors
        rows = neighbours.in_time
        if not len(rows):
            return
        begin, end = int(anchors.begins[rows].min()), int(anchors.ends[rows].max())
        self.fit(begin, end, animated=animated, margin=0.03, label_px=LABEL_PX)

    def fit_bulk(self, *, animated: bool = True) -> None:
        """Show where most of the shown events are, lonely ones far off left out."""
        span = bulk_span(self.builder.index.anchors, self.builder.neighbours.in_time)
        if span is not None:
            self.fit(*span, animated=animated, margin=0.03, label_px=LABEL_PX)

    def selected_span(self) -> tuple[int, int] | None:
        """Return the first begin and the last end of the dated selected events."""
        anchors = self.builder.index.anchors
        spans = []
        for part in ranges_of(self.selectionModel().selection()):
            first, last = part.top(), min(part.bottom() + 1, len(anchors.begins))
            if first < last:
                begins, ends = anchors.begins[first:last], anchors.ends[first:last]
                spans.append((int(begins.min()), int(ends.max())))
        if not spans:
            return None
        return min(begin for begin, _ in spans), max(end for _, end in spans)

    def fit_selection(self) -> None:
        """Fill the view with the selected events."""
        span = self.selected_span()
        if span is not None:
            room = max((span[1] - span[0]) // 2, DAY_S // 4)
            self.fit(span[0] - room, span[1] + room)

    def centre_selection(self) -> None:
        """Move the selected events to the middle without a change of zoom."""
        span = self.selected_span()
        if span is not None:
            self.navigator.fly(self.navigator.view.centred((span[0] + span[1]) // 2))

    def focus_selection(self) -> None:
        """Centre the selection; when it is centred already, fit it."""
        span = self.selected_span()
        if span is None:
            return
        target = self.navigator.target
        middle = target.scale.x_of((span[0] + span[1]) // 2)
        if abs(middle - target.width_px / 2) < 2:
            self.fit_selection()
        else:
            self.centre_selection()

    def jump_to(self, when: EventTime | Instant | int) -> None:
        """Show a time: an instant in the middle, a stretch with room about it."""
        if not isinstance(when, EventTime):
            self.navigator.fly(self.navigator.view.centred(int(when)))
            return
        begin = when.begin if when.begin is not None else when.end
        end = when.end if when.end is not None else when.begin
        if begin is not None and end is not None:
            room = max((end - begin) * 3, DAY_S)
            self.fit(begin - room, end + room)

    def zoom_by(self, factor: float, at_x: float | None = None, *, is_smooth: bool = False) -> None:
        """Magnify about a point of the widget (the middle of the canvas without one)."""
        view = self.navigator.view if is_smooth else self.navigator.target
        x = view.width_px / 2 if at_x is None else at_x - self.look.metrics.gutter_px
        wanted = view.zoomed(factor, min(max(x, 0.0), view.width_px))
        if is_smooth:
            self.navigator.gesture(wanted)
        else:
            self.navigator.glide(wanted)

    def pan_by(self, dx: float, *, is_smooth: bool = True) -> None:
        """Move the view by pixels towards later times."""
        if is_smooth:
            self.navigator.gesture(self.navigator.view.panned(dx))
        else:
            self.navigator.glide(self.navigator.target.panned(dx))

    def pan_screens(self, screens: float) -> None:
        """Move the view by (nearly) whole screens."""
        view = self.navigator.target
        self.navigator.fly(view.panned(screens * view.width_px * 0.9))

    def drag_by(self, dx: float, dy: float) -> None:
        """Move time and lanes with the hand."""
        view = self.navigator.view.panned(-dx)
        most = float(self.verticalScrollBar().maximum())
        self.navigator.gesture(view.scrolled(min(max(view.scroll_px - dy, 0.0), most)))

    def go_back(self) -> None:
        """Show what was shown before the last jump."""
        self.navigator.back()

    def go_forward(self) -> None:
        """Take back `go_back`."""
        self.navigator.forward()

    def bring_into_view(self, row: int, *, is_centred: bool = False) -> None:
        """Move as little as makes an event visible; an undated one stays in its tray."""
        anchors = self.builder.index.anchors
        if row >= len(self.events.columns) or self.events.columns.begins[row] == UNDATED:
            return
        view = self.navigator.target
        begin, end = int(anchors.begins[row]), int(anchors.ends[row])
        x0, x1 = view.scale.x_of(begin), view.scale.x_of(end)
        is_seen = x1 > 12 and x0 < view.width_px - 12
        wanted = view if is_seen and not is_centred else view.centred(_middle(begin, end, view))
        wanted = wanted.scrolled(self._scroll_to_show(row, wanted))
        if wanted != view:
            far = abs(wanted.scale.x_of(begin) - x0) > 4 * view.width_px
            self.navigator.fly(wanted, remember=far)

    def _scroll_to_show(self, row: int, view: Viewport) -> float:
        """Return the scroll that shows the lane of an event; the present one if it does."""
        rect = self.scene.rect_of(row)
        canvas = self.scene.canvas
        if rect is not None and self._is_still():
            above, below = rect.y - canvas.y, rect.bottom - canvas.bottom
            top = view.scroll_px + min(above - 8, 0.0) + max(below + 8, 0.0)
        else:
            top = self._scroll_to_lane(row, view)
        return min(max(top, 0.0), float(self.verticalScrollBar().maximum()))

    def _scroll_to_lane(self, row: int, view: Viewport) -> float:
        lane = self.builder.neighbours.lane_of(row)
        if lane is None:
            return view.scroll_px
        tops = self.builder.layout
        top = float(tops.top_of[lane])
        nth = int((tops.lanes == lane).argmax())
        bottom = float(tops.tops[nth + 1])
        if top < view.scroll_px:
            return top
        if bottom > view.scroll_px + view.height_px:
            return min(top, bottom - view.height_px)
        return view.scroll_px

    def _is_still(self) -> bool:
        return not self.navigator.is_moving


def _middle(begin: int, end: int, view: Viewport) -> int:
    """Return what to centre: the event's middle, or its begin where it is longer than the view."""
    length = (end - begin) / view.scale.seconds_per_px
    return begin if length > view.width_px else (begin + end) // 2
