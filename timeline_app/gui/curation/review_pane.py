"""The review queue: accept, fix or reject by one key, and see how far the review has come."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.annotation.ids import EventId
from timeline_app.gui.curation.review_model import ReviewColumn, ReviewModel
from timeline_app.gui.curation.trees import flat_list
from timeline_app.gui.models.session import Session
from timeline_app.gui.overriding import override
from timeline_app.gui.theme import Space
from timeline_app.gui.undo import EditStack
from timeline_app.operations.edits import Reject, SetReviewed
from timeline_app.operations.review import (
    ReviewProgress,
    RuleRecord,
    review_order,
    review_progress,
    rule_records,
)
from timeline_app.storage.patch import Edit

_RECORD_PAUSE_MS = 600


class QueueView(QTableView):
    """The waiting events; Space, F2 and Del decide about the current one."""

    accepted = Signal()
    rejected = Signal()
    fix_wanted = Signal()

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Events to review"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + Space.S)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(ReviewColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width_px in zip(list(ReviewColumn)[1:], (170, 90, 170, 60, 70), strict=True):
            self.setColumnWidth(column, width_px)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        decisions = {
            Qt.Key.Key_Space: self.accepted,
            Qt.Key.Key_Delete: self.rejected,
            Qt.Key.Key_F2: self.fix_wanted,
        }
        decision = decisions.get(Qt.Key(event.key()))
        if decision is None:
            super().keyPressEvent(event)
        else:
            decision.emit()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Queue:
    rows: NDArray[np.int64]
    progress: ReviewProgress


class ReviewPane(QWidget):
    """The queue with its progress, and the record of the rules that date events."""

    fix_wanted = Signal()
    """The user wants to edit the current event."""

    def __init__(self, session: Session, edits: EditStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._edits = session, edits
        self.model = ReviewModel(session.events, self)
        self.view = QueueView(self.model)
        self.progress = QProgressBar()
        self.words = QLabel()
        self.records = _records_tree()
        self._build()
        self.view.accepted.connect(self.accept)
        self.view.rejected.connect(self.reject)
        self.view.fix_wanted.connect(self.fix_wanted)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        session.events.mask_changed.connect(self.refresh)
        session.current_changed.connect(self._mark_current)
        self._begins = False
        self._pause = QTimer(self, singleShot=True, interval=_RECORD_PAUSE_MS)
        self._pause.timeout.connect(self._ask_records)

    def _build(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(160, 6)
        self.words.setObjectName("caption")
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self.progress)
        row.addWidget(self.words, 1)
        buttons: tuple[tuple[str, Callable[[], object]], ...] = (
            (self.tr("Accept  Space"), self.accept),
            (self.tr("Fix  F2"), self.fix_wanted.emit),
            (self.tr("Reject  Del"), self.reject),
        )
        for words, act in buttons:
            button = QPushButton(words)
            button.clicked.connect(act)
            row.addWidget(button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.records)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([1000, 380])
        splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    # Deciding

    def accept(self) -> None:
        """Accept the current event and go on to the next."""
        self._decide(lambda event_id: SetReviewed(event_ids=(event_id,)))

    def reject(self) -> None:
        """Reject the current event softly and go on to the next."""
        self._decide(lambda event_id: Reject(event_ids=(event_id,)))

    def _decide(self, edit_of: Callable[[EventId], Edit]) -> None:
        place = self.model.place_of(self._session.current_id)
        if place is None:
            self.begin()
            return
        event_id = self.model.event_id(place)
        last = self.model.rowCount() - 1
        next_id = self.model.event_id(place + 1 if place < last else 0)
        if self._edits.make(edit_of(event_id)) and next_id != event_id:
            self._session.select(next_id)

    def begin(self) -> None:
        """Go to the first event of the queue unless a waiting one is current."""
        self._begins = True
        self.view.setFocus()
        self.refresh()

    def _go_to_first(self) -> None:
        self._begins = False
        if self.model.place_of(self._session.current_id) is None and self.model.rowCount():
            self._session.select(self.model.event_id(0))

    # Following the session

    def refresh(self) -> None:
        """Order the queue anew, where it can be seen."""
        if not self.isVisible():
            return
        columns, mask = self._session.events.columns, self._session.events.mask

        def work() -> _Queue:
            order = review_order(columns)
            by_id = np.argsort(columns.ids, kind="stable")
            rows = by_id[np.searchsorted(columns.ids, order, sorter=by_id)]
            return _Queue(rows=rows[mask[rows]], progress=review_progress(columns))

        def done(queue: _Queue) -> None:
            if columns is self._session.events.columns:
                self._show(queue)

        self._session.jobs.run("review", work, done)
        self._pause.start()

    def _show(self, queue: _Queue) -> None:
        self.model.set_rows(queue.rows)
        progress = queue.progress
        done = progress.reviewed + progress.rejected
        self.progress.setRange(0, max(1, progress.total))
        self.progress.setValue(done)
        words = self.tr("{} of {} reviewed, {} of them rejected, {} shown are left")
        counts = (done, progress.total, progress.rejected, len(queue.rows))
        self.words.setText(words.format(*counts))
        if self._begins:
            self._go_to_first()
        self._mark_current()

    def _mark_current(self) -> None:
        place = self.model.place_of(self._session.current_id)
        chosen = self.view.selectionModel()
        if place is None:
            chosen.clearSelection()
            return
        if chosen.currentIndex().row() != place or not chosen.hasSelection():
            flags = (
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows
            )
            chosen.setCurrentIndex(self.model.index(place, 0), flags)
        self.view.scrollTo(self.model.index(place, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            event_id = self.model.event_id(index.row())
            if event_id != self._session.current_id:
                self._session.select(event_id)

    def _ask_records(self) -> None:
        reader = self._session.reader
        if reader is not None and self.isVisible():
            self._session.jobs.run("records", lambda: rule_records(reader), self._show_records)

    def _show_records(self, records: tuple[RuleRecord, ...]) -> None:
        self.records.clear()
        for one in records:
            share = f"{round(one.agreement * 100)} %"
            cells = [one.rule.replace("-", " "), share, str(one.kept), str(one.changed)]
            self.records.addTopLevelItem(QTreeWidgetItem(cells))
        if not records:
            self.records.addTopLevelItem(QTreeWidgetItem([self.tr("No dated event reviewed yet")]))


def _records_tree() -> QTreeWidget:
    headings = ("Rule that gave the date", "Agreed", "Kept", "Changed")
    tree = flat_list(*(QCoreApplication.translate("review", words) for words in headings))
    tree.setAccessibleName(tree.tr("How often you agreed with each rule"))
    tree.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
    tree.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return tree
