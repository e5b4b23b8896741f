"""Contradictions of the whole library as a list; a click goes to the place."""

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.gui.curation.scan import Scan
from timeline_app.gui.curation.trees import children_of, lay_list
from timeline_app.gui.models.article_model import article_title
from timeline_app.gui.models.session import Session
from timeline_app.operations.checks import Finding, FindingKind, check_article
from timeline_app.operations.disagreements import disagreements
from timeline_app.storage.library import Library

_FINDING = Qt.ItemDataRole.UserRole


class ProblemsPane(QWidget):
    """Finds contradictions when it is first shown, and again when asked."""

    place_wanted = Signal(object)
    """The user wants to see where a contradiction stands: its Finding."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scan = Scan(session, "problems", self)
        self._groups: dict[FindingKind, QTreeWidgetItem] = {}
        self._is_due = True
        self.words = QLabel()
        self.words.setObjectName("caption")
        self.again = QPushButton(self.tr("Look again"))
        self.tree = QTreeWidget()
        self._build()
        self.again.clicked.connect(self.look)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        self._scan.found.connect(self._list)
        self._scan.advanced.connect(self._tell)
        session.library_changed.connect(self._start_anew)
        session.data_changed.connect(self._grow_old)

    def _build(self) -> None:
        self.tree.setHeaderLabels([self.tr("What contradicts what"), self.tr("Where")])
        self.tree.setAccessibleName(self.tr("Problems"))
        self.tree.setObjectName("rows")
        self.tree.setUniformRowHeights(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(1, 620)
        lay_list(self, self.words, self.again, below=self.tree)

    @property
    def findings(self) -> list[Finding]:
        """Return what was found so far."""
        groups = self._groups.values()
        return [item.data(0, _FINDING) for group in groups for item in children_of(group)]

    def refresh(self) -> None:
        """Look through the library unless that has been done."""
        if self._is_due and self.isVisible():
            self.look()

    def look(self) -> None:
        """Look through all articles, and all events that several articles report."""
        self._is_due = False
        self.tree.clear()
        self._groups = {}
        articles = [row.id for row in self._session.articles.rows]
        columns = self._session.events.columns
        several = columns.ids[np.flatnonzero(columns.reports > 1)]
        events: Sequence[int] = several.tolist()
        items = [("article", one) for one in articles] + [("event", one) for one in events]
        self.words.setText(self.tr("No article to look at.") if not items else "")
        self._scan.start(items, _look)

    def _start_anew(self) -> None:
        self._is_due = True
        self.refresh()

    def _grow_old(self) -> None:
        if not self._is_due and not self._scan.is_running:
            self.words.setText(self.tr("Something changed since. Look again to be sure."))

    def _tell(self, done: int, total: int) -> None:
        if done < total:
            self.words.setText(self.tr("Looked at {} of {}…").format(done, total))
            return
        count = len(self.findings)
        nothing = self.tr("Nothing contradicts itself.")
        words = self.tr("1 contradiction") if count == 1 else self.tr("{} contradictions")
        self.words.setText(words.format(count) if count else nothing)

    def _list(self, found: Sequence[Finding]) -> None:
        for finding in found:
            group = self._group(finding.kind)
            item = QTreeWidgetItem([finding.text, self._where(finding)])
            item.setToolTip(0, finding.text)
            item.setToolTip(1, item.text(1))
            item.setData(0, _FINDING, finding)
            group.addChild(item)
            name = finding.kind.value
            group.setText(0, f"{name[:1].upper()}{name[1:]} ({group.childCount()})")

    def _group(self, kind: FindingKind) -> QTreeWidgetItem:
        if kind not in self._groups:
            group = QTreeWidgetItem()
            self.tree.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
            group.setExpanded(True)
            self._groups[kind] = group
        return self._groups[kind]

    def _where(self, finding: Finding) -> str:
        events, parts = self._session.events, []
        if finding.event_id is not None and (at := events.row_of(finding.event_id)) is not None:
            parts += events.titles([at])
        if finding.document_id is not None:
            row = self._session.articles.article(finding.document_id)
            parts += [] if row is None else [article_title(row)]
        return " · ".join(parts)

    def _go(self, item: QTreeWidgetItem) -> None:
        finding = item.data(0, _FINDING)
        if isinstance(finding, Finding):
            self.place_wanted.emit(finding)


def _look(library: Library, item: tuple[str, int]) -> Iterable[Finding]:
    kind, number = item
    try:
        if kind == "article":
            return check_article(library, DocumentId(number))
        return disagreements(library, EventId(number))
    except KeyError:  # it was taken out since the list was made
        return ()
