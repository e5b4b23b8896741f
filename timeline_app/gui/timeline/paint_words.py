"""Many texts in one call."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QPainter

from timeline_app.gui.timeline.look import WORD_PAD_PX, Ink, Look
from timeline_app.gui.timeline.paint_boxes import Floats


def write(
    painter: QPainter,
    look: Look,
    ink: Ink,
    words: Sequence[str],
    places: tuple[Floats, Floats],
    *,
    is_vector: bool,
) -> None:
    """Write texts with their top left corners at x and y."""
    x, y = places
    if not is_vector:
        ratio = painter.device().devicePixelRatioF()
        look.words(ink, ratio).draw(painter, words, x - WORD_PAD_PX, y)
        return
    pen = look.pens[ink]
    painter.setFont(pen.font)
    painter.setPen(pen.colour)
    whole = np.floor((x + 0.5, y + 0.5)).astype(np.int64).tolist()
    for left, top, text in zip(*whole, words, strict=True):
        painter.drawStaticText(left, top, look.text(text, pen.font))
