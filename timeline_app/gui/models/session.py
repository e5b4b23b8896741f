"""The open library and what is in view of it: one selection, one filter, one search.

The panes know the session and not each other. Whatever takes long runs in a worker on a second
connection, so that the window never waits for it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelectionModel, QObject, QTimer, Signal

from timeline_app.annotation.event_columns import EventColumns, EventFlag
from timeline_app.annotation.ids import EventId
from timeline_app.chrono.instant import Instant
from timeline_app.gui.jobs.runner import JobRunner
from timeline_app.gui.models.article_model import ArticleModel
from timeline_app.gui.models.event_model import EventModel
from timeline_app.gui.models.row_ranges import rows_of, selection_of
from timeline_app.layout.filtering import EventFilter, Facets, Mask, facets, rows_with_ids, sift
from timeline_app.storage.changes import Changes
from timeline_app.storage.document_row import DocumentRow
from timeline_app.storage.library import Library

_LOOK_ELSEWHERE_MS = 2_000
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class _Loaded:
    """A library that has been opened, with what it holds."""

    library: Library
    reader: Library
    content: "_Content"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class _Content:
    """What a library holds, read at one moment."""

    columns: EventColumns
    articles: Sequence[DocumentRow]
    totals: Facets


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class _Sifted:
    """What a filter leaves, and how much there is of each kind."""

    mask: Mask
    found: Mask | None
    facets: Facets


class Session(QObject):
    """The open library, its events and articles as models, and what is selected and shown."""

    library_changed = Signal()
    """Another library is open, or none."""
    open_failed = Signal()
    """A library could not be opened; the one that was open stays."""
    data_changed = Signal(Changes)
    """The library's content changed and the models have been refreshed."""
    changed_elsewhere = Signal()
    """Another window or process changed the library; `data_changed` follows."""
    filter_changed = Signal()
    """The filter is another one; facets and mask follow with `facets_changed`."""
    facets_changed = Signal()
    current_changed = Signal()
    """Another event is current, or none."""
    found = Signal(int)
    """A search has ended with so many hits."""
    failed = Signal(Exception)
    """The library could not do something."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = JobRunner(self)
        self.events = EventModel(self)
        self.articles = ArticleModel(self)
        self.selection = QItemSelectionModel(self.events, self)
        self.library: Library | None = None
        self.reader: Library | None = None
        self.filter = EventFilter()
        self.query = ""
        self.known_by: Instant | None = None
        self._text_mask: Mask | None = None
        self._hits: Mask | None = None
        self.facets = facets(self.events.columns, self.filter)
        self.totals = self.facets
        self._current: EventId | None = None
        self.selection.currentChanged.connect(self._follow_current)
        self._look_elsewhere = QTimer(self, interval=_LOOK_ELSEWHERE_MS)
        self._look_elsewhere.timeout.connect(self._notice_changes)

    @property
    def current_id(self) -> EventId | None:
        """Return the event that has the focus, None where none has."""
        return self._current

    def selected_rows(self) -> NDArray[np.int64]:
        """Return the selected rows in ascending order."""
        return rows_of(self.selection.selection())

    def selected_ids(self) -> tuple[EventId, ...]:
        """Return the selected events in the order of time."""
        return tuple(EventId(i) for i in self.events.columns.ids[self.selected_rows()].tolist())

    def selected_have(self, flag: EventFlag) -> bool:
        """Tell whether there are selected events and all bear a flag."""
        rows = self.selected_rows()
        return len(rows) > 0 and bool(np.all(self.events.columns.flags[rows] & flag))

    def open(
        self,
        path: Path,
        *,
        create: bool,
        read_only: bool = False,
        failed: Callable[[BaseException], None],
    ) -> None:
        """Open another library; `library_changed` tells when it is there."""
        work = _opener(path, create=create, read_only=read_only)

        def stay(fault: BaseException) -> None:
            self.open_failed.emit()
            failed(fault)

        self.jobs.run("open", work, self._adopt, failed=stay)

    def close(self) -> None:
        """Close the library after the running jobs."""
        self._look_elsewhere.stop()
        for kind in ("open", "reload", "sift", "articles", "story"):
            self.jobs.drop(kind)
        self.jobs.wait()
        for library in (self.reader, self.library):  # the writer last: it clears the journal away
            if library is not None:
                library.close()
        self.library = self.reader = None

    def _adopt(self, loaded: _Loaded) -> None:
        self.close()
        self.library, self.reader = loaded.library, loaded.reader
        self.filter = EventFilter()
        self.known_by = None
        self._current = None
        self._show(loaded.content)
        self._look_elsewhere.start()
        self.library_changed.emit()
        self.filter_changed.emit()
        self.current_changed.emit()

    def announce(self) -> None:
        """Tell which library is open, to parts of the window that have come since."""
        if self.library is not None:
            self.library_changed.emit()
            self.filter_changed.emit()
            self.facets_changed.emit()
            self.current_changed.emit()

    def reload(self, changes: Changes) -> None:
        """Read the events and articles again after a write."""
        reader = self.reader
        if reader is None:
            return

        def show(content: _Content) -> None:
            self._show(content)
            self.data_changed.emit(changes)

        known_by = self.known_by
        self.jobs.run("reload", lambda: _read(reader, known_by), show)

    def begin_own_writes(self) -> None:
        """Expect changes of the file by this window's own job; they are not another window's."""
        self._look_elsewhere.stop()

    def show_own_writes(self, *, is_ended: bool) -> None:
        """Read again what this window's own job wrote; `data_changed` follows."""
        if self.library is None:
            return
        self.reload(self.library.changes_elsewhere())
        if is_ended:
            self._look_elsewhere.start()

    def show_known_by(self, at: Instant | None) -> None:
        """Show what articles published up to a moment tell, as told then; None shows all."""
        if at != self.known_by:
            self.known_by = at
            self.reload(Changes())

    def _show(self, content: _Content) -> None:
        selected, current = self.selected_ids(), self._current
        library = self.library
        self.totals = content.totals
        self.articles.set_rows(content.articles)
        self.events.set_columns(
            content.columns, library.titles if library else lambda ids: [""] * len(ids)
        )
        self._text_mask = self._hits = None
        self._sift()
        if self.filter.text:
            self._list_articles()
        self._restore(selected, current)

    def _restore(self, selected: Sequence[EventId], current: EventId | None) -> None:
        rows = [row for i in selected if (row := self.events.row_of(i)) is not None]
        self.select_rows(rows)
        if current is not None and (at := self.events.row_of(current)) is not None:
            none = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selection.setCurrentIndex(self.events.index(at, 0), none)

    def _notice_changes(self) -> None:
        if self.library is None or self.jobs.is_busy:
            return
        changes = self.library.changes_elsewhere()
        if changes:
            self.changed_elsewhere.emit()
            self.reload(changes)

    # Filter and search

    def set_filter(self, wanted: EventFilter) -> None:
        """Show other events; `facets_changed` tells when they are shown."""
        if wanted == self.filter:
            return
        is_other_search = wanted.text != self.filter.text
        if is_other_search:
            self._text_mask = None
        self.filter = wanted
        self.filter_changed.emit()
        if is_other_search:
            self._list_articles()
        self._sift()

    def change_filter(self, **parts: object) -> None:
        """Change some parts of the filter and keep the others."""
        self.set_filter(replace(self.filter, **parts))  # type: ignore[arg-type]

    def _sift(self) -> None:
        columns, wanted, text_mask = self.events.columns, self.filter, self._text_mask
        reader = self.reader
        needs_search = bool(wanted.text) and text_mask is None
        if not needs_search and len(columns) < 100_000:
            self._take(_sift(columns, wanted, text_mask))
            return

        def work() -> _Sifted:
            known = text_mask
            if needs_search and reader is not None:
                known = rows_with_ids(columns, reader.matching_ids(wanted.text))
            return _sift(columns, wanted, known)

        def done(sifted: _Sifted) -> None:
            if columns is self.events.columns:
                self._take(sifted)

        self.jobs.run("sift", work, done, failed=self.failed.emit)

    def _take(self, sifted: _Sifted) -> None:
        self.jobs.drop("sift")
        self._text_mask = sifted.found
        self.facets = sifted.facets
        self.events.set_mask(sifted.mask, hits=self._hits)
        self.facets_changed.emit()

    def _list_articles(self) -> None:
        """List the articles that have the words of the filter; all without words."""
        reader, words = self.reader, self.filter.text
        if reader is None or not words.strip():
            self.jobs.drop("articles")
            self.articles.list_only(None)
            return
        work = lambda: frozenset(reader.matching_documents(words))
        self.jobs.run("articles", work, self.articles.list_only, failed=self.failed.emit)

    def find(self, query: str) -> None:
        """Mark the events that a search finds; `found` tells how many."""
        reader, columns = self.reader, self.events.columns
        self.query = query.strip()
        if reader is None or not self.query:
            self.jobs.drop("find")
            self._mark(None)
            return

        def done(hits: Mask) -> None:
            if columns is self.events.columns:
                self._mark(hits)

        self.jobs.run(
            "find", lambda: rows_with_ids(columns, reader.matching_ids(query)), done,
            failed=self.failed.emit,
        )  # fmt: skip

    def _mark(self, hits: Mask | None) -> None:
        self._hits = hits
        self.events.set_mask(self.events.mask, hits=hits)
        self.found.emit(0 if hits is None else int(np.count_nonzero(hits & self.events.mask)))

    def select_next_hit(self, *, backwards: bool = False) -> bool:
        """Make the next hit after the current event current; tell whether there is one."""
        if self._hits is None:
            return False
        rows = np.flatnonzero(self._hits & self.events.mask)
        if not len(rows):
            return False
        here = self.selection.currentIndex().row()
        if backwards:
            earlier = rows[rows < here] if here >= 0 else rows
            row = earlier[-1] if len(earlier) else rows[-1]
        else:
            later = rows[rows > here]
            row = later[0] if len(later) else rows[0]
        self.select_row(int(row))
        return True

    # Selection

    def select(self, event_id: EventId) -> bool:
        """Make an event the only selected one; tell whether it is there."""
        row = self.events.row_of(event_id)
        if row is not None:
            self.select_row(row)
        return row is not None

    def select_row(self, row: int) -> None:
        """Make a row the current and only selected one."""
        self.selection.setCurrentIndex(self.events.index(row, 0), _SELECT)

    def select_rows(self, rows: Sequence[int] | NDArray[np.int64]) -> None:
        """Select some rows and no others; the current one stays."""
        self.selection.select(selection_of(self.events, rows), _SELECT)

    def clear_selection(self) -> None:
        """Select nothing."""
        self.selection.clear()

    def _follow_current(self) -> None:
        index = self.selection.currentIndex()
        current = self.events.event_id(index.row()) if index.isValid() else None
        if current != self._current:
            self._current = current
            self.current_changed.emit()


def _opener(path: Path, *, create: bool, read_only: bool) -> Callable[[], _Loaded]:
    def work() -> _Loaded:
        library = Library.open(path, create=create, read_only=read_only, who=user_name())
        reader = Library.open(path, create=False, read_only=True)
        return _Loaded(
            library=library,
            reader=reader,
            content=_read(reader, None),
        )

    return work


def user_name() -> str:
    """Return by what name the user signs edits; "" where the system knows none."""
    import getpass  # loaded beside the window's thread

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _read(reader: Library, known_by: Instant | None) -> _Content:
    columns = reader.columns(known_by=known_by)
    return _Content(
        columns=columns,
        articles=reader.documents(),
        totals=facets(columns, EventFilter(with_rejected=True)),
    )


def _sift(columns: EventColumns, wanted: EventFilter, found: Mask | None) -> _Sifted:
    mask, counts = sift(columns, wanted, found=found)
    return _Sifted(mask=mask, found=found, facets=counts)
