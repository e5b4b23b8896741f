"""The timeline: an item view whose every answer comes from the scene."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from timeline_app.chrono.instant import Instant
from timeline_app.gui.models.counted import events_text
from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.overriding import override
from timeline_app.gui.timeline.accessible import announce, install_accessibility
from timeline_app.gui.timeline.card_text import tr
from timeline_app.gui.timeline.gestures import Gestures
from timeline_app.gui.timeline.keys import run_key
from timeline_app.gui.timeline.painter import paint_scene
from timeline_app.gui.timeline.picking import Picking

Index = QModelIndex | QPersistentModelIndex
_SELECT = QItemSelectionModel.SelectionFlag
MOST_RANGES = 5_000
"""Qt compares every range of a selection with every other one."""
_ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class TimelineView(Picking):
    """Shows an `EventModel` in time and lanes, with the shared selection.

    `context_requested` (position or None, point on screen) asks for a menu.
    """

    context_requested = Signal(object, object)

    def __init__(
        self,
        model: EventModel,
        selection: QItemSelectionModel | None = None,
        *,
        clock: Callable[[], Instant] | None = None,
        locale: str = "",
        parent: QWidget | None = None,
    ) -> None:
        install_accessibility()
        super().__init__(model, clock=clock, locale=locale, parent=parent)
        self._gestures = Gestures(self)
        self._was_shown = False
        self.setModel(model)
        # Held, since Python may own it: the view itself keeps but a bare pointer.
        self._shared_selection = selection
        if selection is not None:
            self.setSelectionModel(selection)
        self.navigator.moved.connect(self.forget_hover)
        model.columns_changed.connect(self._take_columns)
        model.mask_changed.connect(self._take_mask)
        self._take_columns()

    # What an item view must answer

    @override
    def visualRect(self, index: Index) -> QRect:
        rect = self.rect_of_row(index.row()) if index.isValid() else None
        if rect is None:
            return QRect()
        return QRect(round(rect.x), round(rect.y), max(round(rect.width), 1), round(rect.height))

    @override
    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _ENSURE_VISIBLE) -> None:
        if index.isValid():
            self.bring_into_view(index.row(), is_centred=hint == self.ScrollHint.PositionAtCenter)

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_at(point.x(), point.y())
        return QModelIndex() if row is None else self.events.index(row, 0)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        row = self.row_after(action)
        return QModelIndex() if row is None else self.events.index(row, 0)

    @override
    def horizontalOffset(self) -> int:
        """Return 0: time is wider than any integer of Qt's and lives in the viewport alone."""
        return 0

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: Index) -> bool:
        return not (index.isValid() and bool(self.events.mask[index.row()]))

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        rows = self.rows_in(rect)
        self.selectionModel().select(self.selection_of(rows), command | _SELECT.Rows)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for row in self.drawn_rows_of(selection):
            region += self.visualRect(self.events.index(row, 0)).adjusted(-4, -4, 4, 4)
        return region

    @override
    def selectAll(self) -> None:
        rows = np.flatnonzero(self.events.mask)
        if np.count_nonzero(np.diff(rows) > 1) > MOST_RANGES:
            words = tr("Too many separate stretches to select; narrow the filter")
            QToolTip.showText(self.viewport().mapToGlobal(self.viewport().rect().center()), words)
            announce(self, words)
            return
        self.selectionModel().select(self.selection_of(rows), _SELECT.ClearAndSelect | _SELECT.Rows)

    # What the model and the window tell it

    @override
    def reset(self) -> None:
        super().reset()
        self._take_columns()

    @override
    def dataChanged(
        self, top_left: Index, bottom_right: Index, roles: Sequence[int] | None = None
    ) -> None:
        super().dataChanged(top_left, bottom_right, list(roles or ()))
        self.builder.book.clear()
        self.invalidate()

    @override
    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self._take_columns()

    @override
    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        super().rowsAboutToBeRemoved(parent, start, end)
        QTimer.singleShot(0, self._take_columns)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        if model is not None and not isinstance(model, EventModel):
            raise TypeError("a timeline shows an EventModel")
        super().setModel(model)

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.update_scroll_bar()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.focus_moved()

    def _take_columns(self) -> None:
        if self.adopt_columns():
            self.fit_bulk(animated=False)

    def _take_mask(self) -> None:
        self.adopt_mask()
        announce(self, tr("{} shown").format(events_text(self.events.shown_count)))

    # Events of the window system

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_scene(painter, self.scene, self.look, self.paint_state())
        self.paint_overlays(painter)
        painter.end()
        if not self.scene.is_complete:
            self.forget_scene()
            QTimer.singleShot(0, self.viewport().update)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            # What was fitted before had no size to be fitted into.
            self._was_shown = True
            self.adopt_size()
            self.fit_bulk(animated=False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.adopt_size()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.adopt_scroll()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds:
            self.adopt_look()
        elif event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LocaleChange):
            self.adopt_language()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hover(None)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event) or super().viewportEvent(event)
        if event.type() == QEvent.Type.ToolTip:
            return True
        return super().viewportEvent(event)

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom_by(1.0 + event.value(), at_x=event.position().x(), is_smooth=True)
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.note_input(by_keyboard=False)
        self._gestures.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._gestures.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._gestures.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_click(event.position())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._gestures.wheel(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if (
            event.reason() == QContextMenuEvent.Reason.Mouse
            and event.x() < self.look.metrics.gutter_px
        ):
            self.open_lane_menu(event.y(), event.globalPos())
            return
        row = self.row_at(event.x(), event.y())
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            row = self.current_row()
        if row is not None:
            self.select_row(row)
        self.context_requested.emit(row, event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.note_input(by_keyboard=True)
        if run_key(self, event):
            event.accept()
        else:
            event.ignore()

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are commands here, and Ctrl+F finds."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # The base class would make the first event current; nothing is current until it is chosen.
        super(QAbstractItemView, self).focusInEvent(event)
        self.viewport().update()
        self.note_input(by_keyboard=event.reason() == Qt.FocusReason.TabFocusReason)
        self.focus_moved()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._gestures.cancel()
        self.card.dismiss()
        self.viewport().update()

    def peel(self) -> bool:
        """Take away one layer: a drag, a chosen range, a card, the selection."""
        if self._gestures.is_dragging:
            self._gestures.cancel()
            self.drop_choice()
            return True
        return self.peel_layer()

    def open_current(self) -> None:
        """Ask for the source of the current event."""
        row = self.current_row()
        if row is not None:
            self.source_requested.emit(self.events.event_id(row))
