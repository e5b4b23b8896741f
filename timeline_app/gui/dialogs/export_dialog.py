"""Asks what to export and in which format."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.theme import Space
from timeline_app.operations.writers.registry import WRITERS

PICTURES = {
    "picture-png": ("Picture of the timeline, PNG", ".png"),
    "picture-svg": ("Picture of the timeline, SVG", ".svg"),
    "picture-pdf": ("Picture of the timeline, PDF", ".pdf"),
    "sheets-pdf": ("Timeline on A4 sheets, PDF", ".pdf"),
}


class Scope(StrEnum):
    """Which events are exported."""

    SHOWN = "shown"
    SELECTED = "selected"
    ALL = "all"


class ExportDialog(QDialog):
    """Offers the formats, and the events by scope with their counts."""

    wanted = Signal(str, str)
    """The user has chosen: the format's key, the scope."""

    def __init__(self, counts: dict[Scope, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.resize(440, 200)
        words = {
            Scope.SHOWN: self.tr("The events shown ({})"),
            Scope.SELECTED: self.tr("The selected events ({})"),
            Scope.ALL: self.tr("All events of the library ({})"),
        }
        self.format = QComboBox()
        for writer in WRITERS:
            self.format.addItem(self.tr(writer.label), writer.key)
        for key, (label, _) in PICTURES.items():
            self.format.addItem(self.tr(label), key)
        self.scope = QComboBox()
        for scope, count in counts.items():
            if count:
                self.scope.addItem(words[scope].format(count), scope)
        note = QLabel(self.tr("What a format cannot hold is listed when the file is written."))
        note.setObjectName("caption")
        note.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._tell)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setVerticalSpacing(Space.S)
        form.addRow(self.tr("&Format"), self.format)
        form.addRow(self.tr("&Events"), self.scope)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _tell(self) -> None:
        self.accept()
        self.wanted.emit(str(self.format.currentData()), str(self.scope.currentData()))
