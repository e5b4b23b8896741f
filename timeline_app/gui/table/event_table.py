"""The events as a table: the same model, the same filter, the same selection as the timeline."""

import numpy as np
from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from timeline_app.annotation.event_columns import EventFlag
from timeline_app.annotation.kinds import EventType
from timeline_app.gui.glyphs import type_icon
from timeline_app.gui.models.event_model import EventRole
from timeline_app.gui.models.event_text import Column
from timeline_app.gui.models.session import Session
from timeline_app.gui.overriding import override
from timeline_app.gui.table.selection_link import SelectionLink
from timeline_app.gui.table.shown_rows import ShownRows
from timeline_app.gui.theme import Space, tokens_of

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {
    Column.TITLE: 340,
    Column.DATE: 190,
    Column.TYPE: 110,
    Column.STATUS: 120,
    Column.ACTORS: 200,
    Column.PLACES: 120,
    Column.SOURCES: 150,
    Column.REPORTS: 72,
    Column.CONFIDENCE: 92,
    Column.REVIEWED: 84,
}


class _EventDelegate(QStyledItemDelegate):
    """Draws the type's mark, strikes out the rejected, and pales the undated."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tokens = tokens_of(option.palette)
        flags = int(index.data(EventRole.FLAGS))
        if index.column() == Column.TYPE:
            kind = EventType(index.data(EventRole.TYPE))
            option.icon = type_icon(kind, tokens.scheme)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(14, 14)
        if flags & EventFlag.REJECTED:
            option.font.setStrikeOut(True)
        if index.column() == Column.DATE and flags & EventFlag.UNDATED:
            option.palette.setColor(option.palette.ColorRole.Text, tokens.text_muted)


class EventTable(QTableView):
    """Lists the shown events; sorted by date at first."""

    source_wanted = Signal()
    """The user wants to read the source of the current event."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.shown = ShownRows(session.events, self)
        self.setModel(self.shown)
        self.setItemDelegate(_EventDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(self.tr("Events as a table"))
        self._dress_headers()
        self._link = SelectionLink(
            session.selection, self.selectionModel(), session.events, self.shown
        )
        self.doubleClicked.connect(lambda _index: self.source_wanted.emit())
        session.selection.currentChanged.connect(self._reveal)

    def _dress_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + Space.M)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        # A header asks of each row whether it is selected, which takes minutes for a million.
        columns.setSelectionModel(QItemSelectionModel(self.shown, self))
        columns.setSectionsMovable(True)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            columns.resizeSection(column, width)
        columns.moveSection(columns.visualIndex(Column.DATE), 0)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.DATE, Qt.SortOrder.AscendingOrder)

    def _reveal(self) -> None:
        row = self.shown.row_of(self._session.selection.currentIndex().row())
        if row is not None:
            self.scrollTo(self.shown.index(row, Column.DATE))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reveal()

    @override
    def selectAll(self) -> None:
        self._session.select_rows(np.flatnonzero(self._session.events.mask))

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll up or down only: the columns stay where the user has them."""
        across = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(across)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.source_wanted.emit()
            return
        super().keyPressEvent(event)
