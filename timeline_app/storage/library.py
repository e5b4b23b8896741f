"""The library: articles, what they tell of, and what the user made of it, in one SQLite file.

What looking at the events does not need is loaded when it is called: a start is quicker.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event_columns import EventColumns
from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.chrono.instant import Instant
from timeline_app.storage import listing, revisions, rows
from timeline_app.storage.changes import Changes
from timeline_app.storage.connection import Connection, connect
from timeline_app.storage.document_row import DocumentRow
from timeline_app.storage.revisions import Revisions

if TYPE_CHECKING:
    from timeline_app.annotation.document import Document
    from timeline_app.annotation.event import Event, LinkKind
    from timeline_app.annotation.mention import Extraction
    from timeline_app.storage.consolidating import Candidate, Consolidator, Said
    from timeline_app.storage.history import HistoryEntry
    from timeline_app.storage.patch import AppliedEdit, Edit
    from timeline_app.storage.search import SearchResult

Clock = Callable[[], str]
"""Returns the present moment as ISO 8601 text, for the history of edits."""


class Library:
    """A library file that is open; it may be used from several threads.

    Every write is one transaction and returns what it touched.
    """

    def __init__(self, connection: Connection, *, clock: Clock | None, who: str) -> None:
        self._connection = connection
        self._revisions = Revisions(connection)
        self._clock = clock
        self._who = who

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        read_only: bool = False,
        clock: Clock | None = None,
        who: str = "",
    ) -> Self:
        """Open a library, made empty where there is none and `create` allows it.

        `clock` and `who` sign the edits; without a clock SQLite's is asked. Raises LibraryError,
        which names the file and what to do, where it cannot be used.
        """
        connection = connect(path, create=create, read_only=read_only)
        return cls(connection, clock=clock, who=who)

    @property
    def path(self) -> Path:
        """Return the file, as an absolute path."""
        return self._connection.path

    @property
    def is_read_only(self) -> bool:
        """Tell whether the library is open for reading alone."""
        return self._connection.is_read_only

    def close(self) -> None:
        """Close the file; closing twice is allowed."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # Reading

    def documents(self) -> tuple[DocumentRow, ...]:
        """Return the articles, earliest first, those without a date last."""
        with self._connection.reading() as db:
            return listing.articles(db)

    def document(self, document_id: DocumentId) -> Document:
        """Return an article. Raises KeyError where there is none of this id."""
        from timeline_app.storage import documents

        with self._connection.reading() as db:
            return documents.read_document(db, document_id)

    def extraction(self, document_id: DocumentId) -> Extraction:
        """Return all that was found in an article. Raises KeyError where there is none."""
        from timeline_app.storage import documents

        with self._connection.snapshot() as db:
            return documents.read_extraction(db, document_id)

    def event(self, event_id: EventId, *, known_by: Instant | None = None) -> Event:
        """Return an event with all its reports. Raises KeyError where there never was one.

        With `known_by` only reports published up to then count.
        """
        from timeline_app.storage import events
        from timeline_app.storage.known_by import event_as_known

        with self._connection.snapshot() as db:
            if known_by is not None:
                return event_as_known(db, event_id, known_by)
            return events.read_event(db, event_id)

    def event_ids_of(self, document_id: DocumentId) -> tuple[EventId, ...]:
        """Return the events that an article reports, in the order of its text."""
        from timeline_app.storage import events

        with self._connection.reading() as db:
            return events.of_document(db, document_id)

    def events_of_mentions(self, document_id: DocumentId) -> dict[str, EventId]:
        """Return for each mention of an article, by its id there, the event that it tells of."""
        from timeline_app.storage import events

        with self._connection.reading() as db:
            return events.of_mentions(db, document_id)

    def links_to(self, event_id: EventId) -> tuple[tuple[EventId, LinkKind], ...]:
        """Return the events that the user linked to one, each with how it relates to it."""
        from timeline_app.storage import events

        with self._connection.reading() as db:
            return events.links_to(db, event_id)

    def likely_same(self, event_id: EventId) -> tuple[tuple[Said, ...], tuple[Candidate, ...]]:
        """Return what is said of an event, and the other events that share a key with it."""
        from timeline_app.storage import candidates

        with self._connection.snapshot() as db:
            return candidates.likely_same(db, event_id)

    def columns(self, *, known_by: Instant | None = None) -> EventColumns:
        """Return all events as columns sorted by time.

        With `known_by` only the events that articles published up to then tell of, as told then:
        a plan is a plan again, and a dispute is not yet one. Undated articles do not count.
        """
        with self._connection.snapshot() as db:
            if known_by is None:
                return rows.load_columns(db)
            from timeline_app.storage.known_by import columns_as_known

            return columns_as_known(db, known_by)

    def titles(self, event_ids: Sequence[int]) -> list[str]:
        """Return the titles of events, in the order asked; "" for an unknown id."""
        with self._connection.reading() as db:
            return listing.titles(db, event_ids)

    def search(self, query: str) -> SearchResult:
        """Return the events and articles that match what a user typed; nothing for no words."""
        from timeline_app.storage import search

        with self._connection.snapshot() as db:
            return search.search(db, query)

    def matching_documents(self, query: str) -> tuple[DocumentId, ...]:
        """Return the articles that `search` finds; none for no words."""
        from timeline_app.storage import search

        with self._connection.snapshot() as db:
            return search.matching_documents(db, query)

    def matching_ids(self, query: str) -> NDArray[np.int64]:
        """Return the ids of the events that `search` finds, in no order; none for no words."""
        from timeline_app.storage import search

        with self._connection.snapshot() as db:
            return search.matching_ids(db, query)

    def history(
        self, event_id: EventId | None = None, *, limit: int = 1000
    ) -> tuple[HistoryEntry, ...]:
        """Return the latest edits, newest first: of one event, or of the whole library."""
        from timeline_app.storage.history import read_history

        with self._connection.reading() as db:
            return read_history(db, event_id, limit=limit)

    # Writing

    def add(self, extraction: Extraction, *, consolidator: Consolidator | None = None) -> Changes:
        """Add an article and what was found in it; a repeated article changes nothing.

        `consolidator` decides which events of the library the article tells of too; without one
        it tells of none.
        """
        from timeline_app.storage import importing
        from timeline_app.storage.consolidating import keep_apart

        with self._connection.writing() as db:
            return self._revisions.seen(importing.add(db, extraction, consolidator or keep_apart))

    def apply(self, edit: Edit) -> AppliedEdit:
        """Make an edit and log it; the result undoes it exactly.

        Raises LibraryError where what it builds on was changed in the meantime.
        """
        from timeline_app.storage import editing

        with self._connection.writing(durable=True) as db:
            made_at = self._clock() if self._clock else revisions.moment(db)
            applied = editing.apply_edit(db, edit, made_at=made_at, who=self._who)
            self._revisions.seen(applied.changes)
            return applied

    def changes_elsewhere(self) -> Changes:
        """Return what other windows and processes changed since the last look; cheap if nothing."""
        return self._revisions.changes_elsewhere()
