"""A scene → any painter: the window, an image, an SVG or a page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.gui.timeline.look import Look
from timeline_app.gui.timeline.paint_axis import (
    paint_axis,
    paint_grid,
    paint_reference_labels,
    paint_references,
)
from timeline_app.gui.timeline.paint_bars import paint_bars
from timeline_app.gui.timeline.paint_labels import paint_labels
from timeline_app.gui.timeline.paint_lanes import (
    paint_beyond,
    paint_gutter,
    paint_lane_grounds,
    paint_pills,
)
from timeline_app.gui.timeline.paint_links import paint_links
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.layout.scene import Scene


def paint_scene(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw a frame: grounds, events, words, reference lines, then axis and names on top."""
    canvas = scene.canvas
    smooth = QPainter.RenderHint.Antialiasing
    # Boxes lie on whole device pixels: crisp, and drawn several times as fast without smoothing.
    painter.setRenderHint(smooth, state.is_vector)
    # All of it at once, names and axis too: whole lines are filled in half the time.
    painter.fillRect(QRectF(0, 0, canvas.right, canvas.bottom), look.tokens.surface)
    # No clip: names and axis are drawn over what runs out of the canvas, and a clip costs a third.
    paint_grid(painter, scene, look, state)
    paint_lane_grounds(painter, scene, look)
    _paint_range(painter, scene, look, state)
    painter.setRenderHint(smooth)
    paint_references(painter, scene, look, state)
    painter.setRenderHint(smooth, state.is_vector)
    paint_pills(painter, scene, look, state)
    paint_bars(painter, scene, look, state)
    painter.setRenderHint(smooth)
    paint_links(painter, scene, look, state)
    paint_labels(painter, scene, look, state)
    paint_beyond(painter, scene, look)
    paint_reference_labels(painter, scene, look, state)
    paint_gutter(painter, scene, look, state)
    painter.setRenderHint(smooth, state.is_vector)
    paint_axis(painter, scene, look, state)


def _paint_range(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Tint the chosen stretch of time, with a firm edge on either side."""
    if state.chosen_range is None:
        return
    canvas = scene.canvas
    x0, x1 = (scene.x_of(at) for at in state.chosen_range)
    tint = QColor(look.tokens.accent)
    tint.setAlphaF(0.14)
    painter.fillRect(QRectF(x0, canvas.y, x1 - x0, canvas.height), tint)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.accent)
    painter.drawRects([QRectF(x - 1, canvas.y, 2, canvas.height) for x in (x0, x1)])
