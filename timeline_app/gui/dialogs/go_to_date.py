"""Asks for a date, as precise as one likes, and tells it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from timeline_app.gui.models.stretch import stretch_of
from timeline_app.gui.theme import Space


class GoToDate(QDialog):
    """A field for a year, a month or a day."""

    date_given = Signal(object)
    """The stretch of time that was asked for: (begin, end) as instants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Go to date"))
        self.field = QLineEdit(placeholderText="2015-11-24")
        self.field.setAccessibleName(self.tr("Date"))
        hint = QLabel(self.tr("A day 2015-11-24, a month 2015-11, or a year 2015"))
        hint.setObjectName("caption")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Go"))
        self._buttons.accepted.connect(self._give)
        self._buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(self.field)
        layout.addWidget(hint)
        layout.addWidget(self._buttons)
        self._check()

    def _check(self) -> None:
        is_date = stretch_of(self.field.text()) is not None
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_date)

    def _give(self) -> None:
        stretch = stretch_of(self.field.text())
        if stretch is not None:
            self.accept()
            self.date_given.emit(stretch)
