"""The log of edits: who changed what, when, from what, to what."""

import json
import sqlite3
from dataclasses import dataclass

from timeline_app.annotation.ids import EventId
from timeline_app.storage.patch import Cell, CellKind, Patch


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One edit as it was made.

    `made_at` is ISO 8601 text by the clock of the machine; the order of entries is that of their
    `id`, whatever the clock did. `edit` is the kind of edit ("ChangeTime", or "Patch" for an undo
    or redo). `changed` holds what stood there before and after.
    """

    id: int
    made_at: str
    who: str
    name: str
    edit: str
    changed: tuple[Cell, ...]

    @property
    def inverse(self) -> Patch:
        """Return the edit that takes this one back, if nothing it touched changed since."""
        return Patch(name=self.name, changed=self.changed).reversed()


def read_history(
    db: sqlite3.Connection, event_id: EventId | None, *, limit: int
) -> tuple[HistoryEntry, ...]:
    """Return the latest edits, newest first: of one event, or of the whole library."""
    where, values = "", [limit]
    if event_id is not None:
        where = "WHERE id IN (SELECT history_id FROM history_event WHERE event_id = ?)"
        values = [event_id, limit]
    query = f"SELECT id, made_at, who, name, edit, cells FROM history {where} ORDER BY id DESC"
    return tuple(
        HistoryEntry(
            id=row[0], made_at=row[1], who=row[2], name=row[3], edit=row[4],
            changed=tuple(_cell(*cell) for cell in json.loads(row[5])),
        )
        for row in db.execute(f"{query} LIMIT ?", values)
    )  # fmt: skip


def _cell(kind: str, key: list[int | str], before: str | None, after: str | None) -> Cell:
    return Cell(kind=CellKind(kind), key=tuple(key), before=before, after=after)
