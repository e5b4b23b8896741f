"""Small pictures drawn from one sheet look as if each were drawn by itself."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from timeline_app.gui.timeline import sprites
from timeline_app.gui.timeline.paint_boxes import Boxes
from timeline_app.gui.timeline.sprites import Sprites

pytestmark = pytest.mark.usefixtures("qapp")
COLOURS = ("red", "green", "blue", "orange", "teal")


def canvas(ratio: float = 1.0) -> QImage:
    image = QImage(round(120 * ratio), round(60 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    return image


def squares(ratio: float) -> Sprites[str]:
    def paint(painter: QPainter, colour: str) -> None:
        painter.fillRect(QRectF(0, 0, 10, 10), QColor(colour))

    return Sprites(ratio, size=lambda colour: (10.0, 10.0), paint=paint)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_each_picture_stands_at_its_place(ratio: float) -> None:
    image = canvas(ratio)
    painter = QPainter(image)
    x = np.arange(5) * 20.0
    squares(ratio).draw(painter, COLOURS, x, np.full(5, 30.0))
    painter.end()
    for left, colour in zip(x.tolist(), COLOURS, strict=True):
        inside = image.pixelColor(round((left + 5) * ratio), round(35 * ratio))
        beside = image.pixelColor(round((left + 15) * ratio), round(35 * ratio))
        assert (inside, beside) == (QColor(colour), QColor("white"))


def test_a_full_sheet_is_begun_anew_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sprites, "_FULL_PX", 1)
    sheet, image = squares(1.0), canvas()
    for _ in range(3):
        painter = QPainter(image)
        sheet.draw(painter, COLOURS, np.arange(5) * 20.0, np.full(5, 30.0))
        painter.end()
        assert image.pixelColor(85, 35) == QColor("teal")


def test_nothing_to_draw_draws_nothing() -> None:
    image = canvas()
    painter = QPainter(image)
    squares(1.0).draw(painter, (), np.empty(0), np.empty(0))
    painter.end()
    assert image == canvas()


side = st.integers(0, 200).map(lambda n: n / 4 + 0.1)
"""None on the middle of a pixel, where either neighbour is as good."""


@given(st.lists(st.tuples(side, side, side, side), max_size=8))
def test_boxes_are_filled_as_qt_fills_each(places: list[tuple[float, float, float, float]]) -> None:
    assert QGuiApplication.instance() is not None
    ours, theirs = canvas(), canvas()
    edges = np.array(places, dtype=np.float64).reshape(-1, 4)
    for image in (ours, theirs):
        painter = QPainter(image)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("black"))
        if image is ours:
            Boxes(painter, *edges.T, is_vector=False).fill()
        else:
            for place in places:
                painter.drawRect(QRectF(*place))
        painter.end()
    assert ours == theirs
