"""The program's own icons, drawn in the colours of the palette."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from timeline_app.gui.theme import tokens_of
from timeline_app.paths import icons_dir

SIZE_PX = 24
_RATIO = 2.0


def icon(name: str, palette: QPalette) -> QIcon:
    """Return the icon of a name, with a paler look where it is disabled."""
    tokens = tokens_of(palette)
    return _tinted(name, tokens.text_muted.name(), tokens.text_faint.name(), tokens.accent.name())


def app_icon() -> QIcon:
    """Return the application's icon."""
    return QIcon(str(icons_dir() / "timeline-app.svg"))


@cache
def _tinted(name: str, normal: str, disabled: str, on: str) -> QIcon:
    source = (icons_dir() / f"{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    result.addPixmap(_pixmap(source, normal), QIcon.Mode.Normal, QIcon.State.Off)
    result.addPixmap(_pixmap(source, disabled), QIcon.Mode.Disabled, QIcon.State.Off)
    result.addPixmap(_pixmap(source, on), QIcon.Mode.Normal, QIcon.State.On)
    return result


def _pixmap(source: str, colour: str) -> QPixmap:
    svg = source.replace("currentColor", QColor(colour).name())
    pixmap = QPixmap(QSize(SIZE_PX, SIZE_PX) * _RATIO)
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, SIZE_PX, SIZE_PX))
    painter.end()
    return pixmap
