"""Many boxes in one call."""

from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from shiboken6 import Shiboken

Floats = NDArray[np.float64]
RADIUS = 4.0
_SOFT_PX = 2
_INSETS = np.array((_SOFT_PX, 0, _SOFT_PX))


class Boxes:
    """Boxes ready for a painter; what is one value for all of them may be a number, but not all.

    With one device pixel to a pixel those pixels are filled whose middles lie inside, as Qt does
    without smoothing.
    """

    def __init__(
        self,
        painter: QPainter,
        x: Floats | float,
        y: Floats | float,
        width: Floats | float,
        height: Floats | float,
        *,
        is_vector: bool,
    ) -> None:
        sides = (x, y, width, height)
        count = next(len(side) for side in sides if isinstance(side, np.ndarray))
        edges = np.empty((count, 4))
        edges[:, 0], edges[:, 1], edges[:, 2], edges[:, 3] = x, y, width, height
        self._painter = painter
        self._is_whole = not is_vector and painter.device().devicePixelRatioF() == 1
        self._values: NDArray[np.float64] | NDArray[np.int32] = edges
        if self._is_whole:
            edges[:, 2:] += edges[:, :2]
            self._values = np.ceil(edges - 0.5).astype(np.int32)
            self._values[:, 2:] -= 1

    def fill(self, first: int = 0, last: int | None = None) -> None:
        """Fill the boxes from `first` to before `last` by the painter's brush."""
        values = self._values[first:last]
        if self._is_whole:
            _fill_pixels(self._painter, values)
        elif len(values):
            box = cast(QRectF, _first_of(values, QRectF))
            self._painter.drawRects(box, len(values))


def _fill_pixels(painter: QPainter, edges: NDArray[np.generic]) -> None:
    if len(edges):
        painter.drawRects(cast(QRect, _first_of(edges, QRect)), len(edges))


def _first_of(values: NDArray[np.generic], kind: type) -> object:
    """Return the first of the boxes whose values lie in the rows of an array.

    Qt takes an array of its own values, so that none of them is made in Python: a QRectF is x, y,
    width, height as doubles; a QRect left, top, right, bottom as ints, the latter two inclusive.
    """
    return Shiboken.wrapInstance(values.__array_interface__["data"][0], kind)


class SoftBoxes:
    """Boxes with softened corners for an opaque brush.

    With one device pixel to a pixel each is three rectangles that do not overlap: they look
    rounded, and cost a tenth of real round corners. Finer devices show the difference and get
    real ones.
    """

    def __init__(
        self,
        painter: QPainter,
        x: Floats,
        y: Floats,
        width: Floats,
        height: float,
        *,
        is_vector: bool,
    ) -> None:
        self._painter = painter
        self._is_vector = is_vector
        self._parts: NDArray[np.int32] | None = None
        self._values = (x, y, width)
        self._height = height
        if not is_vector and painter.device().devicePixelRatioF() == 1:
            self._parts = np.empty((len(x), 3, 4), dtype=np.int32)
            edges = np.ceil(np.stack((x, y, x + width), axis=1)[:, :, None] - 0.5)
            self._parts[:, :, 0] = edges[:, 0] + _INSETS
            self._parts[:, :, 1] = edges[:, 1] + (0, _SOFT_PX, height - _SOFT_PX)
            self._parts[:, :, 2] = edges[:, 2] - _INSETS - 1
            self._parts[:, :, 3] = edges[:, 1] + (_SOFT_PX - 1, height - _SOFT_PX - 1, height - 1)

    def fill(self, first: int = 0, last: int | None = None) -> None:
        """Fill the boxes from `first` to before `last` by the painter's brush."""
        if self._parts is not None:
            _fill_pixels(self._painter, self._parts[first:last].reshape(-1, 4))
            return
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        values = (value[first:last].tolist() for value in self._values)
        for left, top, wide in zip(*values, strict=True):
            self._painter.drawRoundedRect(QRectF(left, top, wide, self._height), RADIUS, RADIUS)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._is_vector)
