"""Keeps the table's selection and the shared one equal, whatever the order of the table's rows."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject

from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.models.row_ranges import rows_of, selection_of
from timeline_app.gui.table.shown_rows import ShownRows

MOST_CARRIED = 5_000
"""A table asks about every selected row when it paints: it marks none of larger selections."""
_Flag = QItemSelectionModel.SelectionFlag


class SelectionLink(QObject):
    """Carries selection and current row both ways between an EventModel and a ShownRows."""

    def __init__(
        self,
        shared: QItemSelectionModel,
        own: QItemSelectionModel,
        model: EventModel,
        shown: ShownRows,
    ) -> None:
        super().__init__(own)
        self._shared, self._own, self._model, self._shown = shared, own, model, shown
        self._is_carrying = False
        shared.selectionChanged.connect(self.carry_in)
        shared.currentChanged.connect(self.carry_in)
        own.selectionChanged.connect(self._carry_out)
        own.currentChanged.connect(self._carry_out)
        shown.modelReset.connect(self.carry_in)
        self.carry_in()

    def carry_in(self) -> None:
        """Let the table show what is selected."""
        if self._is_carrying:
            return
        self._is_carrying = True
        rows = self._shown.rows_of(rows_of(self._shared.selection()))
        if len(rows) > MOST_CARRIED:
            rows = rows[:0]
        chosen = selection_of(self._shown, rows)
        self._own.select(chosen, _Flag.ClearAndSelect | _Flag.Rows)
        current = self._shown.row_of(self._shared.currentIndex().row())
        target = QModelIndex() if current is None else self._shown.index(current, 0)
        self._own.setCurrentIndex(target, _Flag.NoUpdate)
        self._is_carrying = False

    def _carry_out(self) -> None:
        if self._is_carrying:
            return
        self._is_carrying = True
        rows = self._shown.source_rows(rows_of(self._own.selection()))
        chosen = selection_of(self._model, rows)
        self._shared.select(chosen, _Flag.ClearAndSelect | _Flag.Rows)
        current = self._own.currentIndex()
        # Qt makes a row current when the table gets the focus; that chooses no event.
        if current.isValid() and self._own.isSelected(current):
            source = self._model.index(self._shown.source_row(current.row()), 0)
            self._shared.setCurrentIndex(source, _Flag.NoUpdate)
        self._is_carrying = False
