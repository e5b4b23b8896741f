"""The timeline on paper: all of a stretch of time, on as many sheets as it needs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPagedPaintDevice, QPainter

from timeline_app.gui.timeline.card_text import tr
from timeline_app.gui.timeline.look import Look
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.gui.timeline.painter import paint_scene
from timeline_app.layout.scene import Scene
from timeline_app.layout.scene_builder import SceneBuilder
from timeline_app.layout.time_scale import TimeScale
from timeline_app.layout.viewport import Viewport, fitting_scale

PAPER_DPI = 96.0
"""Pixels of the drawing to an inch of paper."""
FOOT_PX = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The printable size of a sheet, in pixels of the drawing."""

    width_px: float
    height_px: float


def paper_of(device: QPagedPaintDevice) -> Paper:
    """Return the printable size of a device's sheets."""
    scale = PAPER_DPI / device.logicalDpiX()
    return Paper(width_px=device.width() * scale, height_px=device.height() * scale)


def scenes_of(
    builder: SceneBuilder, span: tuple[int, int], paper: Paper, *, across: int
) -> Iterator[Scene]:
    """Yield the sheets: `across` of them side by side in time, then the lanes below."""
    m = builder.metrics
    width = paper.width_px - m.gutter_px
    height = paper.height_px - m.axis_px - FOOT_PX
    whole = fitting_scale(*span, width_px=width * across, margin=0.02 / across)
    for down in range(max(ceil(builder.layout.height_px / height), 1)):
        for nth in range(across):
            scale = TimeScale.of(
                whole.begin,
                whole.fraction + nth * width * whole.seconds_per_px,
                whole.seconds_per_px,
            )
            view = Viewport(scale=scale, width_px=width, height_px=height)
            yield builder.scene(view.scrolled(down * height))


def paint_sheets(
    device: QPagedPaintDevice,
    builder: SceneBuilder,
    look: Look,
    state: PaintState,
    *,
    span: tuple[int, int],
    across: int = 1,
) -> int:
    """Draw every sheet on a printer or a PDF; return how many there are."""
    paper = paper_of(device)
    scenes = list(scenes_of(builder, span, paper, across=across))
    painter = QPainter(device)
    ratio = device.logicalDpiX() / PAPER_DPI
    painter.scale(ratio, ratio)
    for nth, scene in enumerate(scenes, start=1):
        if nth > 1:
            device.newPage()
        painter.save()
        paint_scene(painter, scene, look, replace(state, is_vector=True))
        painter.restore()
        painter.setFont(look.small_font)
        painter.setPen(look.tokens.text_muted)
        words = tr("Sheet {} of {}").format(nth, len(scenes))
        x = paper.width_px - look.measure_small(words)
        painter.fillRect(0, round(paper.height_px - FOOT_PX), round(paper.width_px), 40,
                         look.tokens.surface)  # fmt: skip
        painter.drawText(QPointF(x, paper.height_px - 6), words)
    painter.end()
    return len(scenes)
