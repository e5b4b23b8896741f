"""Edits how an event relates to others."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.annotation.event import EventId, EventLink, LinkKind
from timeline_app.gui.models.link_text import link_text
from timeline_app.gui.theme import Space

_LINK = Qt.ItemDataRole.UserRole
_PAUSE_MS = 200

Name = Callable[[EventId], str]
"""Returns an event's date and title, "" where it is not in the library any more."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("links", words)


class LinksDialog(QDialog):
    """Lists the links of an event; others are added by searching for their event."""

    searched = Signal(str)
    """The user looks for an event to link to."""

    def __init__(
        self,
        title: str,
        links: Sequence[EventLink],
        name: Name,
        candidates: Sequence[EventId] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Links"))
        self.resize(680, 460)
        self._name = name
        head = QLabel(title, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        head.setObjectName("paneTitle")
        self.links = QListWidget()
        self.links.setAccessibleName(self.tr("Links of this event"))
        self.remove = QPushButton(self.tr("Remove link"))
        self.kind = QComboBox()
        for kind in LinkKind:
            self.kind.addItem(link_text(kind), kind)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Look for the other event"))
        self.search.setClearButtonEnabled(True)
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Events found"))
        self.add = QPushButton(self.tr("Add link"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out(head)
        self._connect()
        for link in links:
            self._list(link)
        self.show_found(candidates)
        self.search.setFocus()

    def _lay_out(self, head: QLabel) -> None:
        adding = QHBoxLayout()
        adding.setSpacing(Space.S)
        adding.addWidget(self.kind)
        adding.addWidget(self.search, 1)
        adding.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(head)
        layout.addWidget(self.links, 2)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(adding)
        layout.addWidget(self.found, 3)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.remove.clicked.connect(lambda: self.links.takeItem(self.links.currentRow()))
        self.add.clicked.connect(self.add_chosen)
        self.found.itemActivated.connect(self.add_chosen)
        self.search.textEdited.connect(lambda: self._pause.start())
        self._pause.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.links.currentRowChanged.connect(self._enable)
        self.found.currentRowChanged.connect(self._enable)

    @property
    def value(self) -> tuple[EventLink, ...]:
        """Return the links as the user wants them."""
        return tuple(self.links.item(row).data(_LINK) for row in range(self.links.count()))

    def show_found(self, event_ids: Sequence[EventId]) -> None:
        """List events that can be linked to."""
        self.found.clear()
        for event_id in event_ids:
            words = self._name(event_id)
            if words:
                item = QListWidgetItem(words)
                item.setData(_LINK, event_id)
                self.found.addItem(item)
        self.found.setCurrentRow(0 if self.found.count() else -1)
        self._enable()

    def add_chosen(self) -> None:
        """Link to the chosen event."""
        item = self.found.currentItem()
        if item is None:
            return
        link = EventLink(kind=LinkKind(self.kind.currentData()), to=item.data(_LINK))
        if link not in self.value:
            self._list(link)

    def _list(self, link: EventLink) -> None:
        words = self._name(link.to) or _tr("an event that is no longer there")
        item = QListWidgetItem(f"{link_text(link.kind)}: {words}")
        item.setData(_LINK, link)
        self.links.addItem(item)
        self._enable()

    def _enable(self) -> None:
        self.remove.setEnabled(self.links.currentRow() >= 0)
        self.add.setEnabled(self.found.currentItem() is not None)
