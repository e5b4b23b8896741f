"""Checking a library file: is it whole, and does everything in it fit together?"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline_app.annotation.mention import EventMention
from timeline_app.errors import LibraryError
from timeline_app.storage import codec
from timeline_app.storage.connection import connect
from timeline_app.storage.faults import DamagedValue

_MOST_TOLD = 20
_DAMAGE = (sqlite3.DatabaseError, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryCheck:
    """What a check found: sentences for a person, none where all is well."""

    problems: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems


def check_library(path: Path) -> LibraryCheck:
    """Check a library file, which may be open elsewhere.

    The search index of one that may not be written to is not checked: SQLite checks it by writing.
    Raises LibraryError where it cannot be opened at all.
    """
    is_writable = True
    try:
        connection = connect(path, create=False, read_only=False)
    except LibraryError:
        connection, is_writable = connect(path, create=False, read_only=True), False
    try:
        return LibraryCheck(problems=tuple(find_problems(connection.db, is_writable=is_writable)))
    finally:
        connection.close()


def find_problems(db: sqlite3.Connection, *, is_writable: bool = True) -> Iterator[str]:
    """Yield what is wrong with an open library file."""
    index = (_search_index,) if is_writable else ()
    for part in (_structure, _references, *index, _derived_rows, _payloads, _texts):
        try:
            yield from part(db)
        except _DAMAGE as fault:
            yield f"A part of the file cannot be read ({fault})."


def _structure(db: sqlite3.Connection) -> Iterator[str]:
    for (told,) in db.execute(f"PRAGMA integrity_check({_MOST_TOLD})"):
        if told != "ok":
            yield f"The file is damaged: {told}."


def _references(db: sqlite3.Connection) -> Iterator[str]:
    for table, *_ in db.execute("PRAGMA foreign_key_check").fetchmany(_MOST_TOLD):
        yield f"A row of the table {table} refers to something that is gone."


def _search_index(db: sqlite3.Connection) -> Iterator[str]:
    for table in ("document_fts", "event_fts"):
        try:
            db.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield f"The search index {table} does not fit the library."


def _derived_rows(db: sqlite3.Connection) -> Iterator[str]:
    missing = _count(db, "event WHERE is_live AND id NOT IN (SELECT event_id FROM event_row)")
    if missing:
        yield f"{missing} events are missing from the timeline."
    surplus = _count(db, "event_row WHERE event_id NOT IN (SELECT id FROM event WHERE is_live)")
    if surplus:
        yield f"{surplus} events on the timeline exist no more."
    rows = "sum(length(facts)), sum(length(codes))"
    blocks = db.execute(f"SELECT {rows} FROM row_block").fetchone()
    if blocks != db.execute(f"SELECT {rows} FROM event_row").fetchone():
        yield "The columns of the timeline do not fit its events."
    lost = _count(db, "mention WHERE event_id IS NULL AND NOT is_retired")
    if lost:
        yield f"{lost} reports belong to no event."


def _count(db: sqlite3.Connection, what: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])


def _payloads(db: sqlite3.Connection) -> Iterator[str]:
    query = "SELECT document_id, key, payload, checksum FROM mention WHERE NOT is_retired"
    for document_id, key, payload, checksum in db.execute(query):
        try:
            codec.load(EventMention, payload, checksum=checksum)
        except DamagedValue:
            yield f"Report {key} of article {document_id} is damaged."


def _texts(db: sqlite3.Connection) -> Iterator[str]:
    query = "SELECT id, path, head, annotations, text, checksum FROM document"
    for document_id, path, head, annotations, text, checksum in db.execute(query):
        if codec.checksum_of(head, annotations, text) != checksum:
            yield f"Article {document_id} ({path}) was altered by damage."
