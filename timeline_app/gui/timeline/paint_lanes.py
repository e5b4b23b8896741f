"""Lanes: their names at the left, the lines between them, the clusters at their feet."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from timeline_app.gui.timeline.look import Ink, Look, glyph_codes
from timeline_app.gui.timeline.paint_axis import snap
from timeline_app.gui.timeline.paint_boxes import Boxes, SoftBoxes
from timeline_app.gui.timeline.paint_glyphs import paint_glyphs
from timeline_app.gui.timeline.paint_mix import STRIP_PX, paint_mix
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.gui.timeline.paint_words import write
from timeline_app.layout.clusters import SEVERITY
from timeline_app.layout.scene import LaneBox, Scene


def paint_lane_grounds(painter: QPainter, scene: Scene, look: Look) -> None:
    """Draw a line under every lane."""
    ratio = painter.device().devicePixelRatioF()
    width = scene.canvas.right
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.rule)
    lines = [QRectF(0, snap(b.y + b.height, ratio) - 1, width, 1) for b in scene.lanes]
    if lines:
        painter.drawRects(lines)


def paint_beyond(painter: QPainter, scene: Scene, look: Look) -> None:
    """Tell in lanes that show nothing how many events lie beyond either edge."""
    canvas, font = scene.canvas, look.small_font
    painter.setFont(font)
    painter.setPen(look.tokens.text_muted)
    for box in scene.lanes:
        y = round(box.y + (box.height - look.small_metrics.height()) / 2)
        if box.earlier:
            text = look.text(f"‹ {box.earlier:,}", font)
            painter.drawStaticText(QPointF(canvas.x + 10, y), text)
        if box.later:
            words = f"{box.later:,} ›"
            x = round(canvas.right - 10 - look.measure_small(words))
            painter.drawStaticText(QPointF(x, y), look.text(words, font))


def paint_gutter(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw the names of the lanes and how many events each shows."""
    m, canvas = scene.metrics, scene.canvas
    if m.gutter_px <= 0:
        return
    if state.is_vector:
        _draw_gutter(painter, scene, look, state)
        return
    ratio = painter.device().devicePixelRatioF()
    boxes = tuple(box[:6] for box in scene.lanes)
    key = (boxes, canvas, ratio, state.lane_words)
    if look.gutter is None or look.gutter[0] != key:
        pixmap = QPixmap(round(m.gutter_px * ratio), round(canvas.bottom * ratio))
        pixmap.setDevicePixelRatio(ratio)
        inner = QPainter(pixmap)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_gutter(inner, scene, look, state)
        inner.end()
        look.gutter = (key, pixmap)
    painter.drawPixmap(QPointF(0, 0), look.gutter[1])


def _draw_gutter(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    m, canvas = scene.metrics, scene.canvas
    painter.fillRect(QRectF(0, 0, m.gutter_px, canvas.bottom), look.tokens.window)
    painter.save()
    painter.setClipRect(QRectF(0, canvas.y, m.gutter_px, canvas.height))
    for box in scene.lanes:
        _paint_name(painter, scene, look, state, box)
    painter.restore()
    painter.fillRect(QRectF(m.gutter_px - 1, 0, 1, canvas.bottom), look.tokens.rule)


def _paint_name(
    painter: QPainter, scene: Scene, look: Look, state: PaintState, box: LaneBox
) -> None:
    """Keep the name in view while any of its lane is."""
    m, tokens = scene.metrics, look.tokens
    top = max(box.y, scene.canvas.y) + m.lane_pad_px
    top = min(top, box.y + box.height - m.lane_pad_px - look.label_metrics.height())
    x = 30.0
    _paint_triangle(painter, look, QPointF(18.0, top + look.label_metrics.height() / 2), box)
    count = f"{box.size:,}".replace(",", "\u202f")
    room = m.gutter_px - x - look.measure_small(count) - 24
    line_px = look.label_metrics.height()
    has_second = box.y + box.height - top >= 2 * line_px + m.lane_pad_px
    lines = look.name_lines(
        state.lane_title(box.name), room, m.gutter_px - x - 12 if has_second else 0
    )
    painter.setPen(tokens.text)
    painter.setFont(look.name_font)
    for nth, line in enumerate(lines):
        at = QPointF(x, round(top + nth * line_px))
        painter.drawStaticText(at, look.text(line, look.name_font))
    painter.setPen(tokens.text_muted)
    painter.setFont(look.small_font)
    at = QPointF(round(m.gutter_px - 12 - look.measure_small(count)), round(top) + 2)
    painter.drawStaticText(at, look.text(count, look.small_font))
    painter.fillRect(QRectF(0, box.y + box.height - 1, m.gutter_px, 1), tokens.rule)


def _paint_triangle(painter: QPainter, look: Look, at: QPointF, box: LaneBox) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.text_faint)
    x, y = at.x(), at.y()
    points = (
        [QPointF(x - 2.5, y - 4), QPointF(x + 2.5, y), QPointF(x - 2.5, y + 4)]
        if box.is_collapsed
        else [QPointF(x - 4, y - 2.5), QPointF(x + 4, y - 2.5), QPointF(x, y + 2.5)]
    )
    painter.drawPolygon(QPolygonF(points))


def paint_pills(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw the clusters: ground, mix of types at the foot, count, a dot for the worst status."""
    m, pills = scene.metrics, scene.pills
    many = np.flatnonzero(pills.single < 0)
    painter.setPen(Qt.PenStyle.NoPen)
    left, width = pills.left[many], (pills.right - pills.left)[many]
    painter.setBrush(look.pill)
    SoftBoxes(painter, left, pills.y[many], width, m.cluster_px, is_vector=state.is_vector).fill()
    paint_mix(painter, scene, look, many, is_vector=state.is_vector)
    _write_counts(painter, scene, look, many, is_vector=state.is_vector)
    _paint_worst(painter, scene, look, many, is_vector=state.is_vector)
    _paint_singles(painter, scene, look, state)
    _ring_pills(painter, scene, look, state)


def _write_counts(
    painter: QPainter, scene: Scene, look: Look, many: NDArray[np.int64], *, is_vector: bool
) -> None:
    if not len(many):
        return
    pills = scene.pills
    lift = round((scene.metrics.cluster_px - STRIP_PX - look.small_metrics.height()) / 2)
    counts = map(look.counts.__getitem__, pills.counts[many].tolist())
    words, halves = zip(*counts, strict=True)
    x = (pills.left[many] + pills.right[many]) / 2 - halves
    places = (x, np.round(pills.y[many]) + lift)
    write(painter, look, Ink.COUNT, words, places, is_vector=is_vector)


def _ring_pills(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for nth in (state.hovered_pill, state.focused_pill):
        if nth is not None and nth < len(scene.pills):
            r = scene.pill_rect(nth)
            painter.setPen(QPen(look.tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(r.x - 1, r.y - 1, r.width + 2, r.height + 2), 5, 5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, state.is_vector)


def _paint_singles(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Draw the mark of an event that has no room for its title."""
    m, pills, columns = scene.metrics, scene.pills, state.columns
    alone = np.flatnonzero(pills.single >= 0)
    events = pills.single[alone]
    x, y = pills.left[alone] + 2, pills.y[alone] + (m.cluster_px - m.glyph_px) / 2
    codes = glyph_codes(columns.types[events], columns.modalities[events])
    paint_glyphs(painter, look, (x, y), codes, is_vector=state.is_vector)


def _paint_worst(
    painter: QPainter, scene: Scene, look: Look, many: NDArray[np.int64], *, is_vector: bool
) -> None:
    """Mark clusters that hide something denied (a bar) or disputed (a dot)."""
    pills, m = scene.pills, scene.metrics
    disputed = len(SEVERITY) - 1
    painter.setPen(Qt.PenStyle.NoPen)
    marked = many[pills.worst[many] >= disputed - 1]
    roomy = marked[(pills.right[marked] - pills.left[marked]) > 3 * m.glyph_px]
    for worst, width, height, colour in (
        (disputed, 4.0, 4.0, look.tokens.warning),
        (disputed - 1, 5.0, 2.0, look.tokens.danger),
    ):
        here = roomy[pills.worst[roomy] == worst]
        painter.setBrush(colour)
        x, y = pills.right[here] - 8, pills.y[here] + 3
        Boxes(painter, x, y, width, height, is_vector=is_vector).fill()
