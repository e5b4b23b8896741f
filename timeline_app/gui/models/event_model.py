"""The events of a library as a table model: the one model of timeline and table.

Row r is position r in `columns`, whatever the filter shows: hiding is the views' work, by `mask`.
A row is made only when a view asks for it, and titles are fetched a page at a time.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from timeline_app.annotation.event_columns import TYPES, EventColumns
from timeline_app.annotation.ids import EventId
from timeline_app.annotation.kinds import EventType
from timeline_app.gui.models.event_text import Column, cell_text, sentence
from timeline_app.gui.overriding import override

_PAGE = 256

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class EventRole(IntEnum):
    """The model's own roles."""

    ID = Qt.ItemDataRole.UserRole + 1
    TYPE = Qt.ItemDataRole.UserRole + 2
    FLAGS = Qt.ItemDataRole.UserRole + 3


class EventModel(QAbstractTableModel):
    """Events sorted by time, with a filter's mask and a search's hits."""

    columns_changed = Signal()
    """The events are others (the model has been reset, mask and hits with it)."""
    mask_changed = Signal()
    """Other events are shown, or others are hits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = EventColumns.empty()
        self._fetch: Callable[[Sequence[EventId]], Sequence[str]] = lambda ids: [""] * len(ids)
        self._titles: dict[int, str] = {}
        self._mask = np.ones(0, dtype=np.bool_)
        self._hits: NDArray[np.bool_] | None = None

    @property
    def columns(self) -> EventColumns:
        """Return the events as columns; row r of the model is position r."""
        return self._columns

    @property
    def mask(self) -> NDArray[np.bool_]:
        """Return which events the filter shows; as long as the columns."""
        return self._mask

    @property
    def hits(self) -> NDArray[np.bool_] | None:
        """Return which events the search found; None without a search."""
        return self._hits

    @property
    def shown_count(self) -> int:
        """Return how many events the filter shows."""
        return int(np.count_nonzero(self._mask))

    def set_columns(
        self, columns: EventColumns, titles: Callable[[Sequence[EventId]], Sequence[str]]
    ) -> None:
        """Show other events; `titles` fetches the titles of some of them when they are needed."""
        self.beginResetModel()
        self._columns = columns
        self._fetch = titles
        self._titles = {}
        self._mask = np.ones(len(columns), dtype=np.bool_)
        self._hits = None
        self.endResetModel()
        self.columns_changed.emit()

    def set_mask(self, mask: NDArray[np.bool_], *, hits: NDArray[np.bool_] | None = None) -> None:
        """Show the events for which `mask` is true, and mark those for which `hits` is."""
        if len(mask) != len(self._columns):
            raise ValueError(f"{len(mask)} mask values for {len(self._columns)} events")
        self._mask = mask
        self._hits = hits
        self.mask_changed.emit()

    def titles(self, rows: Sequence[int]) -> list[str]:
        """Return the titles of some rows, in their order."""
        missing = [r for r in rows if r not in self._titles]
        if missing:
            ids = [EventId(int(self._columns.ids[r])) for r in missing]
            self._titles.update(zip(missing, self._fetch(ids), strict=True))
        return [self._titles[r] for r in rows]

    def title(self, row: int) -> str:
        """Return the title of one row; its neighbours come with it."""
        if row not in self._titles:
            begin = row - row % _PAGE
            self.titles(range(begin, min(begin + _PAGE, len(self._columns))))
        return self._titles[row]

    def type_of(self, row: int) -> EventType:
        """Return the type of a row's event."""
        return TYPES[int(self._columns.types[row])]

    def event_id(self, row: int) -> EventId:
        """Return the id of a row's event."""
        return EventId(int(self._columns.ids[row]))

    def row_of(self, event_id: int) -> int | None:
        """Return the row of an event; None where it is not in the model."""
        found = np.flatnonzero(self._columns.ids == event_id)
        return int(found[0]) if len(found) else None

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return Column(section).heading

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return sentence(self._columns, row, self.title(row))
        if role == EventRole.ID:
            return int(self._columns.ids[row])
        if role == EventRole.TYPE:
            return str(self.type_of(row))
        if role == EventRole.FLAGS:
            return int(self._columns.flags[row])
        return None

    def _text(self, row: int, column: Column) -> str:
        return self.title(row) if column is Column.TITLE else cell_text(self._columns, row, column)
