"""Events without a date: kept in sight beside the timeline, never given one."""

import numpy as np
from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.annotation.event_columns import TYPES
from timeline_app.gui.glyphs import type_icon
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space, TypeScale, font_for, tokens_of
from timeline_app.gui.timeline.card_text import tr
from timeline_app.gui.timeline.view import TimelineView

MOST = 300
_FLAG = QItemSelectionModel.SelectionFlag
_ROW = Qt.ItemDataRole.UserRole


class UndatedTray(QWidget):
    """A strip of the shown undated events on the shared selection; hidden when there are none.

    `source_requested` (event id) asks for the source of the one that was double-clicked or
    entered.
    """

    source_requested = Signal(object)

    def __init__(self, view: TimelineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undatedTray")
        self._view = view
        self._is_filling = False
        self._heading = QLabel(self)
        self._heading.setFont(font_for(TypeScale.CAPTION, self.font(), bold=True))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Undated events"))
        self.list.setFlow(QListWidget.Flow.LeftToRight)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSpacing(Space.XS)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(14, 14))
        self.list.viewport().setAutoFillBackground(False)
        self._arrange()
        self.list.currentItemChanged.connect(self._select)
        self.list.itemActivated.connect(self._open)
        view.events.columns_changed.connect(self.refresh)
        view.events.mask_changed.connect(self.refresh)
        self.refresh()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.M)
        row.addLayout(column)
        row.addWidget(self.list, 1)
        line = self.fontMetrics().height()
        self.setFixedHeight(line * 2 + 3 * Space.S)

    def refresh(self) -> None:
        """List the undated events that the filter shows."""
        columns, mask = self._view.events.columns, self._view.events.mask
        first = columns.dated_count
        rows = first + np.flatnonzero(mask[first:])
        self._is_filling = True
        self.list.clear()
        scheme = tokens_of(self.palette()).scheme
        listed = rows[:MOST].tolist()
        for row, title in zip(listed, self._view.events.titles(listed), strict=True):
            item = QListWidgetItem(type_icon(TYPES[int(columns.types[row])], scheme), title)
            item.setData(_ROW, row)
            item.setToolTip(title)
            self.list.addItem(item)
        self._is_filling = False
        self._heading.setText(tr("{} undated", len(rows)))
        self.setVisible(len(rows) > 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Draw the marks anew where the colours change, from light to dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.refresh()

    def _select(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._is_filling:
            index = self._view.events.index(item.data(_ROW), 0)
            flags = _FLAG.ClearAndSelect | _FLAG.Rows
            self._view.selectionModel().setCurrentIndex(index, flags)

    def _open(self, item: QListWidgetItem) -> None:
        self.source_requested.emit(self._view.events.event_id(item.data(_ROW)))
