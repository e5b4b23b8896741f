"""The mouse: what a press, a drag and a release mean."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from timeline_app.layout.scene import Hit, Part

if TYPE_CHECKING:
    from timeline_app.gui.timeline.view import TimelineView

NOTCH = 120.0
ZOOM_A_NOTCH = 1.28
STILL_MS = 60
"""A drag that has rested so long before the release is not flung."""


class _Drag(Enum):
    NONE = auto()
    PRESSED = auto()
    PAN = auto()
    RANGE = auto()
    LANE = auto()


class Gestures:
    """Turns the mouse events of a view into its commands."""

    def __init__(self, view: TimelineView) -> None:
        self._view = view
        self._drag = _Drag.NONE
        self._hit = Hit(Part.NOTHING)
        self._pressed_at = QPointF()
        self._last = QPointF()
        self._track: list[tuple[int, float]] = []

    @property
    def is_dragging(self) -> bool:
        """Tell whether something is being dragged."""
        return self._drag not in (_Drag.NONE, _Drag.PRESSED)

    def press(self, event: QMouseEvent) -> None:
        """Begin a click, a pan, a choice of range or the move of a lane."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        self._view.navigator.stop()
        self._hit = self._view.scene.hit_test(at.x(), at.y())
        self._pressed_at = self._last = at
        self._track = [(event.timestamp(), at.x())]
        self._drag = _Drag.PRESSED
        is_range = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if is_range and self._hit.part is not Part.LANE:
            self._drag = _Drag.RANGE

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, or follow the hovering mouse."""
        at = event.position()
        if self._drag is _Drag.NONE:
            self._view.hover(at)
            return
        if self._drag is _Drag.PRESSED:
            if (at - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
                return
            self._drag = _Drag.LANE if self._hit.part is Part.LANE else _Drag.PAN
            self._view.begin_drag()
        self._drag_to(at, event.timestamp())
        self._last = at

    def _drag_to(self, at: QPointF, timestamp: int) -> None:
        view = self._view
        if self._drag is _Drag.PAN:
            view.drag_by(at.x() - self._last.x(), at.y() - self._last.y())
            self._track = [*self._track[-5:], (timestamp, at.x())]
        elif self._drag is _Drag.RANGE:
            view.choose_between(self._pressed_at.x(), at.x())
        elif self._drag is _Drag.LANE:
            view.show_lane_drop(at.y())

    def release(self, event: QMouseEvent) -> None:
        """End what `press` began."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        drag, self._drag = self._drag, _Drag.NONE
        view = self._view
        if drag is _Drag.PRESSED:
            view.click(self._hit, event.modifiers())
        elif drag is _Drag.PAN:
            view.navigator.fling(self._speed(event.timestamp()))
        elif drag is _Drag.RANGE:
            view.end_choice()
        elif drag is _Drag.LANE:
            view.drop_lane(self._hit.nth, event.position().y())
        if drag is not _Drag.NONE:
            view.end_drag()

    def cancel(self) -> None:
        """Forget a drag without its end (Esc, the window lost the mouse)."""
        if self._drag is not _Drag.NONE:
            self._drag = _Drag.NONE
            self._view.end_drag()

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the cursor; sideways or with Shift pan; lanes scroll where that is preferred."""
        delta, fine = event.angleDelta(), event.pixelDelta()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        view = self._view
        if shift or abs(delta.x()) > abs(delta.y()):
            whole = delta.x() if abs(delta.x()) > abs(delta.y()) else delta.y()
            step = (fine.x() or fine.y()) if not fine.isNull() else whole / NOTCH * 90
            view.pan_by(-step, is_smooth=not fine.isNull())
        elif view.wheel_scrolls_lanes and not ctrl:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() - round(delta.y() / NOTCH * bar.singleStep() * 3))
        elif delta.y():
            factor = ZOOM_A_NOTCH ** (delta.y() / NOTCH)
            is_smooth = abs(delta.y()) < NOTCH
            view.zoom_by(factor, at_x=event.position().x(), is_smooth=is_smooth)
        event.accept()

    def _speed(self, now: int) -> float:
        """Return how fast time runs under the pointer, in pixels a second, at the release."""
        if len(self._track) < 2 or now - self._track[-1][0] > STILL_MS:
            return 0.0
        (t0, x0), (t1, x1) = self._track[0], self._track[-1]
        return -(x1 - x0) / max(t1 - t0, 1) * 1_000
