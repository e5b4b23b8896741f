"""The timeline for a screen reader: a child for every event in view, and announcements.

The children are made for the scene of the moment, kept for as long as it lasts, and asked by
position: Qt's own interface of an item view shows one nameless child.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from timeline_app.gui.overriding import override

if TYPE_CHECKING:
    from timeline_app.gui.timeline.stage import Stage

_kept: list[QAccessibleInterface] = []
"""Interfaces of the timelines there are.

Qt deletes them with their widgets and keeps only bare pointers until then: a wrapper may be
forgotten when Qt has deleted what it wraps, and not before.
"""
# Qt expects null where there is nothing; the type stubs do not say so.
_NO_INTERFACE = cast("QAccessibleInterface", None)
_NO_OBJECT = cast("QObject", None)


class EventInterface(QAccessibleInterface):
    """One event: its title and date as name, its state and place."""

    def __init__(self, view: Stage, row: int) -> None:
        super().__init__()
        self._view = view
        self.row = row

    @override
    def isValid(self) -> bool:
        return self.row < len(self._view.events.columns)

    @override
    def object(self) -> QObject:
        return _NO_OBJECT

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Name or not self.isValid():
            return ""
        index = self._view.events.index(self.row, 0)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: names follow from the events."""

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        model = self._view.selectionModel()
        state.selectable = True
        state.focusable = True
        state.selected = model.isRowSelected(self.row)
        state.focused = self._view.hasFocus() and self._view.current_row() == self.row
        state.invisible = self._view.rect_of_row(self.row) is None
        return state

    @override
    def rect(self) -> QRect:
        rect = self._view.rect_of_row(self.row)
        if rect is None:
            return QRect()
        corner = self._view.viewport().mapToGlobal(QPoint(round(rect.x), round(rect.y)))
        return QRect(corner.x(), corner.y(), round(rect.width), round(rect.height))

    @override
    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._view)

    @override
    def child(self, index: int) -> QAccessibleInterface:
        return _NO_INTERFACE

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return _NO_INTERFACE

    @override
    def childCount(self) -> int:
        return 0

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def window(self) -> QWindow:
        return self._view.window().windowHandle()

    @override
    def foregroundColor(self) -> QColor:
        return self._view.look.tokens.text

    @override
    def backgroundColor(self) -> QColor:
        return self._view.look.tokens.surface


class TimelineInterface(QAccessibleInterface):
    """The view: a list whose children are the events that are drawn."""

    def __init__(self, view: Stage) -> None:
        super().__init__()
        self._view = view
        self._children: dict[int, EventInterface] = {}

    @override
    def isValid(self) -> bool:
        return True

    @override
    def object(self) -> QObject:
        return self._view

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    @override
    def text(self, kind: QAccessible.Text) -> str:
        return self._view.accessibleName() if kind == QAccessible.Text.Name else ""

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: the name is the widget's."""

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._view.hasFocus()
        state.multiSelectable = True
        return state

    @override
    def rect(self) -> QRect:
        corner = self._view.mapToGlobal(QPoint(0, 0))
        return QRect(corner, self._view.size())

    @override
    def parent(self) -> QAccessibleInterface:
        parent = self._view.parentWidget()
        return _NO_INTERFACE if parent is None else QAccessible.queryAccessibleInterface(parent)

    def rows(self) -> list[int]:
        """Return the events in view, in reading order, each once."""
        events = self._view.scene.bars.events
        return list(dict.fromkeys(int(events[nth]) for nth in self._view.scene.visible_bars()))

    def child_of(self, row: int) -> EventInterface:
        """Return the child for an event."""
        return self._children.setdefault(row, EventInterface(self._view, row))

    @override
    def child(self, index: int) -> QAccessibleInterface:
        rows = self.rows()
        return self.child_of(rows[index]) if 0 <= index < len(rows) else _NO_INTERFACE

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        at = self._view.viewport().mapFromGlobal(QPoint(x, y))
        index = self._view.indexAt(at)
        return self.child_of(index.row()) if index.isValid() else _NO_INTERFACE

    @override
    def childCount(self) -> int:
        return len(self.rows())

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        rows = self.rows()
        row = getattr(child, "row", -1)
        return rows.index(row) if row in rows else -1

    @override
    def focusChild(self) -> QAccessibleInterface:
        row = self._view.current_row()
        return _NO_INTERFACE if row is None else self.child_of(row)

    @override
    def window(self) -> QWindow:
        return self._view.window().windowHandle()


def _make(key: str, target: QObject | None) -> QAccessibleInterface | None:
    from timeline_app.gui.timeline.stage import Stage

    if not isinstance(target, Stage):
        return None
    _kept[:] = [kept for kept in _kept if Shiboken.isValid(kept)]
    interface = TimelineInterface(target)
    _kept.append(interface)
    return interface


_installed: list[bool] = []


def install_accessibility() -> None:
    """Let screen readers see the events of every timeline; once for the application."""
    if not _installed:
        QAccessible.installFactory(_make)
        _installed.append(True)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def focus_event(view: Stage, row: int) -> None:
    """Tell a screen reader that an event has the focus."""
    if not QAccessible.isActive():
        return
    interface = QAccessible.queryAccessibleInterface(view)
    if isinstance(interface, TimelineInterface):
        child = interface.indexOfChild(interface.child_of(row))
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(child)
        QAccessible.updateAccessibility(event)
