"""The mix of types inside clusters: a strip at the foot of each, in the colours of the types."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from timeline_app.annotation.event_columns import TYPES
from timeline_app.gui.timeline.look import Look
from timeline_app.layout.scene import Scene

_FORMAT = QImage.Format.Format_ARGB32_Premultiplied
STRIP_PX = 3.0
INSET_PX = 3.0


def paint_mix(
    painter: QPainter, scene: Scene, look: Look, many: NDArray[np.int64], *, is_vector: bool
) -> None:
    """Draw the strips of the clusters `many`, every type with its share.

    On a raster one image holds the strips of all lanes, a line of pixels each: thousands of
    shares cost as much as ten.
    """
    if not len(many):
        return
    if is_vector:
        _paint_boxes(painter, scene, look, many)
    else:
        _paint_lines(painter, scene, look, many)


def _tops(scene: Scene, many: NDArray[np.int64]) -> NDArray[np.float64]:
    return scene.pills.y[many] + scene.metrics.cluster_px - STRIP_PX - 1


def _paint_lines(painter: QPainter, scene: Scene, look: Look, many: NDArray[np.int64]) -> None:
    pills, canvas = scene.pills, scene.canvas
    ratio = painter.device().devicePixelRatioF()
    width = round(canvas.width * ratio)
    lanes = pills.lanes[many]
    line = np.zeros(len(many), dtype=np.int64)
    np.cumsum(lanes[1:] != lanes[:-1], out=line[1:])
    lines = int(line[-1]) + 1
    # One pixel more than is seen, for what ends at the edge.
    pixels = np.zeros((lines, width + 1), dtype=np.uint32)
    left = (pills.left[many] + INSET_PX - canvas.x) * ratio
    length = (pills.right - pills.left)[many] * ratio - 2 * INSET_PX * ratio
    shares = np.zeros((len(many), len(TYPES) + 1))
    np.cumsum(pills.mix[many] / pills.counts[many][:, None], axis=1, out=shares[:, 1:])
    cuts = np.clip(np.round(left[:, None] + shares * length[:, None]), 0, width).astype(np.int64)
    cuts += (line * (width + 1))[:, None]
    # What changes at each cut, summed up along the lines: no work for the pixels between.
    np.bitwise_xor.at(pixels.ravel(), cuts.ravel(), np.tile(look.type_steps, len(many)))
    np.bitwise_xor.accumulate(pixels, axis=1, out=pixels)
    high = max(round(STRIP_PX * ratio), 1)
    picture = np.repeat(pixels, high, axis=0)
    image = QImage(picture.data, width + 1, lines * high, width * 4 + 4, _FORMAT)
    image.setDevicePixelRatio(ratio)
    tops = np.zeros(lines)
    tops[line] = _tops(scene, many)
    for nth, top in enumerate(tops.tolist()):
        # Unscaled: whole lines are copied.
        target = QPointF(canvas.x, round(top * ratio) / ratio)
        painter.drawImage(target, image, QRectF(0, nth * high, width, high))


def _paint_boxes(painter: QPainter, scene: Scene, look: Look, many: NDArray[np.int64]) -> None:
    pills = scene.pills
    painter.setPen(Qt.PenStyle.NoPen)
    left, length = pills.left[many] + INSET_PX, (pills.right - pills.left)[many] - 2 * INSET_PX
    widths = pills.mix[many] / pills.counts[many][:, None] * length[:, None]
    begins = left[:, None] + np.cumsum(widths, axis=1) - widths
    tops = _tops(scene, many).tolist()
    for nth, top in enumerate(tops):
        for kind in np.flatnonzero(widths[nth]).tolist():
            painter.setBrush(look.tokens.event(TYPES[kind]))
            box = QRectF(float(begins[nth, kind]), top, float(widths[nth, kind]), STRIP_PX)
            painter.drawRect(box)
