"""Fonts, sizes and colours of the timeline, and what is laid out or drawn once and kept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QStaticText,
    QTransform,
)

from timeline_app.annotation.event_columns import MODALITIES, TYPES
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.gui.glyphs import shape_path
from timeline_app.gui.theme import SHAPES, Tokens, TypeScale, font_for
from timeline_app.gui.timeline.kept import Kept
from timeline_app.layout.metrics import Metrics

TITLE_PAD_PX = 2
_TEXT_MEMORY = 6_000
_TITLE_MEMORY = 2_000


def blend(top: QColor, below: QColor, share: float) -> QColor:
    """Return an opaque colour: `share` of `top` on `below`."""
    rest = 1 - share
    return QColor.fromRgbF(
        top.redF() * share + below.redF() * rest,
        top.greenF() * share + below.greenF() * rest,
        top.blueF() * share + below.blueF() * rest,
    )


class Look:
    """Everything the painter needs beside the scene; made anew when palette or font change."""

    def __init__(self, tokens: Tokens, font: QFont, *, gutter_px: float | None = None) -> None:
        self.tokens = tokens
        self.label_font = font_for(TypeScale.BODY, font)
        self.small_font = font_for(TypeScale.CAPTION, font)
        self.name_font = font_for(TypeScale.BODY, font, bold=True)
        self.label_metrics = QFontMetricsF(self.label_font)
        self.small_metrics = QFontMetricsF(self.small_font)
        self.name_metrics = QFontMetricsF(self.name_font)
        self.metrics = Metrics.of_line_height(self.label_metrics.height(), gutter_px=gutter_px)
        self.measure = self._measure_with(self.label_metrics)
        self.measure_small = self._measure_with(self.small_metrics)
        surface, share = tokens.surface, 0.34 if tokens.scheme.is_dark else 0.2
        self.fills = {kind: blend(tokens.event(kind), surface, share) for kind in EventType}
        self.shade = blend(tokens.grid, surface, 0.45)
        self.pill = blend(tokens.text_muted, surface, 0.13)
        self.type_steps = _colour_steps([tokens.event(k) for k in TYPES])
        self.gutter: tuple[object, QPixmap] | None = None
        self.art: dict[float, object] = {}
        self.counts: Kept[int, tuple[QStaticText, float]] = Kept(self._count, _TEXT_MEMORY)
        """How many a cluster hides as texts that are laid out, each with half its width."""
        self._name_lines: Kept[tuple[str, int, int], tuple[str, ...]] = Kept(
            lambda key: tuple(self._broken(*key)), _TEXT_MEMORY
        )
        self._texts: dict[int, Kept[str, QStaticText]] = {}
        self._titles: dict[float, Kept[str, QPixmap]] = {}
        self._glyphs: dict[float, Kept[int, QPixmap]] = {}

    @staticmethod
    def _measure_with(metrics: QFontMetricsF) -> Callable[[str], float]:
        advance = metrics.horizontalAdvance

        @lru_cache(maxsize=4_096)
        def measure(text: str) -> float:
            return float(advance(text))

        return measure

    def text(self, words: str, font: QFont) -> QStaticText:
        """Return a text laid out once."""
        known = self._texts.get(id(font))
        if known is None:
            known = self._texts[id(font)] = Kept(lambda words: laid_out(words, font), _TEXT_MEMORY)
        return known[words]

    def titles(self, ratio: float) -> Mapping[str, QPixmap]:
        """Return titles as pictures for a device pixel ratio, with a margin of `TITLE_PAD_PX`.

        A picture is drawn in a seventh of the time of a text that is laid out.
        """
        known = self._titles.get(ratio)
        if known is None:
            known = self._titles[ratio] = Kept(
                lambda words: self._draw_title(words, ratio), _TITLE_MEMORY
            )
        return known

    def _draw_title(self, words: str, ratio: float) -> QPixmap:
        width = self.measure(words) + 2 * TITLE_PAD_PX
        pixmap = clear_pixmap(width, self.label_metrics.height(), ratio)
        painter = QPainter(pixmap)
        painter.setFont(self.label_font)
        painter.setPen(self.tokens.text)
        painter.drawText(QPointF(TITLE_PAD_PX, self.label_metrics.ascent()), words)
        painter.end()
        return pixmap

    def _count(self, number: int) -> tuple[QStaticText, float]:
        words = count_text(number)
        return self.text(words, self.small_font), self.measure_small(words) / 2

    def name_lines(self, name: str, room: float, below: float) -> tuple[str, ...]:
        """Return a lane's name cut to its room, on a second line where `below` leaves room."""
        return self._name_lines[name, round(room), round(below)]

    def _broken(self, name: str, room: float, below: float) -> Iterator[str]:
        advance, words = self.name_metrics.horizontalAdvance, name.split(" ")
        fits = advance(name) <= room
        count = len(words) if fits else len(words) - 1
        while not fits and count > 0 and advance(" ".join(words[:count])) > room:
            count -= 1
        if fits or below <= 0 or count == 0:
            yield self.name_metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            return
        yield " ".join(words[:count])
        rest = " ".join(words[count:])
        yield self.name_metrics.elidedText(rest, Qt.TextElideMode.ElideRight, below)

    def glyphs(self, ratio: float) -> Mapping[int, QPixmap]:
        """Return the marks by `glyph_codes` for a device pixel ratio, with a margin of a pixel."""
        known = self._glyphs.get(ratio)
        if known is None:
            known = self._glyphs[ratio] = Kept(
                lambda code: self._draw_glyph(code, ratio), _TEXT_MEMORY
            )
        return known

    def _draw_glyph(self, code: int, ratio: float) -> QPixmap:
        side = self.metrics.glyph_px + 2
        pixmap = clear_pixmap(side, side, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_glyph(painter, QPointF(1, 1), *kind_and_status(code))
        painter.end()
        return pixmap

    def paint_glyph(
        self, painter: QPainter, at: QPointF, kind: EventType, modality: Modality
    ) -> None:
        """Draw a type's mark as an outline that scales: full, hollow, hatched or dashed."""
        colour, side = self.tokens.event(kind), self.metrics.glyph_px
        is_full = modality is Modality.ACTUAL
        inset = 0.0 if is_full else 0.9
        box = QRectF(at.x(), at.y(), side, side).adjusted(inset, inset, -inset, -inset)
        painter.setPen(Qt.PenStyle.NoPen if is_full else glyph_pen(colour, modality))
        painter.setBrush(self._glyph_brush(colour, modality))
        painter.drawPath(shape_path(SHAPES[kind], box))
        if modality is Modality.DENIED:
            painter.setPen(QPen(colour, 1.6))
            painter.drawLine(box.bottomLeft(), box.topRight())

    def _glyph_brush(self, colour: QColor, modality: Modality) -> QBrush:
        if modality is Modality.ACTUAL:
            return QBrush(colour)
        return QBrush(self.tokens.surface)


def laid_out(words: str, font: QFont) -> QStaticText:
    """Return a text that is laid out."""
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(QTransform(), font)
    return text


def clear_pixmap(width: float, height: float, ratio: float) -> QPixmap:
    """Return an empty picture of a size in pixels, for a device pixel ratio."""
    pixmap = QPixmap(ceil(width * ratio), ceil(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def glyph_codes(kinds: NDArray[np.uint8], statuses: NDArray[np.uint8]) -> list[int]:
    """Return one number for the type and the status of each of many events."""
    codes: list[int] = (kinds.astype(np.int64) * len(MODALITIES) + statuses).tolist()
    return codes


def kind_and_status(code: int) -> tuple[EventType, Modality]:
    """Return what a number of `glyph_codes` stands for."""
    kind, status = divmod(code, len(MODALITIES))
    return TYPES[kind], MODALITIES[status]


def count_text(count: int) -> str:
    """Return a count that fits a cluster: "+7", "+1.2 k", "+1.2 M"; cut, not rounded up."""
    if count < 1_000:
        return f"+{count}"
    if count < 10_000:
        return f"+{count // 100 / 10:.1f} k"
    if count < 1_000_000:
        return f"+{count // 1_000} k"
    return f"+{count // 100_000 / 10:.1f} M"


def _colour_steps(colours: Sequence[QColor]) -> NDArray[np.uint32]:
    """Return by which bits each pixel colour differs from the one before, from none to none."""
    pixels = np.array([0, *(colour.rgba() for colour in colours), 0], dtype=np.uint32)
    return pixels[1:] ^ pixels[:-1]


def glyph_pen(colour: QColor, modality: Modality) -> QPen:
    """Return the outline of what did not, or not yet, happen."""
    pen = QPen(colour, 1.6)
    if modality is Modality.PROPOSED:
        pen.setDashPattern([2.0, 1.4])
    elif modality is Modality.HYPOTHETICAL:
        pen.setDashPattern([1.0, 1.2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen
