"""The marks of many events."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from timeline_app.gui.timeline.look import Look, kind_and_status
from timeline_app.gui.timeline.paint_boxes import Floats


def paint_glyphs(
    painter: QPainter,
    look: Look,
    places: tuple[Floats, Floats],
    codes: Sequence[int],
    *,
    is_vector: bool,
) -> None:
    """Draw marks by their `glyph_codes`, at x and y."""
    x, y = places
    if is_vector:
        for at, code in zip(map(QPointF, x.tolist(), y.tolist()), codes, strict=True):
            look.paint_glyph(painter, at, *kind_and_status(code))
        return
    look.glyphs(painter.device().devicePixelRatioF()).draw(painter, codes, x - 1, y - 1)
