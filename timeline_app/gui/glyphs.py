"""The marks of the event types as painter paths, and as small icons."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QPolygonF

from timeline_app.annotation.kinds import EventType
from timeline_app.gui.theme import SHAPES, Scheme, Shape, tokens_for

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_POLYGONS = {
    Shape.DIAMOND: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    Shape.TRIANGLE: ((0.5, 0.04), (1.0, 0.94), (0.0, 0.94)),
    Shape.SQUARE: ((0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)),
    Shape.PENTAGON: ((0.5, 0.0), (1.0, 0.38), (0.81, 0.96), (0.19, 0.96), (0.0, 0.38)),
    Shape.CHEVRON: ((0.0, 0.08), (0.5, 0.08), (1.0, 0.5), (0.5, 0.92), (0.0, 0.92), (0.45, 0.5)),
    Shape.STAR: (
        (0.5, 0.0), (0.63, 0.34), (1.0, 0.36), (0.71, 0.59), (0.81, 0.95), (0.5, 0.75),
        (0.19, 0.95), (0.29, 0.59), (0.0, 0.36), (0.37, 0.34),
    ),
    Shape.PLUS: (
        (0.33, 0.0), (0.67, 0.0), (0.67, 0.33), (1.0, 0.33), (1.0, 0.67), (0.67, 0.67),
        (0.67, 1.0), (0.33, 1.0), (0.33, 0.67), (0.0, 0.67), (0.0, 0.33), (0.33, 0.33),
    ),
}  # fmt: skip


def shape_path(shape: Shape, box: QRectF) -> QPainterPath:
    """Return the outline of a mark that fills a box."""
    path = QPainterPath()
    if shape in _POLYGONS:
        points = [
            QPointF(box.x() + x * box.width(), box.y() + y * box.height())
            for x, y in _POLYGONS[shape]
        ]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    elif shape is Shape.SPEECH:
        _add_speech(path, box)
    elif shape is Shape.DROP:
        _add_drop(path, box)
    else:
        path.addEllipse(box)
    return path


def _add_speech(path: QPainterPath, box: QRectF) -> None:
    bubble = QRectF(box.x(), box.y() + box.height() * 0.04, box.width(), box.height() * 0.7)
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(bubble, box.width() * 0.2, box.height() * 0.2)
    tail = [(0.18, 0.6), (0.18, 1.0), (0.56, 0.7)]
    points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in tail]
    other = QPainterPath()
    other.addPolygon(QPolygonF(points))
    path.swap(path.united(other))


def _add_drop(path: QPainterPath, box: QRectF) -> None:
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    path.moveTo(x + w * 0.5, y)
    path.cubicTo(x + w * 0.62, y + h * 0.3, x + w * 0.95, y + h * 0.42, x + w * 0.95, y + h * 0.66)
    path.cubicTo(x + w * 0.95, y + h * 1.11, x + w * 0.05, y + h * 1.11, x + w * 0.05, y + h * 0.66)
    path.cubicTo(x + w * 0.05, y + h * 0.42, x + w * 0.38, y + h * 0.3, x + w * 0.5, y)


@cache
def type_icon(kind: EventType, scheme: Scheme, size_px: int = 14) -> "QIcon":
    """Return the mark of an event type in its colour."""
    from PySide6.QtGui import QIcon  # its hundred names are not wanted by a start

    ratio = 2.0
    pixmap = QPixmap(QSize(size_px, size_px) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(1.5, 1.5, size_px - 3, size_px - 3)
    painter.fillPath(shape_path(SHAPES[kind], box), tokens_for(scheme).event(kind))
    painter.end()
    return QIcon(pixmap)
