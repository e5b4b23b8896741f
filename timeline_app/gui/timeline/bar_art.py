"""How a bar looks by type, status and precision: drawn once, then cut and tiled to any length."""

from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
)

from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.gui.timeline.look import Look

RADIUS = 4.0
CAP_PX = 42
"""Length of either end that is drawn as it is; a fade is as long."""
TILE_PX = 42
"""The middle repeats with this period, a multiple of the dash patterns and the hatching."""
TILES = 8
"""Tiles in the bar that is kept: only what is longer repeats them."""
ARROW_PX = 22.0

Style = tuple[EventType, Modality, bool]
"""Type, status, and whether the event lies somewhere within the bar."""


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
    """Pixmaps of bars and whiskers for one look and one device pixel ratio."""

    def __init__(self, look: Look, ratio: float) -> None:
        self._look = look
        self._ratio = ratio
        self._bars: dict[Style, tuple[QPixmap, QPixmap, int]] = {}
        self._whiskers: dict[EventType, QPixmap] = {}

    def bar(self, painter: QPainter, box: QRectF, style: Style) -> None:
        """Draw a bar of any length from its two ends and its repeating middle."""
        known = self._bars.get(style)
        if known is None:
            known = self._bars[style] = self._draw(style)
        whole, tile, tile_at = known
        k, y, high = self._ratio, box.y(), box.height()
        # Whole device pixels: a pixmap that need not be scaled is copied.
        left, right = round(box.left() * k), round(box.right() * k)
        cap = min(round(CAP_PX * k), (right - left) // 2)
        front = min(right - left - cap, tile_at)
        tall, end = whole.height(), whole.width() - cap
        if k == 1:  # whole numbers cost a third of points
            top = floor(y + 0.5)
            painter.drawPixmap(left, top, whole, 0, 0, front, tall)
            painter.drawPixmap(right - cap, top, whole, end, 0, cap, tall)
        else:
            painter.drawPixmap(QPointF(left / k, y), whole, QRectF(0, 0, front, tall))
            painter.drawPixmap(QPointF((right - cap) / k, y), whole, QRectF(end, 0, cap, tall))
        if right - left > front + cap:
            middle = QRectF((left + front) / k, y, (right - left - front - cap) / k, high)
            painter.drawTiledPixmap(middle, tile)

    def whisker(self, painter: QPainter, middle: QPointF, kind: EventType) -> None:
        """Draw the whiskers of a mark."""
        known = self._whiskers.get(kind)
        reach = whisker_reach(self._look)
        if known is None:
            known = self._canvas(2 * reach, 4)
            inner = QPainter(known)
            draw_whisker(inner, self._look, QPointF(reach, 2), kind)
            inner.end()
            self._whiskers[kind] = known
        painter.drawPixmap(QPointF(middle.x() - reach, middle.y() - 2), known)

    def _draw(self, style: Style) -> tuple[QPixmap, QPixmap, int]:
        """Return a bar that is longer than most, its tile, and up to where the bar is drawn
        before tiles follow, in device pixels."""
        high, width = self._look.metrics.bar_px, 2 * CAP_PX + TILES * TILE_PX
        whole = self._canvas(width, high)
        painter = QPainter(whole)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_body(painter, self._look, QRectF(0, 0, width, high), style)
        painter.end()
        k = self._ratio
        tile = whole.copy(round(CAP_PX * k), 0, round(TILE_PX * k), whole.height())
        tile.setDevicePixelRatio(k)
        return whole, tile, round(CAP_PX * k) + TILES * round(TILE_PX * k)

    def _canvas(self, width: float, height: float) -> QPixmap:
        pixmap = QPixmap(round(width * self._ratio), round(height * self._ratio))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap
