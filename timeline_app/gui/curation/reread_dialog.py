"""What this version would read differently: a list to accept or refuse, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
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

from timeline_app.annotation.event import DocumentId
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.gui.curation.trees import children_of, items_of
from timeline_app.gui.dialogs.article_date import difference_text
from timeline_app.gui.models.event_text import status_text, type_text
from timeline_app.gui.models.time_text import time_text
from timeline_app.gui.theme import Space
from timeline_app.operations.reextract import Difference, Fate, ReplaceReading

_LINE = Qt.ItemDataRole.UserRole
_FIELDS = {
    "type": "type",
    "title": "title",
    "time": "date",
    "modality": "status",
    "participants": "who",
    "places": "where",
    "attribution": "who says so",
}
_WORDS = {Fate.CHANGED: "changes", Fate.GONE: "lost its place", Fate.NEW: "new"}


def _tr(words: str) -> str:
    return QCoreApplication.translate("new reading", words)


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
            item = QTreeWidgetItem([_title(one), _tr(_WORDS[one.fate]), _from_to(one)])
            item.setToolTip(0, difference_text(one))
            item.setToolTip(2, item.text(2))
            refused = one.is_refused_at_first
            state = Qt.CheckState.Unchecked if refused else Qt.CheckState.Checked
            item.setCheckState(0, state)
            item.setData(0, _LINE, one.id)
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
            unticked = [one for one in lines if one.checkState(0) is Qt.CheckState.Unchecked]
            refused[at] = [one.data(0, _LINE) for one in unticked]
        return refused


def _title(one: Difference) -> str:
    mention = one.old or one.new
    return "" if mention is None else mention.title


def _from_to(one: Difference) -> str:
    if one.old is None or one.new is None:
        mention = one.old or one.new
        return "" if mention is None else time_text(mention.time)
    parts = []
    for name in one.fields:
        old, new = _field(one.old, name), _field(one.new, name)
        words = f"{old} → {new}" if old != new else _tr("other words stand for it")
        parts.append(f"{_tr(_FIELDS[name])}: {words}")
    return "; ".join(parts)


def _field(mention: EventMention, name: str) -> str:
    match name:
        case "time":
            return time_text(mention.time)
        case "type":
            return type_text(mention.type)
        case "modality":
            return status_text(mention.modality)
        case "title":
            return f"“{mention.title}”"
    return ", ".join(one.name for one in getattr(mention, name)) or "–"
