"""The viewport in motion: jumps, flights, flings, and the history of views."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from timeline_app.layout.view_history import ViewHistory
from timeline_app.layout.viewport import Viewport, between

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

FLIGHT_MS = 240
GLIDE_MS = 110
FLING_MS = 700
GESTURE_PAUSE_MS = 900
"""A gesture after so long a pause is a new one, and the view before it is remembered."""
_FLIGHT, _FLING = "flight", "fling"


class Navigator(QObject):
    """Holds the view and moves it; `moved` follows every change.

    `flight_ms` may be set: 0 turns animation off.
    """

    moved = Signal()

    def __init__(self, view: Viewport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._history = ViewHistory()
        self._pause = QElapsedTimer()
        self._start = view
        self._target = view
        self._fling_px = 0.0
        self._flung_px = 0.0
        self._motions: dict[str, QVariantAnimation] = {}

    @cached_property
    def flight_ms(self) -> int:
        """Return how long a flight takes: no time where the desktop is to be without animation."""
        # Loaded with the first flight: a start is quicker.
        from PySide6.QtWidgets import QApplication, QStyle

        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return FLIGHT_MS if QApplication.style().styleHint(hint) else 0

    @property
    def is_moving(self) -> bool:
        """Tell whether an animation runs."""
        return any(self._runs(name) for name in self._motions)

    def _runs(self, name: str) -> bool:
        motion = self._motions.get(name)
        return motion is not None and motion.state() == motion.State.Running

    @property
    def target(self) -> Viewport:
        """Return where the view is going, or is."""
        return self._target if self._runs(_FLIGHT) else self.view

    def show(self, view: Viewport) -> None:
        """Show a view at once, without remembering the one before."""
        self.stop()
        self._set(view)

    def gesture(self, view: Viewport) -> None:
        """Show the next view of a continuous gesture; its first one remembers where it began."""
        if not self._pause.isValid() or self._pause.elapsed() > GESTURE_PAUSE_MS:
            self._history.leave(self.view)
        self._pause.start()
        self.stop()
        self._set(view)

    def glide(self, view: Viewport) -> None:
        """Ease briefly to the next view of a stepwise gesture (a notch of the wheel)."""
        if not self._pause.isValid() or self._pause.elapsed() > GESTURE_PAUSE_MS:
            self._history.leave(self.target)
        self._pause.start()
        self._ease(view, min(self.flight_ms, GLIDE_MS), "OutQuad")

    def fly(self, view: Viewport, *, remember: bool = True) -> None:
        """Ease to a view."""
        if remember:
            self._history.leave(self.target)
        self._ease(view, self.flight_ms, "InOutCubic")

    def fling(self, px_per_s: float) -> None:
        """Let a drag run out, from a speed in pixels a second (positive to later times)."""
        self.stop()
        if self.flight_ms <= 0 or abs(px_per_s) < 80:
            return
        # A cubic ease out begins three times as fast as its average.
        self._fling_px, self._flung_px = px_per_s * FLING_MS / 3_000, 0.0
        self._move(_FLING, FLING_MS, "OutCubic", self._advance_fling)

    def back(self) -> None:
        """Return to the view before."""
        view = self._history.back(self.target)
        if view is not None:
            self.fly(self._resized(view), remember=False)

    def forward(self) -> None:
        """Undo `back`."""
        view = self._history.forward(self.target)
        if view is not None:
            self.fly(self._resized(view), remember=False)

    def stop(self) -> None:
        """End any animation where it is."""
        for motion in self._motions.values():
            motion.stop()

    def _move(
        self, name: str, duration_ms: int, curve: str, advance: Callable[[float], None]
    ) -> None:
        # Made with the first motion, as all that Qt names with it: a start is quicker.
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        if name not in self._motions:
            self._motions[name] = QVariantAnimation(self, startValue=0.0, endValue=1.0)
            self._motions[name].valueChanged.connect(advance)
        motion = self._motions[name]
        motion.setEasingCurve(QEasingCurve.Type[curve])
        motion.setDuration(duration_ms)
        motion.start()

    def _ease(self, view: Viewport, duration_ms: int, curve: str) -> None:
        self.stop()
        if duration_ms <= 0:
            self._set(view)
            return
        self._start, self._target = self.view, view
        self._move(_FLIGHT, duration_ms, curve, self._advance_flight)

    def _resized(self, view: Viewport) -> Viewport:
        here = self.view
        per_px = view.scale.seconds_per_px * view.width_px / max(here.width_px, 1)
        scale = replace(view.scale, seconds_per_px=per_px)
        return replace(view, scale=scale, width_px=here.width_px, height_px=here.height_px)

    def _advance_flight(self, share: float) -> None:
        self._set(between(self._start, self._target, float(share)))

    def _advance_fling(self, share: float) -> None:
        so_far = self._fling_px * float(share)
        self._set(self.view.panned(so_far - self._flung_px))
        self._flung_px = so_far

    def _set(self, view: Viewport) -> None:
        self.view = view
        self.moved.emit()
