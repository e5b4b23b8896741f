"""Many boxes in few calls."""

from itertools import repeat

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

Floats = NDArray[np.float64]
RADIUS = 4.0


def fill_soft(
    painter: QPainter, x: Floats, y: Floats, width: Floats, height: float, *, is_vector: bool
) -> None:
    """Fill boxes with softened corners by the painter's opaque brush.

    With one device pixel to a pixel each box is two rectangles of one call: they look rounded,
    and cost a tenth of real round corners. Finer devices show the difference and get real ones.
    """
    if not len(x):
        return
    if is_vector or painter.device().devicePixelRatioF() > 1:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for left, top, wide in zip(x.tolist(), y.tolist(), width.tolist(), strict=True):
            painter.drawRoundedRect(QRectF(left, top, wide, height), RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_vector)
        return
    painter.drawRects(soft_boxes(x, y, width, height))


def soft_boxes(x: Floats, y: Floats, width: Floats, height: float) -> list[QRectF]:
    """Return the two rectangles of each box with softened corners."""
    return [*boxes(x, y + 2, width, height - 4), *boxes(x + 2, y, width - 4, height)]


def boxes(x: Floats, y: Floats, width: Floats, height: float) -> list[QRectF]:
    """Return boxes of one height as Qt has them."""
    return list(map(QRectF, x.tolist(), y.tolist(), width.tolist(), repeat(height)))
