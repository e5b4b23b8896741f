"""What a pane shows when it has nothing to show: what to do next, and buttons that do it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from timeline_app.gui.icons import icon
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space, TypeScale, font_for

_ICON_PX = 48


class EmptyState(QWidget):
    """A picture, a headline, a sentence, and at most a few buttons, in the middle."""

    def __init__(
        self,
        picture: str,
        headline: str,
        words: str,
        actions: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture_name = picture
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._headline = QLabel(headline, alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        self._words = QLabel(words, alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        self._words.setMaximumWidth(460)
        for label in (self._headline, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        layout.setSpacing(Space.M)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._headline)
        layout.addLayout(_centred(self._words))
        layout.addLayout(_buttons(actions))
        layout.addStretch(3)
        self._dress()

    def say(self, headline: str, words: str) -> None:
        """Say something else."""
        self._headline.setText(headline)
        self._words.setText(words)

    def _dress(self) -> None:
        self._headline.setFont(font_for(TypeScale.TITLE, bold=True))
        drawn = icon(self._picture_name, self.palette())
        self._picture.setPixmap(drawn.pixmap(_ICON_PX, _ICON_PX))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()


def _centred(label: QLabel) -> QHBoxLayout:
    """Keep a label in the middle and as high as its lines need."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 1_000)
    row.addStretch(1)
    return row


def _buttons(actions: Sequence[QAction]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.setContentsMargins(0, Space.S, 0, 0)
    row.addStretch()
    for at, action in enumerate(actions):
        button = QPushButton(action.text().replace("&", "").rstrip("…"))
        button.clicked.connect(action.trigger)
        button.setDefault(at == 0)
        button.setProperty("primary", at == 0)
        row.addWidget(button)
    row.addStretch()
    return row
