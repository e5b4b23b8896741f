"""Applying an edit: check, write, log, refresh."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.errors import LibraryError
from timeline_app.storage import codec, events
from timeline_app.storage.changes import Changes
from timeline_app.storage.patch import AppliedEdit, Cell, CellKind, Edit, Patch
from timeline_app.storage.state import LibraryState

_QUOTE_CHARS = 300


def apply_edit(db: sqlite3.Connection, edit: Edit, *, made_at: str, who: str) -> AppliedEdit:
    """Apply an edit inside a write transaction of the caller's.

    Raises LibraryError where something it builds on was changed in the meantime.
    """
    state = LibraryState(db)
    cells = tuple(cell for cell in edit.cells(state) if cell.before != cell.after)
    touched: set[EventId] = set()
    for cell in cells:
        if state.read(cell.kind, cell.key) != cell.before:
            raise LibraryError(
                f"The {edit.name} was not made: what it changes was changed in the meantime, "
                "perhaps in another window. Look at it again, then repeat the edit."
            )
        touched |= state.events_behind(cell)
        state.write(cell)
        touched |= state.events_behind(cell)
    patch = Patch(name=edit.name, changed=cells)
    if not cells:
        return AppliedEdit(changes=Changes(), inverse=patch)
    _log(db, edit, patch, touched, made_at=made_at, who=who)
    changes = events.refresh(db, touched)
    return AppliedEdit(changes=_with_documents(changes, cells), inverse=patch.reversed())


def _with_documents(changes: Changes, cells: Sequence[Cell]) -> Changes:
    added: set[DocumentId] = set()
    changed: set[DocumentId] = set()
    removed: set[DocumentId] = set()
    for cell in cells:
        if cell.kind is CellKind.DOCUMENT:
            document_id = DocumentId(int(cell.key[0]))
            if cell.key[1] == "is_removed":
                (removed if json.loads(cell.after or "0") else added).add(document_id)
            else:
                changed.add(document_id)
    return replace(
        changes,
        documents_added=tuple(sorted(added)),
        documents_changed=tuple(sorted(changed - added - removed)),
        documents_removed=tuple(sorted(removed)),
    )


def _log(
    db: sqlite3.Connection,
    edit: Edit,
    patch: Patch,
    touched: set[EventId],
    *,
    made_at: str,
    who: str,
) -> None:
    cells = [[c.kind, c.key, c.before, c.after] for c in patch.changed]
    cursor = db.execute(
        "INSERT INTO history(made_at, who, name, edit, cells, quotes) VALUES (?, ?, ?, ?, ?, ?)",
        (made_at, who, edit.name, type(edit).__name__, _json(cells), _json(_quotes(db, touched))),
    )
    db.executemany(
        "INSERT INTO history_event VALUES (?, ?)",
        [(event_id, cursor.lastrowid) for event_id in sorted(touched)],
    )


def _quotes(db: sqlite3.Connection, touched: set[EventId]) -> list[list[str]]:
    """Return the words that the edited events rest on: article hash, mention, sentence."""
    query = (
        "SELECT d.sha256, m.key, substr(m.quote, 1, ?) FROM mention m "
        "JOIN document d ON d.id = m.document_id WHERE m.event_id = ? AND NOT m.is_retired"
    )
    return [
        list(row)
        for event_id in sorted(touched)
        for row in db.execute(query, (_QUOTE_CHARS, event_id))
    ]


def _json(value: object) -> str:
    return codec.json_text(value)
