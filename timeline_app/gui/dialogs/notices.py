"""Short messages: what went wrong and what to do, what could not be imported, what this is."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app import __version__
from timeline_app.gui.theme import Space


def _tr(words: str) -> str:
    return QCoreApplication.translate("notices", words)


class Notice(QMessageBox):
    """A message of plain text that does not stop the window."""

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(title)
        self.setInformativeText(words)
        self.setIcon(QMessageBox.Icon.Warning)

    def offer(self, words: str, do: Callable[[], object]) -> "Notice":
        """Add a button that does something about it."""
        button = self.addButton(words, QMessageBox.ButtonRole.ActionRole)
        button.clicked.connect(do)
        self.addButton(QMessageBox.StandardButton.Close)
        return self


class TextList(QDialog):
    """A headline over lines that can be read at leisure and copied."""

    def __init__(
        self, title: str, head: str, lines: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(680, 360)
        words = QLabel(head, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit("\n\n".join(lines), readOnly=True)
        self.buttons = buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(words)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)

    def offer(self, words: str, do: Callable[[], object]) -> None:
        """Add a button that does something about it and closes the list."""
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(self.accept)
        button.clicked.connect(do)


def about(parent: QWidget, library: Path | None) -> Notice:
    """Return the message that says what this program is."""
    words = _tr("Reads news articles, finds the dated events in them and lays them on a line.")
    place = "" if library is None else _tr("Library: {}").format(library)
    notice = Notice(f"Timeline {__version__}", f"{words}\n\n{place}".strip(), parent)
    notice.setIcon(QMessageBox.Icon.Information)
    return notice
