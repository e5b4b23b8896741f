"""Asks for a date, as precise as one likes, and tells it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from timeline_app.chrono.event_time import EventTime
from timeline_app.gui.models.time_text import precision_text, time_text
from timeline_app.gui.theme import Space
from timeline_app.operations.typed_time import read_typed_time


class GoToDate(QDialog):
    """A field for a year, a month or a day, in figures or in words."""

    date_given = Signal(object)
    """The stretch of time that was asked for: (begin, end) as instants."""

    def __init__(self, parent: QWidget | None = None, *, today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle(self.tr("Go to date"))
        self.field = QLineEdit(placeholderText=self.tr("2015-11-24, Nov 2015, spring 2011"))
        self.field.setAccessibleName(self.tr("Date"))
        self.words = QLabel()
        self.words.setObjectName("caption")
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
        layout.addWidget(self.words)
        layout.addWidget(self._buttons)
        self._check()

    def _time(self) -> EventTime | None:
        time = read_typed_time(self.field.text(), today=self._today)
        return None if time is None or time.begin is None or time.end is None else time

    def _check(self) -> None:
        time = self._time()
        if time is not None:
            words = f"{time_text(time)} · {precision_text(time)}"
        elif self.field.text().strip():
            words = self.tr("Not a date yet")
        else:
            words = self.tr("A day, a month, a year, in figures or in words")
        self.words.setText(words)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(time is not None)

    def _give(self) -> None:
        time = self._time()
        if time is not None:
            self.accept()
            self.date_given.emit((time.begin, time.end))
