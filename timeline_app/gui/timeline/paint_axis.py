"""The axis: shading of nights and weekends, grid lines, words, and the reference lines."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from timeline_app.chrono.instant import DAY_S, weekday
from timeline_app.gui.timeline.look import Ink, Look
from timeline_app.gui.timeline.paint_boxes import Boxes
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.gui.timeline.paint_words import write
from timeline_app.layout.scene import Scene
from timeline_app.layout.ticks import Tick

LEAST_DAY_PX = 5.0


def snap(value: float, ratio: float) -> float:
    """Return the nearest whole device pixel, in logical pixels."""
    return round(value * ratio) / ratio


def paint_grid(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw what lies under the lanes: shaded stretches and lines."""
    canvas, ratio = scene.canvas, painter.device().devicePixelRatioF()
    is_vector = state.is_vector
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.shade)
    shaded = _shaded(scene)
    if shaded:
        painter.drawRects(shaded)
    one = 1 / ratio if ratio > 1 else 1.0
    for ticks, colour in (
        (scene.axis.minor, look.tokens.grid),
        (scene.axis.major, look.tokens.grid_strong),
    ):
        xs = np.array([tick.x for tick in ticks if 0 <= tick.x < canvas.width])
        painter.setBrush(colour)
        lines = np.round((canvas.x + xs) * ratio) / ratio
        Boxes(painter, lines, canvas.y, one, canvas.height, is_vector=is_vector).fill()


def _shaded(scene: Scene) -> list[QRectF]:
    """Return the weekends, where days are wide enough to tell."""
    canvas = scene.canvas
    if DAY_S / scene.view.scale.seconds_per_px < LEAST_DAY_PX:
        return []
    begin = int(scene.view.begin)
    saturday = begin - begin % DAY_S - (weekday(begin) + 1) % 7 * DAY_S
    boxes = []
    for at in range(saturday, int(scene.view.end), 7 * DAY_S):
        x0 = max(scene.x_of(at), canvas.x)
        x1 = min(scene.x_of(at + 2 * DAY_S), canvas.right)
        if x1 > x0:
            boxes.append(QRectF(x0, canvas.y, x1 - x0, canvas.height))
    return boxes


def paint_axis(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw the two levels of words on their own ground, and the line under them."""
    m, tokens, canvas = scene.metrics, look.tokens, scene.canvas
    ratio = painter.device().devicePixelRatioF()
    painter.fillRect(QRectF(canvas.x, 0, canvas.width, m.axis_px), tokens.window)
    painter.save()
    painter.setClipRect(QRectF(canvas.x, 0, canvas.width, m.axis_px))
    _paint_level(painter, scene.axis.major, scene, look, state, is_major=True)
    _paint_level(painter, scene.axis.minor, scene, look, state, is_major=False)
    painter.restore()
    painter.fillRect(QRectF(0, snap(m.axis_px - 1, ratio), canvas.right, 1), tokens.rule)


def _paint_level(
    painter: QPainter,
    ticks: tuple[Tick, ...],
    scene: Scene,
    look: Look,
    state: PaintState,
    *,
    is_major: bool,
) -> None:
    m, tokens, is_vector = scene.metrics, look.tokens, state.is_vector
    ratio = painter.device().devicePixelRatioF()
    half = m.axis_px / 2
    top = half - (m.axis_px * 0.5 if is_major else m.axis_px * 0.06)
    named = [tick for tick in ticks if tick.label]
    x = np.array([tick.label_x for tick in named]) + m.gutter_px
    y = np.full(len(named), round(top + (half - look.label_metrics.height()) / 2))
    ink = Ink.MAJOR if is_major else Ink.MINOR
    write(painter, look, ink, [tick.label for tick in named], (x, y), is_vector=is_vector)
    height = m.axis_px if is_major else m.axis_px * 0.2
    xs = np.array([tick.x for tick in ticks if tick.x >= 0])
    lines = np.round((m.gutter_px + xs) * ratio) / ratio
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.grid_strong if is_major else tokens.rule)
    Boxes(painter, lines, m.axis_px - height, 1, height, is_vector=is_vector).fill()


def paint_references(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw the line of today and that of the selected article's publication."""
    tokens = look.tokens
    if state.published is not None:
        _paint_reference(painter, scene, look, state.published, tokens.published, dashed=True)
    if state.today is not None:
        _paint_reference(painter, scene, look, state.today, tokens.today, dashed=False)


def _paint_reference(
    painter: QPainter, scene: Scene, look: Look, at: int, colour: QColor, *, dashed: bool
) -> None:
    canvas, ratio = scene.canvas, painter.device().devicePixelRatioF()
    x = snap(scene.x_of(at), ratio)
    if not canvas.x <= x < canvas.right:
        return
    foot = canvas.y
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if dashed:
        tops = range(int(foot), int(canvas.bottom), 9)
        painter.drawRects([QRectF(x - 1, top, 2, 5) for top in tops])
    else:
        painter.drawRect(QRectF(x - 1, foot, 2, canvas.height))
    mark = QPolygonF([QPointF(x - 5, foot - 6), QPointF(x + 5, foot - 6), QPointF(x, foot)])
    painter.drawPolygon(mark)


def paint_reference_labels(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Name the reference lines at the foot of the canvas."""
    lines = (
        (state.published, state.published_label, look.tokens.published),
        (state.today, state.today_label, look.tokens.today),
    )
    canvas = scene.canvas
    painter.setFont(look.small_font)
    for nth, (at, words, colour) in enumerate(lines):
        if at is None or not words:
            continue
        x = scene.x_of(at)
        if not canvas.x <= x < canvas.right:
            continue
        width = look.measure_small(words) + 12
        left = x + 3 if x + width + 3 < canvas.right else x - width - 3
        high = look.small_metrics.height() + 4
        box = QRectF(left, canvas.bottom - (high + 3) * (2 - nth), width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(look.tokens.surface)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
