"""Repairing a damaged library: everything that can still be read goes into a new file."""

import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline_app.annotation.document import Document
from timeline_app.annotation.ids import EventId
from timeline_app.annotation.mention import EventMention
from timeline_app.errors import LibraryError
from timeline_app.storage import codec, events
from timeline_app.storage.connection import Connection, connect
from timeline_app.storage.faults import UNREADABLE, DamagedValue
from timeline_app.storage.filing import file_under_keys
from timeline_app.storage.near_copy import sketch

_BY_ROWID = ("document", "event", "mention", "history")
"""Tables whose rows are found one by one, parents before children."""
_BY_KEY = (("overlay", "event_id, field"), ("history_event", "event_id, history_id"))
_LONGEST_STRIDE = 64
_LONGEST_BLIND_STRIDE = 4_096
_LAST_GUESSED = 1_000_000
_NAMES = {"document": "articles", "event": "events", "mention": "reports", "history": "edits",
          "overlay": "changes of events", "history_event": "links of edits"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What a repair did.

    `kept` is the copy of the file as it was; `saved` counts what was saved and `notes` say what
    was not, in words.
    """

    kept: Path
    saved: dict[str, int]
    notes: tuple[str, ...]


def repair_library(path: Path) -> Repair:
    """Put what can be read of a library into a new file in its place; the old one is kept.

    The library must not be open anywhere. Raises LibraryError where nothing can be read.
    """
    path = path.resolve()
    kept = _unused(path.with_name(path.name + ".damaged"))
    fresh = _unused(path.with_name(path.name + ".repaired"))
    try:
        _keep_copy(path, kept)
        saved, notes = _salvage(kept, fresh)
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        fresh.replace(path)
    except OSError as fault:
        raise LibraryError(
            f"The library {path} could not be repaired ({fault.strerror or fault}). Free some "
            f"space or choose another disk; what there is lies in {path} and {kept}."
        ) from fault
    return Repair(kept=kept, saved=saved, notes=notes)


def _unused(path: Path) -> Path:
    tries = (path.with_name(f"{path.name}{number}") for number in range(2, 1000))
    return path if not path.exists() else next(p for p in tries if not p.exists())


def _keep_copy(path: Path, kept: Path) -> None:
    shutil.copy2(path, kept)
    journal = path.with_name(path.name + "-wal")
    if journal.exists():
        shutil.copy2(journal, kept.with_name(kept.name + "-wal"))


def _salvage(source: Path, target: Path) -> tuple[dict[str, int], tuple[str, ...]]:
    new = connect(target, create=True, read_only=False)
    notes: list[str] = []
    try:
        with closing(sqlite3.connect(source, isolation_level=None)) as old:
            old.text_factory = lambda raw: raw.decode("utf-8", "replace")
            saved = _copy_all(old, new, notes)
        if not saved["document"] and not saved["event"]:
            raise LibraryError(
                f"Nothing could be read from the library {source}. Restore a backup; the file "
                "was left as it is."
            )
        with new.writing(durable=True) as db:
            notes += _derive_all(db)
        with new.reading() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except BaseException:
        new.close()
        target.unlink(missing_ok=True)
        raise
    new.close()
    return {_NAMES[table]: count for table, count in saved.items()}, tuple(notes)


def _copy_all(old: sqlite3.Connection, new: Connection, notes: list[str]) -> dict[str, int]:
    saved = {}
    with new.reading() as db:
        db.execute("PRAGMA foreign_keys = OFF")
    with new.writing() as db:
        for table in _BY_ROWID:
            saved[table] = _insert_all(db, table, _rows_by_rowid(old, table, notes))
        for table, key in _BY_KEY:
            saved[table] = _insert_all(db, table, _rows_by_key(old, table, key, notes))
    return saved


def _insert_all(db: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any]]) -> int:
    known = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
    count = 0
    for row in rows:
        fields = {name: _as_text(value) for name, value in row.items() if name in known}
        if table == "event":
            fields["is_live"] = 0
        names = ",".join(f'"{name}"' for name in fields)
        marks = ",".join("?" * len(fields))
        try:
            db.execute(f"INSERT INTO {table}({names}) VALUES ({marks})", tuple(fields.values()))
        except sqlite3.IntegrityError:
            continue
        count += 1
    return count


def _as_text(value: object) -> object:
    """Return a text that damage turned into bytes as a text; these tables hold no bytes."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _rows_by_rowid(
    old: sqlite3.Connection, table: str, notes: list[str]
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table, striding over what cannot be read."""
    at, stride, damaged, known = 0, 1, False, _last_rowid(old, table)
    last, longest = known or _LAST_GUESSED, _LONGEST_STRIDE if known else _LONGEST_BLIND_STRIDE
    query = f"SELECT rowid AS at_row, * FROM {table} WHERE rowid >= ? ORDER BY rowid LIMIT 1"
    while at <= last:
        try:
            cursor = old.execute(query, (at,))
            row = cursor.fetchone()
        except UNREADABLE:
            damaged = True
            at, stride = at + stride, min(stride * 2, longest)
            continue
        if row is None:
            break
        stride = 1
        fields = dict(zip([column[0] for column in cursor.description], row, strict=True))
        at = fields.pop("at_row") + 1
        yield fields
    if damaged:
        notes.append(f"Some {_NAMES[table]} could not be read and are lost.")


def _last_rowid(old: sqlite3.Connection, table: str) -> int | None:
    try:
        found = old.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    except UNREADABLE:
        return None
    return int(found[0]) if found else None


def _rows_by_key(
    old: sqlite3.Connection, table: str, key: str, notes: list[str]
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table from both ends, up to what cannot be read."""
    descending = ", ".join(f"{column} DESC" for column in key.split(", "))
    for order in (key, descending):
        try:
            cursor = old.execute(f"SELECT * FROM {table} ORDER BY {order}")
            names = [column[0] for column in cursor.description]
            for row in cursor:
                yield dict(zip(names, row, strict=True))
        except UNREADABLE:
            notes.append(f"Some {_NAMES[table]} could not be read and are lost.")
            continue
        return


def _derive_all(db: sqlite3.Connection) -> list[str]:
    """Make anew what follows from articles, reports and edits."""
    notes = list(_accept_altered_articles(db))
    _drop_dangling(db)
    notes += _retire_damaged_mentions(db)
    db.execute("DELETE FROM sketch")
    for document_id, text in db.execute("SELECT id, text FROM document").fetchall():
        values = [(value, document_id) for value in sketch(text)]
        db.executemany("INSERT OR IGNORE INTO sketch VALUES (?, ?)", values)
    events.refresh(db, [EventId(row[0]) for row in db.execute("SELECT id FROM event").fetchall()])
    for table in ("document_fts", "event_fts"):
        db.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")
    return notes


def _retire_damaged_mentions(db: sqlite3.Connection) -> Iterator[str]:
    query = "SELECT id, document_id, key, payload, checksum FROM mention WHERE NOT is_retired"
    for mention_id, document_id, key, payload, checksum in db.execute(query).fetchall():
        try:
            mention = codec.load(EventMention, payload, checksum=checksum)
        except DamagedValue:
            db.execute("UPDATE mention SET is_retired = 1 WHERE id = ?", (mention_id,))
            yield f"Report {key} of article {document_id} was damaged and is left out."
        else:
            file_under_keys(db, mention_id, mention)


def _accept_altered_articles(db: sqlite3.Connection) -> Iterator[str]:
    """Keep articles that damage altered, and tell of them; drop what cannot be read at all."""
    query = "SELECT id, path, head, annotations, text, checksum FROM document"
    for document_id, path, head, annotations, text, checksum in db.execute(query).fetchall():
        if codec.checksum_of(head, annotations, text) == checksum:
            continue
        try:
            codec.load(Document, head)
            json.loads(annotations)["sentences"]
        except (DamagedValue, ValueError, KeyError, TypeError):
            db.execute("DELETE FROM document WHERE id = ?", (document_id,))
            yield f"Article {document_id} ({path}) was damaged and is left out. Import it again."
        else:
            total = codec.checksum_of(head, annotations, text)
            db.execute("UPDATE document SET checksum = ? WHERE id = ?", (total, document_id))
            yield f"Article {document_id} ({path}) was altered by damage. Compare it."


def _drop_dangling(db: sqlite3.Connection) -> None:
    """Drop what refers to lost rows; an event that a report lost is made anew."""
    statements: Sequence[str] = (
        "UPDATE document SET copy_of = NULL WHERE copy_of NOT IN (SELECT id FROM document)",
        "DELETE FROM mention WHERE document_id NOT IN (SELECT id FROM document)",
        "INSERT INTO event(id, revision) SELECT DISTINCT event_id, 1 FROM mention "
        "WHERE event_id NOT IN (SELECT id FROM event)",
        "INSERT INTO event(id, revision) SELECT DISTINCT event_id, 1 FROM overlay "
        "WHERE event_id NOT IN (SELECT id FROM event)",
        "DELETE FROM history_event WHERE event_id NOT IN (SELECT id FROM event) "
        "OR history_id NOT IN (SELECT id FROM history)",
    )
    for statement in statements:
        db.execute(statement)
    query = "SELECT id FROM mention WHERE event_id IS NULL AND NOT is_retired"
    for (mention_id,) in db.execute(query).fetchall():
        event_id = events.create(db)
        db.execute("UPDATE mention SET event_id = ? WHERE id = ?", (event_id, mention_id))
