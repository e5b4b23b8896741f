"""Events that stand alone: bars and marks by precision and status, whiskers, labels."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from timeline_app.annotation.event_columns import (
    MODALITIES,
    OPEN_BEGIN,
    OPEN_END,
    PRECISIONS,
    TYPES,
    EventFlag,
)
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.chrono.event_time import Precision
from timeline_app.gui.timeline.look import Look
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.layout.scene import Scene

RADIUS = 5.0
ARROW_PX = 22.0
SOMEWHERE = frozenset(
    PRECISIONS.index(p)
    for p in (
        Precision.WEEK,
        Precision.MONTH,
        Precision.QUARTER,
        Precision.YEAR,
        Precision.DECADE,
        Precision.CENTURY,
    )
)
"""Precisions that say: somewhere within. Such a bar is a whisker from earliest to latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar, with what its event says."""

    nth: int
    event: int
    box: QRectF
    kind: EventType
    modality: Modality
    is_wide: bool
    fades: bool
    is_about: bool
    opens_left: bool
    opens_right: bool
    is_disputed: bool


def bars_of(scene: Scene, state: PaintState) -> list[Bar]:
    """Join the scene's bars with the columns."""
    columns, bars, m = state.columns, scene.bars, scene.metrics
    events = bars.events
    canvas = scene.canvas
    values = zip(
        events.tolist(), bars.left.tolist(), bars.right.tolist(), bars.y.tolist(),
        columns.types[events].tolist(), columns.modalities[events].tolist(),
        columns.flags[events].tolist(), columns.precisions[events].tolist(),
        (columns.begins[events] == OPEN_BEGIN).tolist(),
        (columns.ends[events] == OPEN_END).tolist(), strict=True,
    )  # fmt: skip
    found = []
    for nth, (
        event,
        left,
        right,
        y,
        kind,
        modality,
        flags,
        precision,
        opens_left,
        opens_right,
    ) in enumerate(values):
        if right < canvas.x - 2:
            continue
        left, right = max(left, canvas.x - 40.0), min(right, canvas.right + 40.0)
        is_about = bool(flags & (EventFlag.APPROXIMATE | EventFlag.UNCERTAIN))
        found.append(
            Bar(
                nth=nth,
                event=event,
                box=QRectF(left, y, right - left, m.bar_px),
                kind=TYPES[kind],
                modality=MODALITIES[modality],
                is_wide=right - left > 1.5 * m.glyph_px,
                fades=is_about or precision in SOMEWHERE,
                is_about=is_about,
                opens_left=opens_left,
                opens_right=opens_right,
                is_disputed=bool(flags & EventFlag.DISPUTED),
            )
        )
    return found


def paint_bars(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw every bar, the selected ones marked."""
    bars = bars_of(scene, state)
    for bar in bars:
        if state.hits is not None and state.hits[bar.event]:
            _paint_halo(painter, scene, look, bar)
        if bar.is_wide:
            paint_body(painter, look, bar)
        elif bar.is_about:
            paint_about(painter, look, bar)
        if bar.opens_left or bar.opens_right:
            paint_arrow(painter, look, bar, to_left=bar.opens_left)
        if bar.is_disputed:
            _paint_rivals(painter, scene, look, state, bar)
    _paint_glyphs(painter, scene, look, state, bars)
    for bar in bars:
        if bar.event in state.selected or bar.event in (state.current, state.hovered):
            _paint_ring(painter, look, state, bar)


def paint_body(painter: QPainter, look: Look, bar: Bar) -> None:
    """Fill what happened; hatch what is denied; outline what is planned or only spoken of."""
    colour = look.tokens.event(bar.kind)
    painter.setPen(Qt.PenStyle.NoPen)
    box = bar.box
    if bar.modality is Modality.ACTUAL:
        painter.setBrush(_fading(look, bar) if bar.fades else look.fills[bar.kind])
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if not bar.fades:
            painter.setBrush(colour)
            painter.drawRect(
                QRectF(box.x() + RADIUS, box.bottom() - 2, box.width() - 2 * RADIUS, 2)
            )
        return
    if bar.modality in (Modality.DENIED, Modality.HYPOTHETICAL):
        is_denied = bar.modality is Modality.DENIED
        style = Qt.BrushStyle.BDiagPattern if is_denied else Qt.BrushStyle.Dense6Pattern
        painter.setBrush(QBrush(look.fills[bar.kind], style))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    pen = QPen(_fading_line(colour, bar) if bar.fades else QBrush(colour), 1.4)
    if bar.modality in (Modality.PROPOSED, Modality.HYPOTHETICAL):
        pen.setDashPattern([4.0, 3.0] if bar.modality is Modality.PROPOSED else [1.5, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), RADIUS, RADIUS)


def _fading(look: Look, bar: Bar) -> QLinearGradient:
    """Return a fill that is sure in the middle and thins towards earliest and latest."""
    edge = QColor(look.fills[bar.kind])
    edge.setAlphaF(0.25)
    return _gradient(bar, look.fills[bar.kind], edge)


def _fading_line(colour: QColor, bar: Bar) -> QBrush:
    edge = QColor(colour)
    edge.setAlphaF(0.2)
    return QBrush(_gradient(bar, colour, edge))


def _gradient(bar: Bar, middle: QColor, edge: QColor) -> QLinearGradient:
    gradient = QLinearGradient(bar.box.left(), 0, bar.box.right(), 0)
    gradient.setColorAt(0.0, edge)
    gradient.setColorAt(0.35, middle)
    gradient.setColorAt(0.65, middle)
    gradient.setColorAt(1.0, edge)
    return gradient


def paint_about(painter: QPainter, look: Look, bar: Bar) -> None:
    """Draw fading whiskers either side of a mark whose time is "about"."""
    colour = look.tokens.event(bar.kind)
    clear = QColor(colour)
    clear.setAlpha(0)
    y, middle, reach = bar.box.center().y(), bar.box.center().x(), look.metrics.glyph_px * 1.4
    gradient = QLinearGradient(middle - reach, 0, middle + reach, 0)
    gradient.setColorAt(0.0, clear)
    gradient.setColorAt(0.5, colour)
    gradient.setColorAt(1.0, clear)
    painter.fillRect(QRectF(middle - reach, y - 1, 2 * reach, 2), gradient)


def paint_arrow(painter: QPainter, look: Look, bar: Bar, *, to_left: bool) -> None:
    """Draw an arrow away from the bound that is known."""
    colour, side = look.tokens.event(bar.kind), -1 if to_left else 1
    clear = QColor(colour)
    clear.setAlpha(40)
    middle, y = bar.box.center().x(), bar.box.center().y()
    start, tip = middle + side * look.metrics.glyph_px / 2, middle + side * ARROW_PX
    gradient = QLinearGradient(start, 0, tip, 0)
    gradient.setColorAt(0.0, colour)
    gradient.setColorAt(1.0, clear)
    painter.fillRect(QRectF(min(start, tip), y - 1, abs(tip - start), 2), gradient)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    back = tip - side * 4
    painter.drawPolyline(QPolygonF([QPointF(back, y - 4), QPointF(tip, y), QPointF(back, y + 4)]))


def _paint_rivals(painter: QPainter, scene: Scene, look: Look, state: PaintState, bar: Bar) -> None:
    """Draw a thin whisker under the bar for every other time that reports give."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.warning)
    foot = bar.box.bottom() + 0.5
    middle = bar.box.center().x()
    rivals = list(state.rivals(bar.event))[:3]
    if not rivals:
        painter.drawRect(QRectF(middle - 6, foot, 5, 2))
        painter.drawRect(QRectF(middle + 1, foot, 5, 2))
    for nth, rival in enumerate(rivals):
        begin, end = rival.begin, rival.end
        x0 = scene.x_of(begin) if begin is not None else middle - ARROW_PX
        x1 = scene.x_of(end) if end is not None else middle + ARROW_PX
        x1 = max(x1, x0 + 4)
        painter.drawRect(QRectF(x0, foot - 2.5 * nth, x1 - x0, 1.5))
        painter.drawRect(QRectF(x0, foot - 2.5 * nth - 2, 1.5, 4))
        painter.drawRect(QRectF(x1 - 1.5, foot - 2.5 * nth - 2, 1.5, 4))


def glyph_at(scene: Scene, left: float, right: float, y: float) -> QPointF:
    """Return the top left of a bar's mark: in its middle, or where a wide bar comes into view."""
    m = scene.metrics
    side, middle = m.glyph_px, (left + right) / 2
    seen_left = max(left, m.gutter_px) if right - left > 2 * side else left
    x = min(max(middle, seen_left), seen_left + m.label_pad_px + side / 2) - side / 2
    x = min(x, max(right - side - 2, left)) if right - left > 2 * side else x
    return QPointF(x, y + (m.bar_px - side) / 2)


def _paint_glyphs(
    painter: QPainter, scene: Scene, look: Look, state: PaintState, bars: list[Bar]
) -> None:
    ratio = painter.device().devicePixelRatioF()
    bars_left, bars_right = scene.bars.left, scene.bars.right
    for bar in bars:
        nth = bar.nth
        at = glyph_at(scene, float(bars_left[nth]), float(bars_right[nth]), bar.box.y())
        if state.is_vector:
            look.paint_glyph(painter, at, bar.kind, bar.modality)
        else:
            glyph = look.glyph(bar.kind, bar.modality, ratio)
            painter.drawPixmap(QPointF(at.x() - 1, at.y() - 1), glyph)


def _paint_ring(painter: QPainter, look: Look, state: PaintState, bar: Bar) -> None:
    """Ring what is selected (strong), current under the keyboard (focus) or under the mouse."""
    is_selected = bar.event in state.selected
    is_focused = state.has_focus and bar.event == state.current
    colour = look.tokens.focus if is_focused else look.tokens.accent
    if not (is_selected or is_focused):
        colour = look.tokens.text_faint
    painter.setPen(QPen(colour, 2.0 if is_selected or is_focused else 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    grow = 2.0 if bar.is_wide else 3.5
    box = bar.box
    if not bar.is_wide:
        side = look.metrics.glyph_px
        middle = box.center()
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), RADIUS + 1, RADIUS + 1)


def _paint_halo(painter: QPainter, scene: Scene, look: Look, bar: Bar) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.hit)
    painter.drawRoundedRect(bar.box.adjusted(-4, -2, 4, 2), RADIUS + 2, RADIUS + 2)


def paint_labels(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Write the titles."""
    m, tokens, hits = scene.metrics, look.tokens, state.hits
    font = look.label_font
    lift = (m.bar_px - look.label_metrics.height()) / 2
    painter.setFont(font)
    painter.setPen(tokens.text)
    events = scene.bars.events
    for label in scene.labels:
        if hits is not None and hits[events[label.bar]]:
            box = QRectF(label.x - 3, label.y + 1, label.width + 6, m.bar_px - 2)
            painter.fillRect(box, tokens.hit)
        at = QPointF(round(label.x), round(label.y + lift))
        painter.drawStaticText(at, look.text(label.text, font))
