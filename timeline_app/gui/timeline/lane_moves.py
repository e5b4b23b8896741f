"""Lanes closed, opened and put into another order."""

import json
from functools import cached_property

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter

from timeline_app.annotation.event_columns import Grouping
from timeline_app.gui.overriding import override
from timeline_app.gui.timeline.card_text import tr
from timeline_app.gui.timeline.travel import Travel

MOST_KEPT_LANES = 2_000
_Arrangement = tuple[tuple[str | None, ...], frozenset[str | None]]


class LaneMoves(Travel):
    """Adds the commands on lanes; a lane is named as its group is, None for "no group"."""

    _order: tuple[str | None, ...] = ()
    _collapsed: frozenset[str | None] = frozenset()
    _drop_y: float | None = None

    @cached_property
    def _kept_lanes(self) -> dict[Grouping, _Arrangement]:
        """Return order and closed lanes of the groupings that are not shown."""
        return {}

    @property
    def lane_names(self) -> tuple[str | None, ...]:
        """Return the lanes on show, top first."""
        names = self.builder.index.groups.names
        return tuple(names[lane] for lane in self.builder.layout.lanes.tolist())

    @property
    def collapsed_lanes(self) -> frozenset[str | None]:
        """Return the closed lanes."""
        return self._collapsed

    @override
    def set_grouping(self, grouping: Grouping) -> None:
        """Make the lanes by something else, ordered and closed as they last were."""
        if grouping == self.grouping:
            return
        self._kept_lanes[self.grouping] = (self._order, self._collapsed)
        self._order, self._collapsed = self._kept_lanes.get(grouping, ((), frozenset()))
        super().set_grouping(grouping)
        if self._order or self._collapsed:
            self._arrange(self._order, self._collapsed)

    def lanes_state(self) -> str:
        """Return order and closed lanes of every grouping as text, for the next run.

        Groupings with more lanes than anyone puts in order are left out.
        """
        every = self._kept_lanes | {self.grouping: (self._order, self._collapsed)}
        return json.dumps(
            {
                str(grouping): [order, list(collapsed)]
                for grouping, (order, collapsed) in every.items()
                if 0 < len(order) + len(collapsed) <= MOST_KEPT_LANES
            }
        )

    def restore_lanes(self, state: str) -> None:
        """Arrange the lanes as `lanes_state` has them; what is no such text changes nothing."""
        try:
            kept = {
                Grouping(key): (tuple(order), frozenset(collapsed))
                for key, (order, collapsed) in json.loads(state).items()
            }
        except (ValueError, TypeError, AttributeError):
            return
        self._kept_lanes = kept
        if self.grouping in kept:
            self._arrange(*kept[self.grouping])

    def toggle_lane(self, name: str | None) -> None:
        """Close an open lane or open a closed one."""
        self._arrange(self._order, self._collapsed ^ {name})

    def collapse_all(self) -> None:
        """Close every lane."""
        self._arrange(self._order, frozenset(self.lane_names))

    def expand_all(self) -> None:
        """Open every lane."""
        self._arrange(self._order, frozenset())

    def move_lane(self, name: str | None, to: int) -> None:
        """Put a lane at a place among those on show."""
        names = [other for other in self.lane_names if other != name]
        names.insert(min(max(to, 0), len(names)), name)
        self._arrange(tuple(names), self._collapsed)

    def _arrange(self, order: tuple[str | None, ...], collapsed: frozenset[str | None]) -> None:
        self._order, self._collapsed = order, collapsed
        self.builder.set_lanes(order=order, collapsed=collapsed)
        self.update_scroll_bar()
        self.invalidate()
        self.view_changed.emit()

    # By the mouse

    def show_lane_drop(self, y: float) -> None:
        """Mark where a dragged lane would go."""
        self._drop_y = y
        self.viewport().update()

    def drop_lane(self, nth: int, y: float) -> None:
        """Put the `nth` lane in view before the one at `y`."""
        name = self.scene.lanes[nth].name
        place = self._place_at(y)
        here = self.lane_names.index(name)
        self.move_lane(name, place - (place > here))

    def _place_at(self, y: float) -> int:
        """Return before which place a lane dropped at `y` goes."""
        layout = self.builder.layout
        height = y - self.look.metrics.axis_px + self.navigator.view.scroll_px
        middles = (layout.tops[:-1] + layout.tops[1:]) / 2
        return int(middles.searchsorted(height))

    def begin_drag(self) -> None:
        """Show by the cursor that something is held."""
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def end_drag(self) -> None:
        """Let go."""
        self._drop_y = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def paint_lane_drop(self, painter: QPainter) -> None:
        """Draw the line at which a dragged lane would go."""
        if self._drop_y is None:
            return
        top = self.builder.layout.tops[self._place_at(self._drop_y)]
        y = float(top) + self.look.metrics.axis_px - self.navigator.view.scroll_px
        painter.fillRect(QRectF(0, y - 1.5, self.scene.canvas.right, 3), self.look.tokens.accent)

    def open_lane_menu(self, y: float, at: QPoint) -> None:
        """Open the commands of the lane at a height."""
        lane = next((b for b in self.scene.lanes if b.y <= y < b.y + b.height), None)
        if lane is None:
            return
        name, place = lane.name, self.lane_names.index(lane.name)
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        words = tr("Expand") if lane.is_collapsed else tr("Collapse")
        menu.addAction(words, lambda: self.toggle_lane(name))
        menu.addAction(tr("Collapse all"), self.collapse_all)
        menu.addAction(tr("Expand all"), self.expand_all)
        menu.addSeparator()
        menu.addAction(tr("Move up"), lambda: self.move_lane(name, place - 1))
        menu.addAction(tr("Move down"), lambda: self.move_lane(name, place + 1))
        menu.addAction(tr("Move to the top"), lambda: self.move_lane(name, 0))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
