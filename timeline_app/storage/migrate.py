"""Bringing a library file to the present schema, with a backup of the old one first."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from timeline_app.annotation.ids import EventId
from timeline_app.storage.faults import DamagedValue
from timeline_app.storage.migrations import SCHEMA_VERSION, STEPS

_TAGS_IN_ROWS = 3
"""The schema version since which an event's row has its tags."""
APPLICATION_ID = 0x544C4942
"""`TLIB`, in the SQLite header."""


def migrate(
    path: Path, db: sqlite3.Connection, steps: Sequence[Sequence[str]] | None = None
) -> None:
    """Apply the missing steps in one transaction; a file that holds something is copied before.

    Two processes may do this at once: the second finds the work done.
    """
    steps = STEPS if steps is None else steps
    version = _version(db)
    if version:
        back_up(db, backup_path(path, version))
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[_version(db) :]:
            for statement in step:
                db.execute(statement)
        if 0 < version < _TAGS_IN_ROWS <= len(steps):
            _refresh_tagged(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(steps)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _refresh_tagged(db: sqlite3.Connection) -> None:
    """Write the tags of events into their rows; what is damaged waits for the repair."""
    from timeline_app.storage import events  # an open without a migration does not need it

    query = "SELECT event_id FROM overlay WHERE field = 'tags'"
    for (event_id,) in db.execute(query).fetchall():
        with suppress(DamagedValue):
            events.refresh(db, [EventId(event_id)])


def backup_path(path: Path, version: int) -> Path:
    """Return where the copy of a library of an older schema version is kept."""
    return path.with_name(f"{path.name}.format-{version}.backup")


def back_up(db: sqlite3.Connection, target: Path) -> None:
    """Write a copy of the whole library to `target`; it appears there only when complete."""
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    copy = sqlite3.connect(partial)
    try:
        db.backup(copy)
    finally:
        copy.close()
    partial.replace(target)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


__all__ = ["APPLICATION_ID", "SCHEMA_VERSION", "back_up", "backup_path", "migrate"]
