"""What this version would read differently: a list to accept or refuse, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.annotation.ids import DocumentId
from timeline_app.annotation.mention import Extraction
from timeline_app.gui.curation.trees import children_of, items_of
from timeline_app.gui.dialogs.difference_items import difference_item, refused_of
from timeline_app.gui.theme import Space
from timeline_app.operations.reextract import Difference, ReplaceReading


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReading:
    """An article read anew, and what that would change."""

    document_id: DocumentId
    extraction: Extraction
    differences: tuple[Difference, ...]


class RereadDialog(QDialog):
    """Fills while the articles are read; each line can be refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Read again with this version"))
        self.resize(900, 560)
        self._readings: list[NewReading] = []
        self.words = QLabel(self.tr("Reading…"), wordWrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("What would change"))
        self.tree.setHeaderLabels([self.tr("What would change"), "", self.tr("Old → new")])
        self.tree.setObjectName("rows")
        self.tree.setUniformRowHeights(True)
        self.tree.setColumnWidth(0, 440)
        self.tree.setColumnWidth(1, 110)
        self.tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Apply | QDialogButtonBox.StandardButton.Cancel
        )
        self.apply = self.buttons.button(QDialogButtonBox.StandardButton.Apply)
        self.apply.setText(self.tr("Accept ticked"))
        self.apply.setEnabled(False)
        self.apply.clicked.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        for widget in (self.words, self.progress, self.tree, self.buttons):
            layout.addWidget(widget)

    def add(self, reading: NewReading, title: str) -> None:
        """List what a new reading of an article would change."""
        self._readings.append(reading)
        if not reading.differences:
            return
        group = QTreeWidgetItem([f"{title} ({len(reading.differences)})"])
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        self.tree.addTopLevelItem(group)
        for one in reading.differences:
            item = difference_item(one)
            group.addChild(item)
        group.setExpanded(True)

    def show_progress(self, done: int, total: int) -> None:
        """Tell how many of the articles were read."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if done < total:
            self.words.setText(self.tr("Read {} of {} articles…").format(done, total))
            return
        self.progress.hide()
        count = sum(len(one.differences) for one in self._readings)
        if not self._readings:
            self.words.setText(self.tr("This version reads everything as before."))
        else:
            words = self.tr(
                "{} of {} articles read differently, {} events with them. Untick what is to stay "
                "as it is. Your own edits stay in any case."
            )
            self.words.setText(words.format(len(self._readings), total, count))
        self.apply.setEnabled(bool(self._readings))
        self.apply.setDefault(True)

    @property
    def edits(self) -> tuple[ReplaceReading, ...]:
        """Return the new readings, without what the user refuses."""
        refused = self._refused()
        return tuple(
            ReplaceReading(
                document_id=one.document_id,
                new=one.extraction,
                refused=frozenset(refused.get(at, ())),
            )
            for at, one in enumerate(self._readings)
        )

    def _refused(self) -> dict[int, Sequence[str]]:
        listed = [at for at, one in enumerate(self._readings) if one.differences]
        refused: dict[int, Sequence[str]] = {}
        for at, group in zip(listed, items_of(self.tree), strict=True):
            lines = children_of(group)
            refused[at] = refused_of(lines)
        return refused
