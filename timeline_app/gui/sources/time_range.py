"""Two fields that say from when to when: years, months or days, no more precise than typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from timeline_app.annotation.event_columns import OPEN_BEGIN, OPEN_END
from timeline_app.chrono.instant import iso_text
from timeline_app.gui.models.stretch import stretch_of, today
from timeline_app.gui.theme import Space


class TimeRange(QWidget):
    """Asks for a stretch of time; an empty field is open."""

    changed = Signal(object)
    """The user asked for another stretch: (begin, end), or None for all time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from = _field(self.tr("from"), self.tr("From"))
        self._to = _field(self.tr("to"), self.tr("To"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        layout.addWidget(self._from)
        layout.addWidget(QLabel("–"))
        layout.addWidget(self._to)
        for field in (self._from, self._to):
            field.setToolTip(self.tr("A year, month or day: 2015, 2015-11-30, 30 Nov 2015"))
            field.editingFinished.connect(self._tell)
        self._told: tuple[int, int] | None = None

    def show_stretch(self, within: tuple[int, int] | None) -> None:
        """Show a stretch that was asked for elsewhere."""
        if within == self._told:
            return
        self._told = within
        begin, end = within if within is not None else (int(OPEN_BEGIN), int(OPEN_END))
        self._from.setText("" if begin == OPEN_BEGIN else iso_text(begin)[:10])
        self._to.setText("" if end == OPEN_END else iso_text(end - 1)[:10])

    def _tell(self) -> None:
        begin, end = _bound(self._from, 0), _bound(self._to, 1)
        within = None
        if begin is not None or end is not None:
            within = (
                begin if begin is not None else int(OPEN_BEGIN),
                end if end is not None else int(OPEN_END),
            )
        if within != self._told:
            self._told = within
            self.changed.emit(within)


def _field(hint: str, name: str) -> QLineEdit:
    field = QLineEdit(placeholderText=hint, clearButtonEnabled=False)
    field.setAccessibleName(name)
    return field


def _bound(field: QLineEdit, side: int) -> int | None:
    """Return one bound; a field that cannot be read is shown as such and counts as open."""
    stretch = stretch_of(field.text(), today=today())
    field.setProperty("invalid", stretch is None and bool(field.text().strip()))
    field.style().polish(field)
    return None if stretch is None else stretch[side]
