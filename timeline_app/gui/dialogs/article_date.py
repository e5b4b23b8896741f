"""Gives an article another publication date, and shows first what that would change."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.dialogs.difference_items import difference_item, refused_of
from timeline_app.gui.theme import Space
from timeline_app.operations.reextract import Difference


class ArticleDate(QDialog):
    """Asks for a date; each line of the preview can be refused."""

    date_changed = Signal(str)
    """Another date is asked about: `YYYY-MM-DD`."""

    def __init__(self, title: str, date: QDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Publication date"))
        self.resize(860, 480)
        head = QLabel(title, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        head.setObjectName("paneTitle")
        self.date = QDateEdit(date)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.words = QLabel()
        self.words.setObjectName("caption")
        self.lines = QTreeWidget()
        self.lines.setObjectName("rows")
        self.lines.setRootIsDecorated(False)
        self.lines.setHeaderLabels([self.tr("Event"), "", self.tr("Old → new")])
        self.lines.setColumnWidth(0, 300)
        self.lines.setColumnWidth(1, 90)
        self.lines.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.lines.setAccessibleName(self.tr("What would change"))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Apply | QDialogButtonBox.StandardButton.Cancel
        )
        self._apply = self._buttons.button(QDialogButtonBox.StandardButton.Apply)
        self._apply.clicked.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.date.dateChanged.connect(self._ask)
        form = QFormLayout()
        form.addRow(self.tr("&Published on"), self.date)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        for part in (head, form, self.words, self.lines, self._buttons):
            layout.addLayout(part) if isinstance(part, QFormLayout) else layout.addWidget(part)
        self._apply.setEnabled(False)

    @property
    def value(self) -> str:
        """Return the date, `YYYY-MM-DD`."""
        return self.date.date().toString("yyyy-MM-dd")

    @property
    def refused(self) -> frozenset[str]:
        """Return the ids of the lines that the user does not want."""
        items = (self.lines.topLevelItem(at) for at in range(self.lines.topLevelItemCount()))
        return frozenset(refused_of(item for item in items if item is not None))

    def _ask(self) -> None:
        self._apply.setEnabled(False)
        self.words.setText(self.tr("Reading the article anew…"))
        self.date_changed.emit(self.value)

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """List what the date would change."""
        self.lines.clear()
        for one in differences:
            self.lines.addTopLevelItem(difference_item(one))
        words = self.tr("This would change {} events; untick what is to stay as it is.")
        nothing = self.tr("No event would change.")
        self.words.setText(words.format(len(differences)) if differences else nothing)
        self._apply.setEnabled(True)
        self._apply.setDefault(True)
