"""The log of the library: who changed what, when, from what to what; each can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)

from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.gui.curation.trees import flat_list, lay_list
from timeline_app.gui.models.history_text import change_lines, when_text
from timeline_app.gui.models.session import Session
from timeline_app.gui.undo import EditStack
from timeline_app.storage.history import HistoryEntry
from timeline_app.storage.library import Library
from timeline_app.storage.patch import CellKind

_ENTRY = Qt.ItemDataRole.UserRole
_LATEST = 500
_Line = tuple[HistoryEntry, str, tuple[str, ...]]
"""An edit, what it was made to, and what it changed, in words."""


class HistoryPane(QWidget):
    """The latest edits, newest first, of the library or of the current event."""

    def __init__(self, session: Session, edits: EditStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._edits = session, edits
        self.only_current = QCheckBox(self.tr("Of the selected event alone"))
        self.back = QPushButton(self.tr("Take back"))
        self.words = QLabel()
        self.words.setObjectName("caption")
        self.tree = flat_list(
            self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Of"), self.tr("From → to")
        )
        self._build()
        self.only_current.toggled.connect(self.refresh)
        self.back.clicked.connect(self.take_back)
        self.tree.currentItemChanged.connect(self._enable)
        self.tree.itemActivated.connect(self._go)
        session.data_changed.connect(self.refresh)
        session.library_changed.connect(self.refresh)
        session.current_changed.connect(self._follow)

    def _build(self) -> None:
        self.tree.setAccessibleName(self.tr("History"))
        for column, width_px in enumerate((140, 110, 170, 320)):
            self.tree.setColumnWidth(column, width_px)
        self.tree.header().setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        lay_list(self, self.only_current, self.words, self.back, below=self.tree)
        self._enable()

    def _follow(self) -> None:
        if self.only_current.isChecked():
            self.refresh()

    def refresh(self) -> None:
        """Read the log again, where it can be seen."""
        reader = self._session.reader
        if reader is None or not self.isVisible():
            return
        event_id = self._session.current_id if self.only_current.isChecked() else None

        work = lambda: [_line(reader, one) for one in reader.history(event_id, limit=_LATEST)]
        self._session.jobs.run("history", work, self._show)

    def _show(self, entries: Sequence[_Line]) -> None:
        self.tree.clear()
        for entry, of, lines in entries:
            cells = [when_text(entry), entry.who, entry.name, of, "; ".join(lines)]
            item = QTreeWidgetItem(cells)
            item.setToolTip(4, "\n".join(lines))
            item.setData(0, _ENTRY, entry)
            self.tree.addTopLevelItem(item)
        count = len(entries)
        words = self.tr("1 edit") if count == 1 else self.tr("{} edits")
        self.words.setText(words.format(count) if count else self.tr("No edit yet."))
        self._enable()

    def _enable(self) -> None:
        library = self._session.library
        is_open = library is not None and not library.is_read_only
        self.back.setEnabled(is_open and self.tree.currentItem() is not None)

    def take_back(self) -> None:
        """Take the chosen edit back; that is an edit too, and can be undone."""
        item = self.tree.currentItem()
        entry = None if item is None else item.data(0, _ENTRY)
        if isinstance(entry, HistoryEntry):
            self._edits.make(entry.inverse)

    def _go(self, item: QTreeWidgetItem) -> None:
        entry = item.data(0, _ENTRY)
        ids = event_ids(entry) if isinstance(entry, HistoryEntry) else []
        if ids:
            self._session.select(ids[0])


def _line(library: Library, entry: HistoryEntry) -> _Line:
    ids = event_ids(entry)
    more = f" + {len(ids) - 1}" if len(ids) > 1 else ""
    title = "".join(library.titles(ids[:1]))
    return entry, title + more if title else _article_of(library, entry), change_lines(entry)


def _article_of(library: Library, entry: HistoryEntry) -> str:
    """Return the title of the article that an edit changed, or how many there were."""
    found = (int(cell.key[0]) for cell in entry.changed if cell.kind is CellKind.DOCUMENT)
    ids = list(dict.fromkeys(found))
    if len(ids) > 1:
        return QCoreApplication.translate("history", "{} articles").format(len(ids))
    try:
        return library.document(DocumentId(ids[0])).title if ids else ""
    except KeyError:
        return ""


def event_ids(entry: HistoryEntry) -> list[EventId]:
    """Return the events whose fields an edit changed, each once."""
    ids = [int(cell.key[0]) for cell in entry.changed if cell.kind is CellKind.FIELD]
    return [EventId(one) for one in dict.fromkeys(ids)]
