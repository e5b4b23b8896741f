"""What can be done with a chosen stretch of time: Zoom, Filter, Export."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space
from timeline_app.gui.timeline.card import paint_raised
from timeline_app.gui.timeline.card_text import tr


class RangeBar(QWidget):
    """A small bar with a count and three actions; `ended` asks for the choice to be dropped."""

    zoom_wanted = Signal()
    filter_wanted = Signal()
    export_wanted = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("rangeBar")
        self.setAccessibleName(tr("Chosen stretch of time"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._words = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._words)
        row.addSpacing(Space.S)
        for words, signal in (
            (tr("Zoom"), self.zoom_wanted),
            (tr("Filter"), self.filter_wanted),
            (tr("Export…"), self.export_wanted),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            row.addWidget(button)
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(tr("End the selection (Esc)"))
        close.setAccessibleName(tr("End the selection"))
        close.clicked.connect(self.ended)
        row.addWidget(close)
        self.hide()

    def show_words(self, words: str, *, center_x: float, top: float) -> None:
        """Show the bar under `top`, its middle as near to `center_x` as the parent allows."""
        self._words.setText(words)
        self.adjustSize()
        widest = self._host.width() - self.width() - Space.S
        x = min(max(center_x - self.width() / 2, Space.S), max(widest, Space.S))
        self.move(round(x), round(top))
        self.show()
        self.raise_()

    @property
    def words(self) -> str:
        """Return what the bar says."""
        return self._words.text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_raised(self)
