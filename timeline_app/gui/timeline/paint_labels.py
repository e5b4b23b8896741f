"""The titles of events."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from timeline_app.gui.timeline.look import WORD_PAD_PX, Ink, Look
from timeline_app.gui.timeline.paint_boxes import Boxes
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.gui.timeline.paint_words import write
from timeline_app.layout.labels import ELLIPSIS, WHOLE
from timeline_app.layout.scene import Labels, Scene


def paint_labels(painter: QPainter, scene: Scene, look: Look, state: PaintState) -> None:
    """Write the titles, those that were searched for on a ground of their own."""
    labels, bar_px = scene.labels, scene.metrics.bar_px
    if state.hits is not None:
        here = np.flatnonzero(state.hits[scene.bars.events[labels.bars]])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tokens.hit)
        Boxes(painter, labels.x[here] - 3, labels.y[here] + 1, labels.widths[here] + 6, bar_px - 2,
              is_vector=state.is_vector).fill()  # fmt: skip
    y = np.floor(labels.y + (bar_px - look.label_metrics.height()) / 2 + 0.5)
    if state.is_vector:
        words = [label.text for label in labels]
        write(painter, look, Ink.TITLE, words, (labels.x, y), is_vector=True)
    else:
        _paste(painter, look, labels, y)


def _paste(painter: QPainter, look: Look, labels: Labels, y: np.ndarray) -> None:
    """Write cuts as the fronts of pictures of whole titles: these are drawn once for all cuts."""
    sheet = look.words(Ink.TITLE, painter.device().devicePixelRatioF())
    ratio = sheet.ratio
    is_plain = np.array([title.is_plain for title in labels.titles], dtype=np.bool_)
    words = [title.whole for title in labels.titles]
    for nth in np.flatnonzero(~is_plain).tolist():
        words[nth] = labels.titles[nth].text(int(labels.cuts[nth]))
    places = sheet.places(words)
    cut = np.flatnonzero(is_plain & (labels.cuts != WHOLE))
    fronts = labels.widths[cut] - labels.ellipsis_px
    places[cut, 2] = np.floor((fronts + WORD_PAD_PX) * ratio + 0.5)
    x = labels.x - WORD_PAD_PX
    sheet.draw_parts(painter, places, np.floor(x * ratio + 0.5), np.floor(y * ratio + 0.5))
    sheet.draw(painter, [ELLIPSIS] * len(cut), x[cut] + fronts, y[cut])
