"""The events that the filter shows, in the order that the user sorts them by."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from timeline_app.annotation.event_columns import EventColumns, EventFlag, GroupColumn, Grouping
from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.models.event_text import Column
from timeline_app.gui.overriding import override

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_GROUPS = {
    Column.ACTORS: Grouping.ACTOR,
    Column.PLACES: Grouping.PLACE,
    Column.SOURCES: Grouping.SOURCE,
}
MOST_SORTED_TITLES = 200_000
"""Above so many events a sort by title keeps the order of time: fetching all would take long."""


class ShownRows(QAbstractTableModel):
    """A view of an EventModel: only what its mask shows, sorted by any column."""

    def __init__(self, source: EventModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._rows = np.zeros(0, dtype=np.int64)
        self._places: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._sorted_by = Column.DATE
        self._order = Qt.SortOrder.AscendingOrder
        source.modelReset.connect(self._refresh)
        source.mask_changed.connect(self._refresh)
        self._refresh()

    def source_row(self, row: int) -> int:
        """Return the row of the EventModel behind a row of this one."""
        return int(self._rows[row])

    def source_rows(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows of the EventModel behind some rows of this one."""
        return self._rows[rows]

    def rows_of(self, source_rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows that show some rows of the EventModel; hidden ones are left out."""
        places = self._places[source_rows]
        return places[places >= 0]

    def row_of(self, source_row: int) -> int | None:
        """Return the row that shows a row of the EventModel, None where it is hidden."""
        if not 0 <= source_row < len(self._places):
            return None
        place = int(self._places[source_row])
        return place if place >= 0 else None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by, self._order = Column(column), order
        self._refresh()

    def _refresh(self) -> None:
        self.beginResetModel()
        rows = np.flatnonzero(self._source.mask)
        keys = self._sort_keys(rows)
        if keys is not None:
            rows = rows[np.argsort(keys, kind="stable")]
        if self._order is Qt.SortOrder.DescendingOrder:
            rows = rows[::-1]
        self._rows = rows
        self._places = np.full(len(self._source.columns), -1, dtype=np.int64)
        self._places[rows] = np.arange(len(rows))
        self.endResetModel()

    def _sort_keys(self, rows: NDArray[np.int64]) -> NDArray[Any] | None:
        columns = self._source.columns
        if self._sorted_by is Column.TITLE:
            if len(rows) > MOST_SORTED_TITLES:
                return None
            return np.array([t.casefold() for t in self._source.titles(rows.tolist())])
        return _column_keys(columns, self._sorted_by, rows)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return self._source.columnCount(parent)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return self._source.headerData(section, orientation, role)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        behind = self._source.index(self.source_row(index.row()), index.column())
        return self._source.data(behind, role)


def _column_keys(
    columns: EventColumns, column: Column, rows: NDArray[np.int64]
) -> NDArray[Any] | None:
    if column in _GROUPS:
        return _first_group_rank(columns.groups[_GROUPS[column]])[rows]
    if column is Column.REVIEWED:
        return np.asarray((columns.flags[rows] & EventFlag.REVIEWED) == 0)
    plain: dict[Column, NDArray[Any]] = {
        Column.TYPE: columns.types,
        Column.STATUS: columns.modalities,
        Column.REPORTS: columns.reports,
        Column.CONFIDENCE: columns.confidences,
    }
    if column is Column.DATE:
        places = np.empty(len(columns), dtype=np.int64)
        places[columns.chronological()] = np.arange(len(columns))
        return places[rows]
    return plain[column][rows] if column in plain else None


def _first_group_rank(group: GroupColumn) -> NDArray[np.int64]:
    """Return for each event the alphabetical rank of its first group; events without come last."""
    ranks = np.empty(len(group.names), dtype=np.int64)
    ranks[np.argsort(np.array([n.casefold() for n in group.names], dtype=object))] = np.arange(
        len(group.names)
    )
    has_some = np.diff(group.offsets) > 0
    result = np.full(len(has_some), len(group.names), dtype=np.int64)
    result[has_some] = ranks[group.codes[group.offsets[:-1][has_some]]]
    return result
