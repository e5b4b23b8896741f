"""Small pictures side by side on one sheet, so that many of them are drawn in one call."""

from collections.abc import Callable, Iterable
from math import ceil
from sys import maxsize
from typing import Generic, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from shiboken6 import Shiboken

from timeline_app.gui.timeline.kept import Kept

Floats = NDArray[np.float64]
K = TypeVar("K")

_WIDTH_PX = 1_024
_FIRST_HEIGHT_PX = 64
_FULL_PX = 8_000_000
"""Pixels in use of a full sheet where a device pixel is a logical one, 32 MB: some four thousand
titles, as many as a long journey shows. Finer devices get more, but not in full, since their
sheets would take all memory."""
_LEFT, _TOP, _WIDE, _HIGH = range(4)
_FRAGMENT_VALUES = 10
"""A QPainter.PixmapFragment is x, y, source left, top, width, height, two scales, angle, opacity,
each a double; x and y are its middle."""


class Sprites(Generic[K]):
    """Pictures by their keys for one device pixel ratio, each drawn when it is first asked for.

    `size` returns the logical size of a key's picture and `paint` draws it at the origin. A full
    sheet is begun anew before the next call, never within one.
    """

    def __init__(
        self,
        ratio: float,
        *,
        size: Callable[[K], tuple[float, float]],
        paint: Callable[[QPainter, K], None],
    ) -> None:
        self.ratio = ratio
        self._size = size
        self._paint = paint
        self._most_px = _FULL_PX * ratio
        self._begin_sheet()

    def _begin_sheet(self) -> None:
        self._sheet = self._empty(ceil(_WIDTH_PX * self.ratio), _FIRST_HEIGHT_PX)
        # Never full: the sheet itself is begun anew.
        self._nth_of: Kept[K, int] = Kept(self._add, maxsize)
        self._places: Floats = np.zeros((64, 4))
        self._x = self._y = self._line = 0

    def places(self, keys: Iterable[K]) -> Floats:
        """Return left, top, width and height of each picture on the sheet, in device pixels."""
        if self._sheet.width() * (self._y + self._line) > self._most_px:
            self._begin_sheet()
        nths = np.fromiter(map(self._nth_of.__getitem__, keys), dtype=np.int64)
        return self._places[nths]

    def draw(self, painter: QPainter, keys: Iterable[K], x: Floats, y: Floats) -> None:
        """Draw pictures with their corners at the device pixels nearest to logical `x`, `y`."""
        places = self.places(keys)
        self.draw_parts(painter, places, np.floor(x * self.ratio + 0.5),
                        np.floor(y * self.ratio + 0.5))  # fmt: skip

    def draw_parts(self, painter: QPainter, places: Floats, x: Floats, y: Floats) -> None:
        """Draw parts of the sheet, their corners at whole device pixels."""
        count = len(places)
        if not count:
            return
        parts = np.ones((count, _FRAGMENT_VALUES))
        parts[:, 0] = x + places[:, _WIDE] / 2
        parts[:, 1] = y + places[:, _HIGH] / 2
        parts[:, 2:6] = places
        parts[:, 8] = 0.0
        # Qt takes an array of its own values: none of them is made in Python.
        address = parts.__array_interface__["data"][0]
        first = cast(QPainter.PixmapFragment, Shiboken.wrapInstance(address, _FRAGMENT))
        if self.ratio == 1:
            painter.drawPixmapFragments(first, count, self._sheet)
            return
        painter.save()
        # In device pixels: a picture that need not be scaled is copied.
        painter.scale(1 / self.ratio, 1 / self.ratio)
        painter.drawPixmapFragments(first, count, self._sheet)
        painter.restore()

    def _add(self, key: K) -> int:
        width, height = (ceil(side * self.ratio) for side in self._size(key))
        if self._x + width > self._sheet.width():
            self._x, self._y, self._line = 0, self._y + self._line, 0
        self._line = max(self._line, height + 1)
        while self._y + height > self._sheet.height() or width > self._sheet.width():
            self._grow(max(width, self._sheet.width()))
        nth = len(self._nth_of)
        if nth == len(self._places):
            self._places = np.concatenate((self._places, np.zeros_like(self._places)))
        self._places[nth] = self._x, self._y, width, height
        painter = QPainter(self._sheet)
        painter.scale(self.ratio, self.ratio)
        painter.translate(self._x / self.ratio, self._y / self.ratio)
        self._paint(painter, key)
        painter.end()
        self._x += width + 1
        return nth

    def _grow(self, width: int) -> None:
        grown = self._empty(width, 2 * self._sheet.height())
        painter = QPainter(grown)
        painter.drawPixmap(0, 0, self._sheet)
        painter.end()
        self._sheet = grown

    @staticmethod
    def _empty(width: int, height: int) -> QPixmap:
        sheet = QPixmap(width, height)
        sheet.fill(Qt.GlobalColor.transparent)
        return sheet


_FRAGMENT = QPainter.PixmapFragment
