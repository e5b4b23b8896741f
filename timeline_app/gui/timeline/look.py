"""Fonts, sizes and colours of the timeline, and what is laid out or drawn once and kept."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import lru_cache, partial
from typing import NamedTuple, cast

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
    QTextLayout,
    QTransform,
)

from timeline_app.annotation.event_columns import MODALITIES, TYPES
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.gui.glyphs import shape_path
from timeline_app.gui.theme import SHAPES, Tokens, TypeScale, font_for
from timeline_app.gui.timeline.kept import Kept
from timeline_app.gui.timeline.sprites import Sprites
from timeline_app.layout.metrics import Metrics

WORD_PAD_PX = 2
_TEXT_MEMORY = 6_000
_LAST_OF_ONE_UNIT = "\uffff"
"""Qt counts the letters behind this one as two."""


class Ink(Enum):
    """What words are written in."""

    TITLE = "title"
    COUNT = "count"
    HINT = "hint"
    MAJOR = "major"
    MINOR = "minor"


class Pen(NamedTuple):
    """The font of an ink, its metrics and its colour."""

    font: QFont
    metrics: QFontMetricsF
    colour: QColor


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
        self.pens = {
            Ink.TITLE: Pen(self.label_font, self.label_metrics, tokens.text),
            Ink.COUNT: Pen(self.small_font, self.small_metrics, tokens.text),
            Ink.HINT: Pen(self.small_font, self.small_metrics, tokens.text_muted),
            Ink.MAJOR: Pen(self.name_font, self.name_metrics, tokens.text),
            Ink.MINOR: Pen(self.label_font, self.label_metrics, tokens.text_muted),
        }
        self.counts: Kept[int, tuple[str, float]] = Kept(self._count, _TEXT_MEMORY)
        """How many a cluster hides as texts, each with half its width."""
        self._name_lines: Kept[tuple[str, int, int], tuple[str, ...]] = Kept(
            lambda key: tuple(self._broken(*key)), _TEXT_MEMORY
        )
        self._texts: dict[int, Kept[str, QStaticText]] = {}
        self._words: dict[tuple[Ink, float], Sprites[str]] = {}
        self._glyphs: dict[float, Sprites[int]] = {}

    @staticmethod
    def _measure_with(metrics: QFontMetricsF) -> Callable[[str], float]:
        advance = metrics.horizontalAdvance

        @lru_cache(maxsize=4_096)
        def measure(text: str) -> float:
            return float(advance(text))

        return measure

    def measure_fronts(self, text: str, sizes: Sequence[int]) -> list[float]:
        """Return the widths of the first so many letters of a title, which is laid out once."""
        if text and max(text) > _LAST_OF_ONE_UNIT:
            return [self.measure(text[:size]) for size in sizes]
        layout = QTextLayout(text, self.label_font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return [cast(tuple[float, int], line.cursorToX(size))[0] for size in sizes]

    def text(self, words: str, font: QFont) -> QStaticText:
        """Return a text laid out once."""
        known = self._texts.get(id(font))
        if known is None:
            known = self._texts[id(font)] = Kept(lambda words: laid_out(words, font), _TEXT_MEMORY)
        return known[words]

    def words(self, ink: Ink, ratio: float) -> Sprites[str]:
        """Return words as pictures for a device pixel ratio, with a margin of `WORD_PAD_PX`.

        A picture is drawn in a fraction of the time of a text that is laid out.
        """
        known = self._words.get((ink, ratio))
        if known is None:
            pen = self.pens[ink]
            known = self._words[ink, ratio] = Sprites(
                ratio,
                size=lambda words: (
                    pen.metrics.horizontalAdvance(words) + 2 * WORD_PAD_PX,
                    pen.metrics.height(),
                ),
                paint=partial(_write, pen),
            )
        return known

    def _count(self, number: int) -> tuple[str, float]:
        words = count_text(number)
        return words, self.measure_small(words) / 2

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

    def glyphs(self, ratio: float) -> Sprites[int]:
        """Return the marks by `glyph_codes` for a device pixel ratio, with a margin of a pixel."""
        known = self._glyphs.get(ratio)
        if known is None:
            side = self.metrics.glyph_px + 2
            known = self._glyphs[ratio] = Sprites(
                ratio, size=lambda code: (side, side), paint=self._paint_mark
            )
        return known

    def _paint_mark(self, painter: QPainter, code: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_glyph(painter, QPointF(1, 1), *kind_and_status(code))

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


def _write(pen: Pen, painter: QPainter, words: str) -> None:
    painter.setFont(pen.font)
    painter.setPen(pen.colour)
    painter.drawText(QPointF(WORD_PAD_PX, pen.metrics.ascent()), words)


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
