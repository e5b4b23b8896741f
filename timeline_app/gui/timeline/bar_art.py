"""How a bar looks by type, status and precision: drawn once, then cut and tiled to any length."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from timeline_app.annotation.event_columns import TYPES
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.gui.timeline.look import Look, glyph_codes, kind_and_status
from timeline_app.gui.timeline.paint_boxes import Floats
from timeline_app.gui.timeline.sprites import Sprites

RADIUS = 4.0
CAP_PX = 42
"""Length of either end that is drawn as it is; a fade is as long."""
TILE_PX = 42
"""The middle repeats with this period, a multiple of the dash patterns and the hatching."""
TILES = 8
"""Tiles in the bar that is kept: only what is longer repeats them."""
WHOLE_PX = 2.0 * CAP_PX + TILES * TILE_PX
ARROW_PX = 22.0

Style = tuple[EventType, Modality, bool]
"""Type, status, and whether the event lies somewhere within the bar."""


def style_codes(
    kinds: NDArray[np.uint8], statuses: NDArray[np.uint8], fades: NDArray[np.bool_]
) -> list[int]:
    """Return one number for the style of each of many bars."""
    return [
        2 * code + fading
        for code, fading in zip(glyph_codes(kinds, statuses), fades.tolist(), strict=True)
    ]


def style_of(code: int) -> Style:
    """Return what a number of `style_codes` stands for."""
    kind, modality = kind_and_status(code // 2)
    return kind, modality, code % 2 == 1


def draw_body(painter: QPainter, look: Look, box: QRectF, style: Style) -> None:
    """Fill what happened; hatch what is denied; outline what is planned or only spoken of.

    A fading bar is sure in its middle and thins towards earliest and latest.
    """
    kind, modality, fades = style
    colour, fill = look.tokens.event(kind), look.fills[kind]
    painter.setPen(Qt.PenStyle.NoPen)
    if modality is Modality.ACTUAL:
        painter.setBrush(_fading(fill, box, 0.2) if fades else fill)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if not fades:
            foot = QRectF(box.x() + RADIUS, box.bottom() - 2, box.width() - 2 * RADIUS, 2)
            painter.fillRect(foot, colour)
        return
    if modality in (Modality.DENIED, Modality.HYPOTHETICAL):
        is_denied = modality is Modality.DENIED
        pattern = Qt.BrushStyle.BDiagPattern if is_denied else Qt.BrushStyle.Dense6Pattern
        painter.setBrush(QBrush(fill, pattern))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(_outline(colour, modality, box, fades=fades))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), RADIUS, RADIUS)


def _outline(colour: QColor, modality: Modality, box: QRectF, *, fades: bool) -> QPen:
    pen = QPen(_fading(colour, box, 0.15) if fades else QBrush(colour), 1.4)
    if modality is Modality.PROPOSED:
        pen.setDashPattern([3.0, 2.0])
    elif modality is Modality.HYPOTHETICAL:
        pen.setDashPattern([1.0, 1.5])
    return pen


def _fading(colour: QColor, box: QRectF, least: float) -> QBrush:
    """Return a colour that thins over the length of a cap (or half a short bar) at either end."""
    edge = QColor(colour)
    edge.setAlphaF(least)
    share = min(CAP_PX / max(box.width(), 1.0), 0.5)
    gradient = QLinearGradient(box.left(), 0, box.right(), 0)
    for at, shade in ((0.0, edge), (share, colour), (1 - share, colour), (1.0, edge)):
        gradient.setColorAt(at, shade)
    return QBrush(gradient)


def draw_whisker(painter: QPainter, look: Look, middle: QPointF, kind: EventType) -> None:
    """Draw fading whiskers either side of a mark whose time is "about"."""
    colour = look.tokens.event(kind)
    clear = QColor(colour)
    clear.setAlpha(0)
    reach = whisker_reach(look)
    gradient = QLinearGradient(middle.x() - reach, 0, middle.x() + reach, 0)
    for at, shade in ((0.0, clear), (0.5, colour), (1.0, clear)):
        gradient.setColorAt(at, shade)
    painter.fillRect(QRectF(middle.x() - reach, middle.y() - 1, 2 * reach, 2), gradient)


def whisker_reach(look: Look) -> float:
    """Return how far a whisker reaches from the middle of its mark."""
    return look.metrics.glyph_px * 1.4


def draw_arrow(
    painter: QPainter, look: Look, middle: QPointF, kind: EventType, *, to_left: bool
) -> None:
    """Draw an arrow away from the bound that is known."""
    colour, side = look.tokens.event(kind), -1 if to_left else 1
    clear = QColor(colour)
    clear.setAlpha(40)
    y = middle.y()
    start, tip = middle.x() + side * look.metrics.glyph_px / 2, middle.x() + side * ARROW_PX
    gradient = QLinearGradient(start, 0, tip, 0)
    gradient.setColorAt(0.0, colour)
    gradient.setColorAt(1.0, clear)
    painter.fillRect(QRectF(min(start, tip), y - 1, abs(tip - start), 2), gradient)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    back = tip - side * 4
    painter.drawPolyline(QPolygonF([QPointF(back, y - 4), QPointF(tip, y), QPointF(back, y + 4)]))


class BarArt:
    """Pictures of bars and whiskers for one look and one device pixel ratio."""

    def __init__(self, look: Look, ratio: float) -> None:
        self._look = look
        self._ratio = ratio
        high, reach = look.metrics.bar_px, whisker_reach(look)
        self._bars: Sprites[int] = Sprites(
            ratio, size=lambda code: (WHOLE_PX, high), paint=self._paint_bar
        )
        self._whiskers: Sprites[int] = Sprites(
            ratio, size=lambda kind: (2 * reach, 4.0), paint=self._paint_whisker
        )

    def bars(
        self, painter: QPainter, codes: Iterable[int], left: Floats, right: Floats, y: Floats
    ) -> None:
        """Draw bars of any length by their `style_codes`, each from its two ends and its
        repeating middle."""
        k = self._ratio
        places = self._bars.places(codes)
        # Whole device pixels: a picture that need not be scaled is copied.
        x0, x1, top = (np.floor(edge * k + 0.5) for edge in (left, right, y))
        cap = np.minimum(round(CAP_PX * k), (x1 - x0) // 2)
        period = TILES * round(TILE_PX * k)
        front = np.minimum(x1 - x0 - cap, round(CAP_PX * k) + period)
        rest = x1 - x0 - cap - front
        repeats = np.ceil(rest / period).astype(np.int64)
        of_bar = np.repeat(np.arange(len(x0)), repeats)
        nth = np.arange(len(of_bar)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        middle = nth * period
        width = np.minimum(rest[of_bar] - middle, period)
        first, last, inner = places.copy(), places.copy(), places[of_bar]
        first[:, 2], last[:, 2], inner[:, 2] = front, cap, width
        last[:, 0] += places[:, 2] - cap
        inner[:, 0] += round(CAP_PX * k)
        self._bars.draw_parts(
            painter,
            np.concatenate((first, last, inner)),
            np.concatenate((x0, x1 - cap, (x0 + front)[of_bar] + middle)),
            np.concatenate((top, top, top[of_bar])),
        )

    def whiskers(self, painter: QPainter, kinds: Iterable[int], x: Floats, y: Floats) -> None:
        """Draw the whiskers of marks of some types (indices of TYPES) about their middles."""
        self._whiskers.draw(painter, kinds, x - whisker_reach(self._look), y - 2)

    def _paint_bar(self, painter: QPainter, code: int) -> None:
        """Draw a bar that is longer than most; its middle is what repeats."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, WHOLE_PX, self._look.metrics.bar_px)
        draw_body(painter, self._look, box, style_of(code))

    def _paint_whisker(self, painter: QPainter, kind: int) -> None:
        draw_whisker(painter, self._look, QPointF(whisker_reach(self._look), 2), TYPES[kind])
