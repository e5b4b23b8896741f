"""A list of events that opens over the timeline: what a cluster of one date hides."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from timeline_app.annotation.event_columns import TYPES, EventColumns
from timeline_app.gui.glyphs import type_icon
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space, tokens_of
from timeline_app.gui.timeline.card_text import tr

MOST = 500


class EventList(QFrame):
    """A popup; `chosen` carries the position of the event that was clicked or entered."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(tr("Events in the cluster"))
        self._heading = QLabel(self)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.addWidget(self._heading)
        column.addWidget(self.list)

    def open_with(
        self, rows: Sequence[int], titles: Sequence[str], columns: EventColumns, at: QPoint
    ) -> None:
        """List events at a point of the screen; of very many the first `MOST`."""
        scheme = tokens_of(self.palette()).scheme
        self.list.clear()
        for row, title in list(zip(rows, titles, strict=True))[:MOST]:
            item = QListWidgetItem(type_icon(TYPES[int(columns.types[row])], scheme), title)
            item.setData(Qt.ItemDataRole.UserRole, int(row))
            self.list.addItem(item)
        more = f" · {tr('the first {}', MOST)}" if len(rows) > MOST else ""
        self._heading.setText(tr("{} events here", len(rows)) + more)
        self.resize(420, min(120 + 24 * self.list.count(), 420))
        self.move(at)
        self.show()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.list.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
