"""The timeline as a picture file: PNG, SVG or PDF, by the painter of the window."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from timeline_app.annotation.event_columns import EventColumns, Grouping
from timeline_app.errors import TimelineError
from timeline_app.gui.theme import Scheme, tokens_for
from timeline_app.gui.timeline.lane_words import lane_title_for
from timeline_app.gui.timeline.look import Look
from timeline_app.gui.timeline.paint_state import PaintState
from timeline_app.gui.timeline.painter import paint_scene
from timeline_app.gui.timeline.sheets import paint_sheets
from timeline_app.layout.axis_text import cldr_text
from timeline_app.layout.scene import Scene
from timeline_app.layout.scene_builder import SceneBuilder
from timeline_app.layout.viewport import Viewport, fitting_scale

MAX_HEIGHT_PX = 12_000


def render_snapshot(
    columns: EventColumns,
    titles: Callable[[Sequence[int]], list[str]],
    path: Path,
    *,
    width_px: int = 1_920,
    grouping: Grouping = Grouping.TYPE,
    dark: bool = False,
    scale: float = 2.0,
    locale: str = "en_GB",
    span: tuple[int, int] | None = None,
) -> None:
    """Write the whole timeline (or the time of `span`) to `path`, in the format of its suffix.

    `scale` is device pixels a logical pixel of a PNG. Needs no display. Raises TimelineError for
    another suffix or a file that cannot be written.
    """
    app = QGuiApplication.instance() or QGuiApplication(["timeline-app", "-platform", "offscreen"])
    look = Look(tokens_for(Scheme.DARK if dark else Scheme.LIGHT), QGuiApplication.font())
    builder = _builder(columns, titles, look, grouping, locale)
    state = PaintState(columns=columns, lane_title=lane_title_for(grouping))
    write_picture(path, _whole_scene(builder, width_px, span), look, state, scale=scale)
    del app


def render_sheets(
    columns: EventColumns,
    titles: Callable[[Sequence[int]], list[str]],
    path: Path,
    *,
    across: int = 1,
    grouping: Grouping = Grouping.TYPE,
    locale: str = "en_GB",
    span: tuple[int, int] | None = None,
) -> int:
    """Write all of time (or that of `span`) as a PDF of A4 sheets, `across` of them side by side.

    Return how many sheets there are. Raises TimelineError for a file that cannot be written.
    """
    app = QGuiApplication.instance() or QGuiApplication(["timeline-app", "-platform", "offscreen"])
    look = Look(tokens_for(Scheme.LIGHT), QGuiApplication.font())
    builder = _builder(columns, titles, look, grouping, locale)
    state = PaintState(columns=columns, lane_title=lane_title_for(grouping))
    device = _memory()
    writer = QPdfWriter(device)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setTitle("Timeline")
    stretch = span or builder.index.anchors.span() or (0, 1)
    count = paint_sheets(writer, builder, look, state, span=stretch, across=across)
    _write(path, bytes(device.data().data()))
    del app
    return count


def write_picture(
    path: Path, scene: Scene, look: Look, state: PaintState, *, scale: float = 2.0
) -> None:
    """Write a scene (what is in view, say) in the format of the path's suffix.

    Raises TimelineError for another suffix or a file that cannot be written.
    """
    suffix = path.suffix.lower()
    draw = _FORMATS.get(suffix)
    if draw is None:
        raise TimelineError(f"cannot draw to {path}: name a file ending in .png, .svg or .pdf")
    _write(path, draw(scene, look, replace(state, is_vector=suffix != ".png"), scale))


def _write(path: Path, picture: bytes) -> None:
    try:
        path.write_bytes(picture)
    except OSError as fault:
        reason = fault.strerror or "it cannot be written"
        raise TimelineError(f"cannot write the picture {path}: {reason}") from fault


def _builder(
    columns: EventColumns,
    titles: Callable[[Sequence[int]], list[str]],
    look: Look,
    grouping: Grouping,
    locale: str,
) -> SceneBuilder:
    return SceneBuilder(
        columns,
        titles,
        measure=look.measure,
        tick_text=cldr_text(locale),
        metrics=look.metrics,
        grouping=grouping,
        max_rows=6,
    )


def _whole_scene(builder: SceneBuilder, width_px: int, span: tuple[int, int] | None) -> Scene:
    m = builder.metrics
    canvas_px = max(width_px - m.gutter_px, 200.0)
    begin, end = span or builder.index.anchors.span() or (0, 1)
    height = min(max(builder.layout.height_px, 3 * m.row_px), MAX_HEIGHT_PX)
    room = 260.0 if span is None else 0.0
    scale = fitting_scale(begin, end, width_px=canvas_px, margin=0.03, label_px=room)
    return builder.scene(Viewport(scale=scale, width_px=canvas_px, height_px=height))


def picture_size(scene: Scene) -> QSize:
    """Return the size of a scene in logical pixels."""
    canvas = scene.canvas
    return QSize(round(canvas.right), round(canvas.bottom))


def _png(scene: Scene, look: Look, state: PaintState, scale: float) -> bytes:
    image = QImage(picture_size(scene) * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    paint_scene(painter, scene, look, state)
    painter.end()
    device = _memory()
    QImageWriter(device, QByteArray(b"png")).write(image)
    return bytes(device.data().data())


def _svg(scene: Scene, look: Look, state: PaintState, scale: float) -> bytes:
    size, device = picture_size(scene), _memory()
    writer = QSvgGenerator()
    writer.setOutputDevice(device)
    writer.setSize(size)
    writer.setViewBox(QRectF(0, 0, size.width(), size.height()))
    writer.setTitle("Timeline")
    _paint_on(writer, scene, look, state)
    return bytes(device.data().data())


def _pdf(scene: Scene, look: Look, state: PaintState, scale: float) -> bytes:
    size, device = picture_size(scene), _memory()
    writer = QPdfWriter(device)
    writer.setResolution(72)
    page = QPageSize(QSizeF(size.width(), size.height()), QPageSize.Unit.Point)
    writer.setPageSize(page)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle("Timeline")
    _paint_on(writer, scene, look, state)
    return bytes(device.data().data())


def _memory() -> QBuffer:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    return device


def _paint_on(device: QPaintDevice, scene: Scene, look: Look, state: PaintState) -> None:
    painter = QPainter(device)
    paint_scene(painter, scene, look, state)
    painter.end()


_FORMATS = {".png": _png, ".svg": _svg, ".pdf": _pdf}
