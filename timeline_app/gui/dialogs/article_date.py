"""Gives an article another publication date, and shows first what that would change."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.models.time_text import time_text
from timeline_app.gui.theme import Space
from timeline_app.operations.reextract import Difference, Fate


def _tr(words: str) -> str:
    return QCoreApplication.translate("article date", words)


class ArticleDate(QDialog):
    """Asks for a date; each line of the preview can be refused."""

    date_changed = Signal(str)
    """Another date is asked about: `YYYY-MM-DD`."""

    def __init__(self, title: str, date: QDate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Publication date"))
        self.resize(620, 460)
        head = QLabel(title, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        head.setObjectName("paneTitle")
        self.date = QDateEdit(date)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.words = QLabel()
        self.words.setObjectName("caption")
        self.lines = QListWidget()
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
        items = [self.lines.item(row) for row in range(self.lines.count())]
        return frozenset(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Unchecked
        )

    def _ask(self) -> None:
        self._apply.setEnabled(False)
        self.words.setText(self.tr("Reading the article anew…"))
        self.date_changed.emit(self.value)

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """List what the date would change."""
        self.lines.clear()
        for one in differences:
            item = QListWidgetItem(difference_text(one))
            keeps = Qt.CheckState.Unchecked if one.is_refused_at_first else Qt.CheckState.Checked
            item.setCheckState(keeps)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self.lines.addItem(item)
        words = self.tr("This would change {} events; untick what is to stay as it is.")
        nothing = self.tr("No event would change.")
        self.words.setText(words.format(len(differences)) if differences else nothing)
        self._apply.setEnabled(True)


def difference_text(one: Difference) -> str:
    """Return one line about what a new reading would change."""
    if one.fate is Fate.NEW and one.new is not None:
        return _tr("New: {} · {}").format(one.new.title, time_text(one.new.time))
    if one.old is None:
        return ""
    edited = _tr(" (edited by you)") if one.is_edited else ""
    if one.new is None:
        return _tr("Gone: {}{}").format(one.old.title, edited)
    if "time" in one.fields:
        times = f"{time_text(one.old.time)} → {time_text(one.new.time)}"
        return f"{one.old.title}: {times}{edited}"
    return _tr("{}: {} differ{}").format(one.old.title, ", ".join(one.fields), edited)
