"""A strip above the timeline that marks what a search finds, and walks from hit to hit."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from timeline_app.gui.models.session import Session
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space

_TYPING_PAUSE_MS = 180


class FindBar(QWidget):
    """Searches while one types; Enter and F3 go to the next hit, Esc closes."""

    def __init__(
        self,
        session: Session,
        next_hit: QAction,
        previous_hit: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._session = session
        self.words = QLineEdit(clearButtonEnabled=True)
        self.words.setPlaceholderText(
            self.tr("Find: words, “a phrase”, actor:Lavrov type:statement")
        )
        self.words.setAccessibleName(self.tr("Find"))
        self.count = QLabel()
        self.count.setObjectName("caption")
        close = QToolButton(autoRaise=True)
        close.setText("✕")
        close.setToolTip(self.tr("Close (Esc)"))
        close.clicked.connect(self.end)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.count)
        for action, arrow in ((previous_hit, "↑"), (next_hit, "↓")):
            button = QToolButton(autoRaise=True)
            button.setText(arrow)
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.toolTip())
            button.clicked.connect(action.trigger)
            layout.addWidget(button)
        layout.addWidget(close)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._typing.timeout.connect(self._search)
        self.words.textEdited.connect(lambda: self._typing.start())
        session.found.connect(self._tell)
        session.library_changed.connect(self.end)
        self.hide()

    def begin(self) -> None:
        """Open the strip, ready for typing."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def end(self) -> None:
        """Close the strip and forget the hits."""
        self._typing.stop()
        self.hide()
        self.words.clear()
        self._session.find("")

    def _search(self) -> None:
        self._session.find(self.words.text())

    def _tell(self, count: int) -> None:
        words = self.tr("1 hit") if count == 1 else self.tr("{} hits").format(count)
        self.count.setText(words if self.words.text().strip() else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typing.isActive():
                self._typing.stop()
                self._search()
            is_backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._session.select_next_hit(backwards=is_backwards)
        else:
            super().keyPressEvent(event)
