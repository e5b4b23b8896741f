"""Arcs from a plan to its outcome and from a statement to what it is about."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from timeline_app.gui.timeline.look import Look
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.layout.scene import Scene


def paint_links(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw the links whose two ends are both drawn."""
    for source, target in state.links:
        begin, end = scene.rect_of(source), scene.rect_of(target)
        if begin is None or end is None:
            continue
        a, b = QPointF(*begin.center), QPointF(*end.center)
        lift = min(90.0, 18.0 + abs(b.x() - a.x()) * 0.18)
        path = QPainterPath(a)
        path.cubicTo(QPointF(a.x(), a.y() - lift), QPointF(b.x(), b.y() - lift), b)
        painter.setPen(QPen(look.tokens.accent, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setBrush(look.tokens.accent)
        tip = QPointF(b.x(), b.y() - scene.metrics.glyph_px / 2)
        head = [tip, QPointF(tip.x() - 4, tip.y() - 7), QPointF(tip.x() + 4, tip.y() - 7)]
        painter.drawPolygon(QPolygonF(head))
