"""The marks of many events."""

from collections.abc import Sequence

import numpy as np
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
    """Draw marks by their `glyph_codes`, at x and y.

    With one device pixel to a pixel the places are whole numbers, which cost a third of a point.
    """
    x, y = places
    if is_vector:
        for at, code in zip(map(QPointF, x.tolist(), y.tolist()), codes, strict=True):
            look.paint_glyph(painter, at, *kind_and_status(code))
        return
    ratio, draw = painter.device().devicePixelRatioF(), painter.drawPixmap
    glyphs = map(look.glyphs(ratio).__getitem__, codes)
    if ratio == 1:
        whole = np.floor((x - 0.5, y - 0.5)).astype(np.int64).tolist()
        for left, top, glyph in zip(*whole, glyphs, strict=True):
            draw(left, top, glyph)
        return
    for at, glyph in zip(map(QPointF, (x - 1).tolist(), (y - 1).tolist()), glyphs, strict=True):
        draw(at, glyph)
