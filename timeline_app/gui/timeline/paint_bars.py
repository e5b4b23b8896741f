"""Events that stand alone: bars and marks by precision and status, whiskers, labels."""

from collections.abc import Iterator
from itertools import pairwise

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
from timeline_app.annotation.kinds import Modality
from timeline_app.chrono.event_time import Precision
from timeline_app.gui.timeline.bar_art import (
    ARROW_PX,
    RADIUS,
    BarArt,
    draw_arrow,
    draw_body,
    draw_whisker,
    style_codes,
    style_of,
)
from timeline_app.gui.timeline.look import Look, glyph_codes
from timeline_app.gui.timeline.paint_boxes import Boxes, Floats, SoftBoxes
from timeline_app.gui.timeline.paint_glyphs import paint_glyphs
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


def paint_bars(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw every bar, the plain ones in batches, then the marks, the selected ones ringed."""
    bars, columns, canvas = scene.bars, state.columns, scene.canvas
    events = bars.events
    left = np.maximum(bars.left, canvas.x - 40.0)
    right = np.minimum(bars.right, canvas.right + 40.0)
    flags, kinds, statuses = (
        columns.flags[events],
        columns.types[events],
        columns.modalities[events],
    )
    about = (flags & _ABOUT) != 0
    fades = about | _IS_SOMEWHERE[columns.precisions[events]]
    seen = bars.right >= canvas.x - 2
    wide = right - left > 1.5 * scene.metrics.glyph_px
    plain = seen & wide & ~fades & (statuses == _ACTUAL)
    if state.hits is not None:
        _paint_halos(painter, scene, look, np.flatnonzero(state.hits[events] & seen))
    _paint_plain(painter, scene, look, state, (left, right, kinds, np.flatnonzero(plain)))
    styled = np.flatnonzero(seen & wide & ~plain)
    places = (left[styled], right[styled], bars.y[styled])
    codes = style_codes(kinds[styled], statuses[styled], fades[styled])
    _paint_styled(painter, look, state, places, codes)
    whiskered = np.flatnonzero(seen & about & ~wide)
    middles = ((left + right)[whiskered] / 2, bars.y[whiskered] + scene.metrics.bar_px / 2)
    _paint_about(painter, look, state, middles, kinds[whiskered].tolist())
    _paint_arrows(painter, scene, look, state, np.flatnonzero(seen))
    _paint_rivals(painter, scene, state, look, np.flatnonzero(seen & ((flags & _DISPUTED) != 0)))
    _paint_glyphs(painter, scene, look, state, np.flatnonzero(seen))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_rings(painter, scene, look, state, np.flatnonzero(seen))


def _paint_styled(
    painter: QPainter,
    look: Look,
    state: PaintState,
    places: tuple[Floats, Floats, Floats],
    codes: list[int],
) -> None:
    if not state.is_vector:
        art_of(look, painter).bars(painter, codes, *places)
        return
    high = look.metrics.bar_px
    for x0, x1, y, code in zip(*(place.tolist() for place in places), codes, strict=True):
        draw_body(painter, look, QRectF(x0, y, x1 - x0, high), style_of(code))


def _paint_about(
    painter: QPainter,
    look: Look,
    state: PaintState,
    middles: tuple[Floats, Floats],
    kinds: list[int],
) -> None:
    if not state.is_vector:
        art_of(look, painter).whiskers(painter, kinds, *middles)
        return
    x, y = middles
    for middle, kind in zip(map(QPointF, x.tolist(), y.tolist()), kinds, strict=True):
        draw_whisker(painter, look, middle, TYPES[kind])


def _paint_arrows(
    painter: QPainter, scene: Scene, look: Look, state: PaintState, places: NDArray[np.int64]
) -> None:
    columns, events = state.columns, scene.bars.events
    is_open = columns.begins[events[places]] == OPEN_BEGIN
    is_open |= columns.ends[events[places]] == OPEN_END
    if not is_open.any():
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for nth in places[is_open].tolist():
        row = int(events[nth])
        kind, to_left = TYPES[columns.types[row]], bool(columns.begins[row] == OPEN_BEGIN)
        draw_arrow(painter, look, _box(scene, nth).center(), kind, to_left=to_left)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, state.is_vector)


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
    places = places[np.argsort(kinds[places], kind="stable")]
    ends = np.cumsum(np.bincount(kinds[places], minlength=len(TYPES))).tolist()
    x, y, width = left[places], scene.bars.y[places], (right - left)[places]
    bodies = SoftBoxes(painter, x, y, width, high, is_vector=state.is_vector)
    feet = Boxes(painter, x + 4, y + (high - 2), np.maximum(width - 8, 2.0), 2,
                 is_vector=state.is_vector)  # fmt: skip
    for kind, (first, last) in enumerate(pairwise((0, *ends))):
        if first < last:
            painter.setBrush(look.fills[TYPES[kind]])
            bodies.fill(first, last)
            painter.setBrush(look.tokens.event(TYPES[kind]))
            feet.fill(first, last)


def art_of(look: Look, painter: QPainter) -> BarArt:
    """Return the pixmaps that belong to a look on the painter's device."""
    ratio = painter.device().devicePixelRatioF()
    known = look.art.get(ratio)
    if not isinstance(known, BarArt):
        known = look.art[ratio] = BarArt(look, ratio)
    return known


def _paint_rivals(
    painter: QPainter, scene: Scene, state: PaintState, look: Look, places: NDArray[np.int64]
) -> None:
    """Draw a thin whisker under the bar for every other time that reports give."""
    boxes = [part for place in places.tolist() for part in _rivals_of(scene, state, place)]
    if boxes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tokens.warning)
        painter.drawRects(boxes)


def _rivals_of(scene: Scene, state: PaintState, place: int) -> Iterator[QRectF]:
    box = _box(scene, place)
    foot, middle = box.bottom() + 0.5, box.center().x()
    rivals = list(state.rivals(int(scene.bars.events[place])))[:3]
    if not rivals:
        yield QRectF(middle - 6, foot, 5, 2)
        yield QRectF(middle + 1, foot, 5, 2)
    for nth, rival in enumerate(rivals):
        begin, end = rival.begin, rival.end
        x0 = scene.x_of(begin) if begin is not None else middle - ARROW_PX
        x1 = scene.x_of(end) if end is not None else middle + ARROW_PX
        x1 = max(x1, x0 + 4)
        yield QRectF(x0, foot - 2.5 * nth, x1 - x0, 1.5)
        yield QRectF(x0, foot - 2.5 * nth - 2, 1.5, 4)
        yield QRectF(x1 - 1.5, foot - 2.5 * nth - 2, 1.5, 4)


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
    codes = glyph_codes(columns.types[events], columns.modalities[events])
    paint_glyphs(painter, look, (x, y), codes, is_vector=state.is_vector)


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
