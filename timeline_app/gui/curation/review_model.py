"""The events that wait for a look, in the order in which they need one."""

from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from timeline_app.annotation.event_columns import EventFlag
from timeline_app.annotation.ids import EventId
from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.models.event_text import Column
from timeline_app.gui.overriding import override

_PAGE = 64
_UNSURE_PERCENT = 60

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


def _tr(words: str) -> str:
    return QCoreApplication.translate("review", words)


class ReviewColumn(IntEnum):
    """The columns of the queue."""

    TITLE = 0
    DATE = 1
    TYPE = 2
    DOUBT = 3
    SURE = 4
    REPORTS = 5


_HEADINGS = ("Event", "Date", "Type", "Look at", "Sure", "Reports")
_SHOWN = {
    ReviewColumn.DATE: Column.DATE,
    ReviewColumn.TYPE: Column.TYPE,
    ReviewColumn.SURE: Column.CONFIDENCE,
    ReviewColumn.REPORTS: Column.REPORTS,
}
_DOUBTS = {
    EventFlag.DISPUTED: "reports disagree",
    EventFlag.UNDATED: "no date",
    EventFlag.UNCERTAIN: "date uncertain",
    EventFlag.APPROXIMATE: "date approximate",
    EventFlag.SOURCING: "only sources a fact",
}


class ReviewModel(QAbstractTableModel):
    """Rows of the event model in the order of the review."""

    def __init__(self, events: EventModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events = events
        self._rows: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        events.modelAboutToBeReset.connect(self._empty)

    def set_rows(self, rows: NDArray[np.int64]) -> None:
        """Show these rows of the event model, in this order."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _empty(self) -> None:
        self.set_rows(np.empty(0, dtype=np.int64))

    def event_id(self, at: int) -> EventId:
        """Return the event at a place in the queue."""
        return self._events.event_id(int(self._rows[at]))

    def place_of(self, event_id: EventId | None) -> int | None:
        """Return the place of an event in the queue; None where it does not wait."""
        if event_id is None:
            return None
        found = np.flatnonzero(self._events.columns.ids[self._rows] == event_id)
        return int(found[0]) if len(found) else None

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(ReviewColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _tr(_HEADINGS[section])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = int(self._rows[index.row()]), ReviewColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            self._fetch_titles(index.row())
            return self._events.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
        return None

    def _text(self, at: int, row: int, column: ReviewColumn) -> str:
        if column is ReviewColumn.TITLE:
            self._fetch_titles(at)
            return self._events.title(row)
        if column is ReviewColumn.DOUBT:
            return self._doubts(row)
        return str(self._events.index(row, _SHOWN[column]).data())

    def _fetch_titles(self, at: int) -> None:
        """Fetch the titles of a page of the queue at once: its rows lie far apart in time."""
        begin = at - at % _PAGE
        self._events.titles([int(row) for row in self._rows[begin : begin + _PAGE]])

    def _doubts(self, row: int) -> str:
        columns = self._events.columns
        flags = int(columns.flags[row])
        doubts = [_tr(words) for flag, words in _DOUBTS.items() if flags & flag]
        doubts += [_tr("hardly sure")] * (int(columns.confidences[row]) < _UNSURE_PERCENT)
        return ", ".join(doubts)
