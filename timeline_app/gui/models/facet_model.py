"""The filter's values as a tree of checkable rows: sections, and in each its values with counts."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from timeline_app.annotation.event_columns import EventColumns, EventFlag, Grouping
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.gui.models.counted import events_text
from timeline_app.gui.models.event_text import status_text, type_text
from timeline_app.gui.overriding import override
from timeline_app.layout.filtering import FLAG_FACETS, GROUP_FIELDS, EventFilter, Facets

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
MOST_VALUES = 400
"""How many names a section lists; the rest is reached by the text filter."""

# Joined once: Python's flags take longer to join than the tree takes to draw a row.
_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_CHECKABLE = _HEADING | Qt.ItemFlag.ItemIsUserCheckable


def _tr(text: str) -> str:
    return QCoreApplication.translate("facets", text)


class FacetRole(IntEnum):
    """The model's own roles."""

    COUNT = Qt.ItemDataRole.UserRole + 1
    EVENT_TYPE = Qt.ItemDataRole.UserRole + 2
    FIELD = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True)
class _Value:
    key: Hashable
    label: str
    total: int
    count: int = 0
    is_checked: bool = False


@dataclass(slots=True)
class _Section:
    name: str
    heading: str
    values: list[_Value] = field(default_factory=list)


_FLAG_LABELS = {
    EventFlag.DISPUTED: "Date disputed",
    EventFlag.UNDATED: "Undated",
    EventFlag.EDITED: "Edited",
    EventFlag.HAND_MADE: "Made by hand",
    EventFlag.SOURCING: "Speech that only sources",
}
_GROUP_HEADINGS = {
    Grouping.ACTOR: "Who",
    Grouping.PLACE: "Where",
    Grouping.SOURCE: "Source",
    Grouping.TAG: "Tag",
}


class FacetModel(QAbstractItemModel):
    """Sections and their values, each value with how many events it would show.

    The order of the values is that of the whole library, so that rows stay where they are while
    the filter changes.
    """

    toggled = Signal(str, object, bool)
    """The user checked or unchecked a value: field of the filter, key, state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: list[_Section] = []

    def set_columns(self, columns: EventColumns, totals: Facets) -> None:
        """List the values of other events; `totals` are their counts without a filter."""
        self.beginResetModel()
        self._sections = [s for s in _sections(columns, totals) if s.values]
        self.endResetModel()

    def set_counts(self, columns: EventColumns, facets: Facets, wanted: EventFilter) -> None:
        """Show the counts and the checks that belong to a filter."""
        lookup = _lookup(columns, facets)
        for row, section in enumerate(self._sections):
            checked = _wanted_keys(wanted, section.name)
            for value in section.values:
                value.count = lookup[section.name].get(value.key, 0)
                value.is_checked = value.key in checked
            parent = self.index(row, 0)
            last = len(section.values) - 1
            self.dataChanged.emit(self.index(0, 0, parent), self.index(last, 0, parent))
            self.dataChanged.emit(parent, parent)

    @override
    def index(self, row: int, column: int, parent: Index = _NO_PARENT) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    # QObject has a parent() of its own, which Qt's model shadows in the same way.
    @override
    def parent(self, child: Index = _NO_PARENT) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(int(child.internalId()) - 1, 0, 0)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        if not parent.isValid():
            return len(self._sections)
        if parent.internalId() != 0 or parent.column() > 0:
            return 0
        return len(self._sections[parent.row()].values)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _HEADING if self._value(index) is None else _CHECKABLE

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._value(index)
        if value is None:
            return _section_data(self._sections[index.row()], role)
        section = self._sections[int(index.internalId()) - 1]
        return _value_data(section.name, value, role)

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        target = self._value(index)
        if target is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        section = self._sections[int(index.internalId()) - 1]
        is_on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.toggled.emit(section.name, target.key, is_on)
        return True

    def _value(self, index: Index) -> _Value | None:
        if index.internalId() == 0:
            return None
        return self._sections[int(index.internalId()) - 1].values[index.row()]


def _section_data(section: _Section, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return section.heading
    if role == FacetRole.FIELD:
        return section.name
    return None


def _value_data(name: str, value: _Value, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return value.label
    if role == Qt.ItemDataRole.CheckStateRole:
        return Qt.CheckState.Checked if value.is_checked else Qt.CheckState.Unchecked
    if role == FacetRole.COUNT:
        return value.count
    if role == FacetRole.FIELD:
        return name
    if role == FacetRole.EVENT_TYPE and isinstance(value.key, EventType):
        return str(value.key)
    if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        return f"{value.label}: {events_text(value.count)}"
    return None


def _wanted_keys(wanted: EventFilter, name: str) -> frozenset[Any]:
    if name == "reviewed":
        return frozenset() if wanted.reviewed is None else frozenset({wanted.reviewed})
    if name == "with_rejected":
        return frozenset({True}) if wanted.with_rejected else frozenset()
    keys: frozenset[Any] = getattr(wanted, name)
    return keys


def _lookup(columns: EventColumns, facets: Facets) -> dict[str, dict[Any, int]]:
    counts: dict[str, dict[Any, int]] = {
        "types": dict(facets.types),
        "modalities": dict(facets.modalities),
        "reviewed": {False: facets.reviewed[0], True: facets.reviewed[1]},
        "flags": dict(facets.flags),
        "with_rejected": {True: facets.rejected},
    }
    for grouping, name in GROUP_FIELDS.items():
        names = columns.groups[grouping].names
        counts[name] = dict(zip(names, facets.groups[grouping].tolist(), strict=True))
    return counts


def _sections(columns: EventColumns, totals: Facets) -> Sequence[_Section]:
    kinds = [_Value(t, type_text(t), n) for t, n in totals.types.items() if n]
    states: list[_Value] = [
        _Value(m, status_text(Modality(m)), n) for m, n in totals.modalities.items() if n
    ]
    review = [
        _Value(False, _tr("To review"), totals.reviewed[0]),
        _Value(True, _tr("Reviewed"), totals.reviewed[1]),
    ]
    flags = [_Value(f, _tr(_FLAG_LABELS[f]), totals.flags[f]) for f in FLAG_FACETS]
    rejected = [_Value(True, _tr("Show rejected events"), totals.rejected)]
    return [
        _Section("types", _tr("Type"), kinds),
        _Section("modalities", _tr("Status"), states),
        *(_group_section(columns, totals, grouping) for grouping in GROUP_FIELDS),
        _Section("reviewed", _tr("Review"), review if len(columns) else []),
        _Section("flags", _tr("Marks"), [v for v in flags if v.total]),
        _Section("with_rejected", _tr("Rejected"), rejected if totals.rejected else []),
    ]


def _group_section(columns: EventColumns, totals: Facets, grouping: Grouping) -> _Section:
    names, counts = columns.groups[grouping].names, totals.groups[grouping]
    first = np.lexsort((np.arange(len(names)), -counts))[:MOST_VALUES]
    values = [_Value(names[i], names[i], int(counts[i])) for i in first]
    return _Section(GROUP_FIELDS[grouping], _tr(_GROUP_HEADINGS[grouping]), values)
