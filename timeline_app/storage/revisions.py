"""Noticing what other windows and other processes write to the same file."""

import sqlite3

from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.storage.changes import Changes
from timeline_app.storage.connection import Connection


def moment(db: sqlite3.Connection) -> str:
    """Return the present moment by SQLite's clock, UTC, as ISO 8601 text."""
    return str(db.execute("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')").fetchone()[0])


class Revisions:
    """Remembers which of the file's revisions this window knows already."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._own: set[int] = set()
        with connection.snapshot() as db:
            self._looked = _revision(db)
            self._version = _data_version(db)

    def seen(self, changes: Changes) -> Changes:
        """Note that the revision being written is this window's own; return `changes`."""
        with self._connection.reading() as db:
            self._own.add(_revision(db))
        return changes

    def changes_elsewhere(self) -> Changes:
        """Return what others changed since the last look."""
        with self._connection.snapshot() as db:
            version = _data_version(db)
            if version == self._version:
                return Changes()
            since, self._looked = self._looked, _revision(db)
            self._version = version
            changes = _changes_since(db, since, self._own)
            self._own = {revision for revision in self._own if revision > self._looked}
            return changes


def _revision(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()[0])


def _data_version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def _changes_since(db: sqlite3.Connection, since: int, own: set[int]) -> Changes:
    added: list[EventId] = []
    changed: list[EventId] = []
    removed: list[EventId] = []
    query = "SELECT id, is_live, live_since > ?, revision FROM event WHERE revision > ? ORDER BY id"
    for event_id, is_live, is_new, revision in db.execute(query, (since, since)):
        if revision not in own:
            kind = (added if is_new else changed) if is_live else removed
            kind.append(EventId(event_id))
    query = "SELECT id, is_removed, revision FROM document WHERE revision > ? ORDER BY id"
    rows = [row for row in db.execute(query, (since,)) if row[2] not in own]
    return Changes(
        events_added=tuple(added),
        events_changed=tuple(changed),
        events_removed=tuple(removed),
        documents_changed=tuple(DocumentId(row[0]) for row in rows if not row[1]),
        documents_removed=tuple(DocumentId(row[0]) for row in rows if row[1]),
    )
