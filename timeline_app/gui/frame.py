"""The window's frame: it is on the screen at once, and its content follows."""

from PySide6.QtCore import QByteArray, QMargins, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from timeline_app.gui.overriding import override

_SIZE = QSize(1440, 900)
_TITLE_BAR_PX = 32
_GEOMETRY = "window/geometry"
_LONGEST_WAIT_MS = 400


class Frame(QWidget):
    """The top-level window; imports nothing that a first frame does not need."""

    on_screen = Signal()
    """The frame has been painted for the first time, or waits to be for long (minimised)."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._content: QMainWindow | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._is_told = False
        QTimer.singleShot(_LONGEST_WAIT_MS, self._tell)
        room = self.screen().availableSize() - QSize(0, _TITLE_BAR_PX)
        self.resize(_SIZE.boundedTo(room))
        geometry = settings.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def lay(self, first: QWidget, edges: QMargins) -> None:
        """Show a part of the content at its place before the rest is there."""
        self._layout.setContentsMargins(edges)
        self._put(first)

    def furnish(self, content: QMainWindow) -> None:
        """Put the content into the frame; its title becomes the frame's."""
        self._content = content
        self._layout.setContentsMargins(0, 0, 0, 0)
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        self._put(content)

    def _put(self, part: QWidget) -> None:
        """Show a part with its final size, before anything is painted."""
        self._layout.addWidget(part)
        part.show()
        self._layout.activate()

    def _tell(self) -> None:
        if not self._is_told:
            self._is_told = True
            self.on_screen.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_told:
            QTimer.singleShot(0, self._tell)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        if self._content is not None:
            self._content.close()
        super().closeEvent(event)
