"""Events that stand alone: bars and marks by precision and status, whiskers, labels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

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
from timeline_app.gui.timeline.bar_art import (
    ARROW_PX,
    RADIUS,
    BarArt,
    draw_arrow,
    draw_body,
    draw_whisker,
)
from timeline_app.gui.timeline.look import Look
from timeline_app.gui.timeline.paint_boxes import Floats, fill_soft
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.layout.scene import Scene

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


_IS_SOMEWHERE = np.array([nth in SOMEWHERE for nth in range(len(PRECISIONS))])
_ABOUT = int(EventFlag.APPROXIMATE | EventFlag.UNCERTAIN)
_DISPUTED = int(EventFlag.DISPUTED)
_ACTUAL = MODALITIES.index(Modality.ACTUAL)
_STATUSES = len(MODALITIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar that needs more than a plain fill, with what its event says."""

    event: int
    box: QRectF
    kind: EventType
    modality: Modality
    is_wide: bool
    fades: bool
    is_about: bool = False
    opens_left: bool = False
    opens_right: bool = False
    is_disputed: bool = False


def paint_bars(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw every bar, the plain ones in batches, then the marks, the selected ones ringed."""
    bars, columns, canvas = scene.bars, state.columns, scene.canvas
    events = bars.events
    left = np.maximum(bars.left, canvas.x - 40.0)
    right = np.minimum(bars.right, canvas.right + 40.0)
    flags, kinds = columns.flags[events], columns.types[events]
    about = (flags & _ABOUT) != 0
    fades = about | _IS_SOMEWHERE[columns.precisions[events]]
    seen = bars.right >= canvas.x - 2
    wide = right - left > 1.5 * scene.metrics.glyph_px
    plain = seen & wide & ~fades & (columns.modalities[events] == _ACTUAL)
    opens_left, opens_right = columns.begins[events] == OPEN_BEGIN, columns.ends[events] == OPEN_END
    disputed = (flags & _DISPUTED) != 0
    if state.hits is not None:
        _paint_halos(painter, scene, look, np.flatnonzero(state.hits[events] & seen))
    _paint_plain(painter, scene, look, state, (left, right, kinds, np.flatnonzero(plain)))
    special = seen & ((wide & ~plain) | (about & ~wide) | opens_left | opens_right | disputed)
    for nth in np.flatnonzero(special).tolist():
        bar = Bar(
            event=int(events[nth]),
            box=_box(scene, nth),
            kind=TYPES[kinds[nth]],
            modality=MODALITIES[columns.modalities[events[nth]]],
            is_wide=bool(wide[nth]),
            fades=bool(fades[nth]),
            is_about=bool(about[nth]),
            opens_left=bool(opens_left[nth]),
            opens_right=bool(opens_right[nth]),
            is_disputed=bool(disputed[nth]),
        )
        _paint_special(painter, scene, look, state, bar, has_body=not plain[nth])
    _paint_glyphs(painter, scene, look, state, np.flatnonzero(seen))
    _paint_rings(painter, scene, look, state, np.flatnonzero(seen))


def _box(scene: Scene, nth: int) -> QRectF:
    """Return a bar's box, cut a little outside the canvas: Qt's raster is not made for more."""
    rect, canvas = scene.bar_rect(nth), scene.canvas
    left, right = max(rect.x, canvas.x - 40.0), min(rect.right, canvas.right + 40.0)
    return QRectF(left, rect.y, right - left, rect.height)


def _paint_plain(
    painter: QPainter,
    scene: Scene,
    look: Look,
    state: PaintState,
    which: tuple[Floats, Floats, NDArray[np.uint8], NDArray[np.int64]],
) -> None:
    """Fill what happened at a known time: tinted, with a firm line at the foot."""
    left, right, kinds, places = which
    painter.setPen(Qt.PenStyle.NoPen)
    high = scene.metrics.bar_px
    for kind in np.unique(kinds[places]).tolist():
        here = places[kinds[places] == kind]
        x, y, width = left[here], scene.bars.y[here], (right - left)[here]
        painter.setBrush(look.fills[TYPES[kind]])
        fill_soft(painter, x, y, width, high, is_vector=state.is_vector)
        painter.setBrush(look.tokens.event(TYPES[kind]))
        values = zip(x.tolist(), y.tolist(), width.tolist(), strict=True)
        painter.drawRects(
            [QRectF(a + 4, top + high - 2, max(w - 8, 2.0), 2) for a, top, w in values]
        )


def _paint_special(
    painter: QPainter, scene: Scene, look: Look, state: PaintState, bar: Bar, *, has_body: bool
) -> None:
    if bar.is_wide and has_body:
        style = (bar.kind, bar.modality, bar.fades)
        if state.is_vector:
            draw_body(painter, look, bar.box, style)
        else:
            art_of(look, painter).bar(painter, bar.box, style)
    elif bar.is_about and not bar.is_wide:
        if state.is_vector:
            draw_whisker(painter, look, bar.box.center(), bar.kind)
        else:
            art_of(look, painter).whisker(painter, bar.box.center(), bar.kind)
    if bar.opens_left or bar.opens_right:
        middle = bar.box.center()
        draw_arrow(painter, look, middle, bar.kind, to_left=bar.opens_left)
    if bar.is_disputed:
        _paint_rivals(painter, scene, look, state, bar)


def art_of(look: Look, painter: QPainter) -> BarArt:
    """Return the pixmaps that belong to a look on the painter's device."""
    ratio = painter.device().devicePixelRatioF()
    known = look.art.get(ratio)
    if not isinstance(known, BarArt):
        known = look.art[ratio] = BarArt(look, ratio)
    return known


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


def _paint_glyphs(
    painter: QPainter, scene: Scene, look: Look, state: PaintState, places: NDArray[np.int64]
) -> None:
    """Draw the marks: in the middle of a bar, or where a wide bar comes into view."""
    bars, m, columns = scene.bars, scene.metrics, state.columns
    side = m.glyph_px
    left, right = bars.left[places], bars.right[places]
    inside = np.minimum(np.maximum(left, m.gutter_px) + m.label_pad_px, right - side - 2)
    x = np.where(right - left > 2 * side, inside, (left + right - side) / 2)
    y = bars.y[places] + (m.bar_px - side) / 2
    events = bars.events[places]
    codes = columns.types[events].astype(np.int64) * _STATUSES + columns.modalities[events]
    values = zip(x.tolist(), y.tolist(), codes.tolist(), strict=True)
    if state.is_vector:
        for gx, gy, code in values:
            look.paint_glyph(painter, QPointF(gx, gy), *_kind_and_status(code))
        return
    ratio = painter.device().devicePixelRatioF()
    glyphs = {c: look.glyph(*_kind_and_status(c), ratio) for c in np.unique(codes).tolist()}
    draw = painter.drawPixmap
    for gx, gy, code in values:
        draw(QPointF(gx - 1, gy - 1), glyphs[code])


def _kind_and_status(code: int) -> tuple[EventType, Modality]:
    return TYPES[code // _STATUSES], MODALITIES[code % _STATUSES]


def _paint_rings(
    painter: QPainter, scene: Scene, look: Look, state: PaintState, places: NDArray[np.int64]
) -> None:
    marked = set(state.selected)
    marked.update(row for row in (state.current, state.hovered) if row is not None)
    if not marked:
        return
    events = scene.bars.events[places]
    for nth in places[np.isin(events, list(marked))].tolist():
        _paint_ring(painter, scene, look, state, nth)


def _paint_ring(painter: QPainter, scene: Scene, look: Look, state: PaintState, nth: int) -> None:
    """Ring what is selected (strong), current under the keyboard (focus) or under the mouse."""
    event, box = int(scene.bars.events[nth]), _box(scene, nth)
    is_focused = state.has_focus and event == state.current
    is_strong = event in state.selected or is_focused
    if not is_strong and event != state.hovered:
        return
    colour = look.tokens.focus if is_focused else look.tokens.accent
    painter.setPen(QPen(colour if is_strong else look.tokens.text_faint, 2.0 if is_strong else 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side, grow = scene.metrics.glyph_px, 2.0
    if box.width() <= 1.5 * side:
        middle, grow = box.center(), 3.5
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), RADIUS + 1, RADIUS + 1)


def _paint_halos(painter: QPainter, scene: Scene, look: Look, places: NDArray[np.int64]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.hit)
    for nth in places.tolist():
        painter.drawRoundedRect(_box(scene, nth).adjusted(-4, -2, 4, 2), RADIUS + 2, RADIUS + 2)


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
