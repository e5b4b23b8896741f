"""Events that are perhaps one happening, with what speaks for it; a merge is one click."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)

from timeline_app.annotation.ids import EventId
from timeline_app.gui.curation.scan import Scan
from timeline_app.gui.curation.trees import flat_list, items_of, lay_list
from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.models.event_text import Column
from timeline_app.gui.models.session import Session
from timeline_app.gui.undo import EditStack
from timeline_app.operations.edits import Merge
from timeline_app.operations.suggestions import similar_events
from timeline_app.storage.library import Library

_PAIR = Qt.ItemDataRole.UserRole
_MOST_PAIRS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two events that may be one, the first being the one to keep, and what speaks for it."""

    kept: EventId
    other: EventId
    reason: str
    strength: float


class SamePane(QWidget):
    """Suggestions for the current event, or for the whole library."""

    def __init__(self, session: Session, edits: EditStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._edits = session, edits
        self._scan = Scan(session, "same", self)
        self._seen: set[frozenset[EventId]] = set()
        self._ranks: list[float] = []
        self.everywhere = QCheckBox(self.tr("In the whole library"))
        self.words = QLabel()
        self.words.setObjectName("caption")
        self.show_other = QPushButton(self.tr("Show"))
        self.merge = QPushButton(self.tr("Merge"))
        self.tree = flat_list(
            self.tr("Event"), self.tr("Perhaps the same as"), self.tr("What speaks for it")
        )
        self._build()
        self.everywhere.toggled.connect(self.refresh)
        self.merge.clicked.connect(self.merge_chosen)
        self.show_other.clicked.connect(self._show_chosen)
        self.tree.itemActivated.connect(self._show_chosen)
        self.tree.currentItemChanged.connect(self._enable)
        self._scan.found.connect(self._list)
        self._scan.advanced.connect(self._tell)
        session.current_changed.connect(self._follow)
        session.data_changed.connect(self._renew)

    def _build(self) -> None:
        self.tree.setAccessibleName(self.tr("Perhaps the same"))
        self.tree.setColumnWidth(0, 400)
        self.tree.setColumnWidth(1, 400)
        self.tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        lay_list(self, self.everywhere, self.words, self.show_other, self.merge, below=self.tree)
        self._enable()

    def refresh(self) -> None:
        """Look for events that are alike, where the list can be seen."""
        if not self.isVisible():
            return
        self._scan.stop()
        self.tree.clear()
        self._seen.clear()
        self._ranks.clear()
        current = self._session.current_id
        if self.everywhere.isChecked():
            ids: Sequence[int] = self._session.events.columns.ids.tolist()
        else:
            ids = [] if current is None else [current]
        self.words.setText("" if ids else self.tr("Select an event to see what is like it."))
        if ids:
            self._scan.start(ids, _look_widely if self.everywhere.isChecked() else _look)

    def _follow(self) -> None:
        if not self.everywhere.isChecked():
            self.refresh()

    def _renew(self) -> None:
        """After a change keep the pairs whose two events are still there."""
        if not self.everywhere.isChecked():
            self.refresh()
            return
        for item in items_of(self.tree):
            pair: Pair = item.data(0, _PAIR)
            rows = [self._session.events.row_of(one) for one in (pair.kept, pair.other)]
            if None in rows:
                self._remove(self.tree.indexOfTopLevelItem(item))

    def _list(self, pairs: Sequence[Pair]) -> None:
        for pair in pairs:
            key = frozenset((pair.kept, pair.other))
            names = [_named(self._session.events, one) for one in (pair.kept, pair.other)]
            if key in self._seen or not all(names):
                continue
            self._seen.add(key)
            item = QTreeWidgetItem([*names, pair.reason])
            for column, words in enumerate((*names, pair.reason)):
                item.setToolTip(column, words)
            item.setData(0, _PAIR, pair)
            self._insert(item, pair.strength)

    def _insert(self, item: QTreeWidgetItem, strength: float) -> None:
        """Put a pair in its place, the strongest first; of very many the weakest go."""
        at = bisect_right(self._ranks, -strength)
        self._ranks.insert(at, -strength)
        self.tree.insertTopLevelItem(at, item)
        if len(self._ranks) > _MOST_PAIRS:
            self._remove(_MOST_PAIRS)

    def _remove(self, at: int) -> None:
        del self._ranks[at]
        self.tree.takeTopLevelItem(at)

    def _tell(self, done: int, total: int) -> None:
        if done < total:
            self.words.setText(self.tr("Looked at {} of {}…").format(done, total))
            return
        count = self.tree.topLevelItemCount()
        words = self.tr("1 suggestion") if count == 1 else self.tr("{} suggestions")
        nothing = self.tr("Nothing else is like it.")
        self.words.setText(words.format(count) if count else nothing)
        if count and self.tree.currentItem() is None:
            self.tree.setCurrentItem(items_of(self.tree)[0])

    @property
    def chosen(self) -> Pair | None:
        """Return the pair that is chosen in the list."""
        item = self.tree.currentItem()
        return None if item is None else item.data(0, _PAIR)

    def _enable(self) -> None:
        library = self._session.library
        is_open = library is not None and not library.is_read_only
        self.merge.setEnabled(is_open and self.chosen is not None)
        self.show_other.setEnabled(self.chosen is not None)

    def merge_chosen(self) -> None:
        """Make one event of the chosen pair; undo makes two of it again."""
        pair = self.chosen
        if pair is not None:
            self._edits.make(Merge(event_ids=(pair.kept, pair.other)))

    def _show_chosen(self) -> None:
        pair = self.chosen
        if pair is not None:
            rows = [self._session.events.row_of(one) for one in (pair.kept, pair.other)]
            self._session.select_rows([row for row in rows if row is not None])


def _named(events: EventModel, event_id: EventId) -> str:
    row = events.row_of(event_id)
    if row is None:
        return ""
    return f"{events.index(row, Column.DATE).data()} · {events.titles([row])[0]}"


def _look(library: Library, event_id: int) -> Iterable[Pair]:
    return _pairs(library, EventId(event_id), limit=8)


def _look_widely(library: Library, event_id: int) -> Iterable[Pair]:
    return _pairs(library, EventId(event_id), limit=1)


def _pairs(library: Library, one: EventId, *, limit: int) -> Iterable[Pair]:
    """Return the likeliest pairs of an event; none where it was taken out meanwhile."""
    try:
        alike = similar_events(library, one, limit=limit)
    except KeyError:
        return ()
    return [
        Pair(kept=one, other=other.event_id, reason=other.reason, strength=other.strength)
        for other in alike
    ]
