"""The strip over all of time: density, the window of the view, marks for selection and hits."""

from dataclasses import replace
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.gui.overriding import override
from timeline_app.gui.theme import tokens_of
from timeline_app.gui.timeline.card_text import tr
from timeline_app.gui.timeline.stage import ranges_of
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.layout.overview import Overview, lay_out_overview, marks_at
from timeline_app.layout.viewport import fitting_scale

GRAB_PX = 6.0
LEAST_WINDOW_PX = 8.0
LEAST_SPAN_S = 60


class _Grip(Enum):
    NONE = auto()
    LEFT = auto()
    RIGHT = auto()
    WINDOW = auto()


class OverviewStrip(QWidget):
    """Drag the window to pan, its edges to zoom; a click centres."""

    def __init__(self, view: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAccessibleName(tr("Overview of all of time"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._view = view
        self._overview: Overview | None = None
        self._grip = _Grip.NONE
        self._last_x = 0.0
        self._moved = False
        view.view_changed.connect(self.update)
        view.events.columns_changed.connect(self.refresh)
        view.events.mask_changed.connect(self.refresh)
        view.selectionModel().selectionChanged.connect(lambda *_: self.update())

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 56)

    def refresh(self) -> None:
        """Count anew."""
        self._overview = None
        self.update()

    @property
    def overview(self) -> Overview | None:
        """Return the density, None without dated events."""
        if self._overview is None:
            neighbours = self._view.builder.neighbours
            anchors = self._view.builder.index.anchors
            span = anchors.span()
            if span is not None:
                begins = anchors.begins[neighbours.in_time]
                self._overview = lay_out_overview(begins, span, width_px=max(self.width(), 10))
        return self._overview

    def window_rect(self) -> QRectF:
        """Return where the window of the view is drawn, at least so wide that it can be seized."""
        overview, view = self.overview, self._view.navigator.view
        if overview is None:
            return QRectF()
        x0, x1 = overview.scale.x_of(view.begin), overview.scale.x_of(view.end)
        if x1 - x0 < LEAST_WINDOW_PX:
            middle = (x0 + x1) / 2
            x0, x1 = middle - LEAST_WINDOW_PX / 2, middle + LEAST_WINDOW_PX / 2
        return QRectF(x0, 1, x1 - x0, self.height() - 2)

    # Drawing

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, overview = tokens_of(self.palette()), self.overview
        painter.fillRect(self.rect(), tokens.window)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), tokens.rule)
        if overview is None:
            return
        self._paint_density(painter, overview)
        self._paint_marks(painter, overview)
        self._paint_window(painter)

    def _paint_density(self, painter: QPainter, overview: Overview) -> None:
        tokens = tokens_of(self.palette())
        room, foot = self.height() - 14.0, self.height() - 6.0
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(tokens.text_muted)
        colour.setAlphaF(0.55)
        painter.setBrush(colour)
        heights = overview.heights()
        filled = np.flatnonzero(heights)
        tall = np.maximum(heights[filled] * room, 1.5).tolist()
        width = overview.bin_px - 0.8
        places = (filled * overview.bin_px).tolist()
        painter.drawRects(
            [QRectF(x, foot - h, width, h) for x, h in zip(places, tall, strict=True)]
        )

    def _paint_marks(self, painter: QPainter, overview: Overview) -> None:
        tokens, view = tokens_of(self.palette()), self._view
        begins = view.builder.index.anchors.begins
        hits, mask = view.events.hits, view.events.mask
        painter.setPen(Qt.PenStyle.NoPen)
        if hits is not None:
            dated = len(begins)
            xs = marks_at(begins[(hits & mask)[:dated]], overview)
            painter.setBrush(tokens.warning)
            painter.drawRects([QRectF(x - 1, self.height() - 5, 2, 4) for x in xs.tolist()])
        parts = [
            begins[part.top() : part.bottom() + 1]
            for part in ranges_of(view.selectionModel().selection())
        ]
        chosen = np.concatenate(parts) if parts else begins[:0]
        painter.setBrush(tokens.accent)
        for x in marks_at(chosen, overview).tolist():
            painter.drawRect(QRectF(x - 1, 2, 2, self.height() - 8))

    def _paint_window(self, painter: QPainter) -> None:
        tokens, window = tokens_of(self.palette()), self.window_rect()
        veil = QColor(tokens.window)
        veil.setAlphaF(0.55)
        painter.fillRect(QRectF(0, 0, max(window.left(), 0), self.height() - 1), veil)
        right = min(window.right(), self.width())
        painter.fillRect(QRectF(right, 0, self.width() - right, self.height() - 1), veil)
        tint = QColor(tokens.accent)
        tint.setAlphaF(0.08)
        painter.setBrush(tint)
        painter.setPen(tokens.accent)
        painter.drawRoundedRect(window.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        for x in (window.left(), window.right()):
            grip = QRectF(x - 2, window.center().y() - 8, 4, 16)
            painter.drawRoundedRect(grip, 2, 2)

    # The mouse

    def _grip_at(self, x: float) -> _Grip:
        window = self.window_rect()
        if window.width() > 3 * GRAB_PX or not window.left() <= x <= window.right():
            if abs(x - window.left()) <= GRAB_PX:
                return _Grip.LEFT
            if abs(x - window.right()) <= GRAB_PX:
                return _Grip.RIGHT
        return _Grip.WINDOW if window.left() <= x <= window.right() else _Grip.NONE

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.overview is not None:
            self._last_x = event.position().x()
            self._grip = self._grip_at(self._last_x)
            self._moved = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_grip(self._grip_at(x))
            return
        self._moved = True
        if self._grip is _Grip.WINDOW:
            self._pan(x - self._last_x)
        elif self._grip in (_Grip.LEFT, _Grip.RIGHT):
            self._move_edge(x)
        self._last_x = x

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        overview = self.overview
        if not self._moved and overview is not None and self._grip is not _Grip.WINDOW:
            self._view.jump_to(overview.scale.instant_at(event.position().x()))
        self._grip = _Grip.NONE

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = 1.28 ** (event.angleDelta().y() / 120)
        self._view.zoom_by(factor)
        event.accept()

    def _pan(self, dx: float) -> None:
        overview, view = self.overview, self._view.navigator.view
        if overview is not None:
            ratio = overview.scale.seconds_per_px / view.scale.seconds_per_px
            self._view.pan_by(dx * ratio)

    def _move_edge(self, x: float) -> None:
        overview, view = self.overview, self._view.navigator.view
        if overview is None:
            return
        at = overview.scale.instant_at(x)
        begin, end = int(view.begin), int(view.end)
        if self._grip is _Grip.LEFT:
            begin = min(at, end - LEAST_SPAN_S)
        else:
            end = max(at, begin + LEAST_SPAN_S)
        scale = fitting_scale(begin, end, width_px=view.width_px, margin=0.0)
        self._view.navigator.gesture(replace(view, scale=scale))

    def _show_grip(self, grip: _Grip) -> None:
        shapes = {
            _Grip.LEFT: Qt.CursorShape.SizeHorCursor,
            _Grip.RIGHT: Qt.CursorShape.SizeHorCursor,
            _Grip.WINDOW: Qt.CursorShape.OpenHandCursor,
            _Grip.NONE: Qt.CursorShape.PointingHandCursor,
        }
        self.setCursor(shapes[grip])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.refresh()
