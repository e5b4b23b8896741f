"""Asks under which tags events belong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.theme import Space

_SEPARATOR = ", "


def tags_in(words: str) -> tuple[str, ...]:
    """Return the tags in what was typed, each once."""
    tags = (tag.strip() for tag in words.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


class TagEvents(QDialog):
    """A field for tags separated by commas, which completes those that are in use."""

    def __init__(
        self, tags: Sequence[str], known: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self.field = QLineEdit(_SEPARATOR.join(tags))
        self.field.setAccessibleName(self.tr("Tags, separated by commas"))
        completer = QCompleter(sorted(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setWidget(self.field)
        completer.activated.connect(self._complete)
        self._completer = completer
        self.field.textEdited.connect(self._offer)
        words = QLabel(self.tr("Separated by commas; each tag is a lane under View ▸ Lanes by."))
        words.setObjectName("caption")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(self.field)
        layout.addWidget(words)
        layout.addWidget(buttons)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags that are wanted."""
        return tags_in(self.field.text())

    def _offer(self, words: str) -> None:
        """Offer the tags that begin as the last one does."""
        last = words.rpartition(",")[2].strip()
        self._completer.setCompletionPrefix(last)
        if last and self._completer.completionCount():
            self._completer.complete()
        elif (popup := self._completer.popup()) is not None:
            popup.hide()

    def _complete(self, tag: str) -> None:
        before = self.field.text().rpartition(",")[0].strip()
        self.field.setText(_SEPARATOR.join([*tags_in(before), tag]))
