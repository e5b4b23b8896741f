"""The library as an edit sees it, inside the transaction that will apply it."""

import json
import sqlite3
from collections.abc import Sequence

from timeline_app.annotation.event import DocumentId, Event, EventId
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.errors import LibraryError
from timeline_app.storage import apart, codec, documents, events
from timeline_app.storage.candidates import find_candidates
from timeline_app.storage.consolidating import Candidate, Said
from timeline_app.storage.filing import file_under_keys
from timeline_app.storage.patch import Cell, CellKind

DOCUMENT_COLUMNS = frozenset(
    {"head", "annotations", "title", "outlet", "published", "is_removed", "timex_count",
     "placed_count"}
)  # fmt: skip
"""Columns of an article that an edit may change."""


class LibraryState:
    """Reads what stands in the library, makes new ids, and writes cells."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def event(self, event_id: EventId) -> Event:
        """Return an event. Raises LibraryError where it is no longer there."""
        try:
            return events.read_event(self._db, event_id)
        except KeyError as fault:
            raise LibraryError(
                f"There is no event {event_id} in the library. Nothing was changed."
            ) from fault

    def extraction(self, document_id: DocumentId) -> Extraction:
        """Return everything found in an article."""
        return documents.read_extraction(self._db, document_id)

    def mention_ids(self, event_id: EventId) -> tuple[int, ...]:
        """Return the mentions of an event, those of removed articles too."""
        query = "SELECT id FROM mention WHERE event_id = ? AND NOT is_retired ORDER BY id"
        return tuple(row[0] for row in self._db.execute(query, (event_id,)))

    def mentions_of(self, document_id: DocumentId) -> tuple[tuple[int, EventMention], ...]:
        """Return the mentions of an article with their ids in the library."""
        query = (
            "SELECT id, payload, checksum FROM mention WHERE document_id = ? AND NOT is_retired "
            "ORDER BY ordinal, id"
        )
        found = self._db.execute(query, (document_id,))
        return tuple((row[0], codec.load(EventMention, row[1], checksum=row[2])) for row in found)

    def mention_id(self, document_id: DocumentId, key: str) -> int:
        """Return the library's id of an article's mention. Raises LibraryError without one."""
        query = "SELECT id FROM mention WHERE document_id = ? AND key = ? AND NOT is_retired"
        found = self._db.execute(query, (document_id, key)).fetchone()
        if found is None:
            raise LibraryError(
                f"Article {document_id} has no mention {key} any more. Nothing was changed."
            )
        return int(found[0])

    def candidates(self, document_id: DocumentId, telling: Sequence[Said]) -> Sequence[Candidate]:
        """Return events of other articles that may be what an article tells of.

        What the user split from what the article tells, or told, of stays apart.
        """
        query = "SELECT DISTINCT event_id FROM mention WHERE document_id = ? AND event_id NOT NULL"
        own = {EventId(row[0]) for row in self._db.execute(query, (document_id,))}
        split = (apart.from_event(self._db, one) for one in own)
        return find_candidates(self._db, telling, own=own.union(*split))

    def new_event(self) -> EventId:
        """Return the id of an event that does not live yet."""
        return events.create(self._db)

    def new_mention(self, document_id: DocumentId) -> int:
        """Return the id of a mention that does not count yet."""
        cursor = self._db.execute(
            "INSERT INTO mention(document_id, ordinal, key, is_retired, payload) "
            "VALUES (?, 0, '', 1, '')",
            (document_id,),
        )
        return cursor.lastrowid or 0

    def read(self, kind: CellKind, key: tuple[int | str, ...]) -> str | None:
        """Return what stands in a cell, as JSON; None where nothing does."""
        match kind:
            case CellKind.FIELD:
                query = "SELECT value FROM overlay WHERE event_id = ? AND field = ?"
                found = self._db.execute(query, key).fetchone()
                return None if found is None else str(found[0])
            case CellKind.MEMBER:
                query = "SELECT event_id, reason FROM mention WHERE id = ?"
                return _json(list(self._one(query, key)))
            case CellKind.MENTION:
                query = "SELECT ordinal, payload, quote, is_retired FROM mention WHERE id = ?"
                ordinal, payload, quote, is_retired = self._one(query, key)
                return None if is_retired else _json([ordinal, payload, quote])
            case CellKind.DOCUMENT:
                document_id, column = key
                query = f"SELECT {_checked(column)} FROM document WHERE id = ?"
                value = self._one(query, (document_id,))[0]
                return None if value is None else _json(value)

    def write(self, cell: Cell) -> None:
        """Put `after` into a cell."""
        match cell.kind:
            case CellKind.FIELD:
                self._write_field(cell)
            case CellKind.MEMBER:
                event_id, reason = json.loads(cell.after or '[null, ""]')
                query = "UPDATE mention SET event_id = ?, reason = ? WHERE id = ?"
                self._db.execute(query, (event_id, reason, *cell.key))
            case CellKind.MENTION:
                self._write_mention(cell)
            case CellKind.DOCUMENT:
                document_id, column = cell.key
                value = None if cell.after is None else json.loads(cell.after)
                query = (
                    f"UPDATE document SET {_checked(column)} = ?, revision = "
                    "(SELECT value FROM meta WHERE key = 'revision') WHERE id = ?"
                )
                self._db.execute(query, (value, document_id))
                self._sum_up(int(document_id))

    def events_behind(self, cell: Cell) -> set[EventId]:
        """Return the events that depend on a cell, before or after it is written."""
        if cell.kind is CellKind.FIELD:
            return {EventId(int(cell.key[0]))}
        if cell.kind is CellKind.DOCUMENT:
            query = (
                "SELECT DISTINCT event_id FROM mention WHERE document_id = ? "
                "AND event_id IS NOT NULL"
            )
            return {EventId(row[0]) for row in self._db.execute(query, cell.key[:1])}
        query = "SELECT event_id FROM mention WHERE id = ? AND event_id IS NOT NULL"
        return {EventId(row[0]) for row in self._db.execute(query, cell.key)}

    def _write_field(self, cell: Cell) -> None:
        if cell.after is None:
            query = "DELETE FROM overlay WHERE event_id = ? AND field = ?"
            self._db.execute(query, cell.key)
        else:
            query = "INSERT OR REPLACE INTO overlay VALUES (?, ?, ?)"
            self._db.execute(query, (*cell.key, cell.after))

    def _write_mention(self, cell: Cell) -> None:
        (mention_id,) = cell.key
        self._db.execute("DELETE FROM blocking WHERE mention_id = ?", (mention_id,))
        if cell.after is None:
            query = "UPDATE mention SET is_retired = 1 WHERE id = ?"
            self._db.execute(query, (mention_id,))
            return
        ordinal, payload, quote = json.loads(cell.after)
        mention = codec.load(EventMention, payload)
        self._db.execute(
            "UPDATE mention SET ordinal = ?, key = ?, payload = ?, quote = ?, checksum = ?, "
            "is_retired = 0 WHERE id = ?",
            (ordinal, mention.id, payload, quote, codec.checksum_of(payload), mention_id),
        )
        file_under_keys(self._db, int(mention_id), mention)

    def _sum_up(self, document_id: int) -> None:
        query = "SELECT head, annotations, text FROM document WHERE id = ?"
        parts = self._db.execute(query, (document_id,)).fetchone()
        query = (
            "UPDATE document SET checksum = ?, "
            "is_disputed = coalesce(json_array_length(head, '$.rival_dcts'), 0) > 0 WHERE id = ?"
        )
        self._db.execute(query, (codec.checksum_of(*parts), document_id))

    def _one(self, query: str, key: tuple[int | str, ...]) -> tuple[object, ...]:
        found = self._db.execute(query, key).fetchone()
        if found is None:
            raise LibraryError(f"Part {key} of the library is gone. Nothing was changed.")
        return tuple(found)


def _checked(column: int | str) -> str:
    if column not in DOCUMENT_COLUMNS:
        raise ValueError(f"no edit may change the column {column!r}")
    return str(column)


def _json(value: object) -> str:
    return codec.json_text(value)
