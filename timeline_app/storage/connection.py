"""One connection to a library file: opening it safely, and its transactions."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from timeline_app.errors import LibraryError
from timeline_app.storage.faults import UNREADABLE, library_error, told_as_library_error
from timeline_app.storage.migrate import APPLICATION_ID, migrate
from timeline_app.storage.migrations import SCHEMA_VERSION

BUSY_TIMEOUT_MS = 10_000
_RETRY_S = 0.02
_PRIMARY_CODE = 0xFF  # the extended result codes keep the primary one in the low byte
_CHECKPOINT_PAGES = 4_000
"""How far the journal grows before it is moved: an import rewrites the same pages often."""
_MAGIC = b"SQLite format 3\x00"


class Connection:
    """A library file opened by one process; safe to use from several threads.

    Every write is one transaction, which takes the write lock at once and bumps `revision`.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.db = db
        self.is_read_only = read_only
        self._lock = threading.RLock()
        self._is_full_sync = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Hold the connection for reads; errors of the file become LibraryError."""
        with self._lock, told_as_library_error(self.path):
            yield self.db

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Hold the connection for several reads that must all see the same state."""
        with self.reading() as db:
            if db.in_transaction:
                yield db
                return
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.execute("COMMIT")

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """Hold one write transaction: all of it is saved, or nothing.

        `durable` waits until the disk has it, so that it survives a power cut too; otherwise a
        power cut may lose the last moments, but a killed process loses nothing.
        """
        if self.is_read_only:
            raise LibraryError(
                f"The library {self.path} is open read-only, nothing was saved. "
                "Open it for writing, or copy it to a folder that you may write to."
            )
        with self._lock, told_as_library_error(self.path):
            self._set_sync(durable)
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self.db.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")
                yield self.db
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
            self._commit()

    def _commit(self) -> None:
        try:
            self.db.execute("COMMIT")
        except sqlite3.Error:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise

    def _set_sync(self, durable: bool) -> None:
        if durable != self._is_full_sync:
            self.db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._is_full_sync = durable

    def close(self) -> None:
        """Close the file; closing twice is allowed."""
        with self._lock:
            self.db.close()
            if self.is_read_only:
                _clear_away(self.path)


def connect(path: Path, *, create: bool, read_only: bool) -> Connection:
    """Open a library file, brought to the present schema.

    Raises LibraryError where it is missing and may not be created, is no library, is newer than
    this program, is damaged, or may not be written (unless `read_only`).
    """
    path = path.resolve()
    _check_file(path, create=create and not read_only)
    if not read_only:
        _check_may_write(path)
    with told_as_library_error(path):
        db = _connect_reading(path) if read_only else _connect_writing(path)
    try:
        _prepare(path, db, read_only=read_only)
    except UNREADABLE as fault:
        db.close()
        raise library_error(path, fault) from fault
    except BaseException:
        db.close()
        raise
    return Connection(path, db, read_only=read_only)


def _check_file(path: Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise LibraryError(f"{path} is a folder. Choose a library file.")
        if not path.exists():
            _make_room(path, create=create)
            return
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as fault:
        raise LibraryError(
            f"The library {path} could not be opened ({fault.strerror or fault}). "
            "Check that the file and its folder may be read and written."
        ) from fault
    if magic and magic != _MAGIC:
        raise LibraryError(
            f"{path} is no timeline library. Choose another file; it was left as it is."
        )


def _make_room(path: Path, *, create: bool) -> None:
    if not create:
        raise LibraryError(f"There is no library {path}. Check the name, or create a new library.")
    path.parent.mkdir(parents=True, exist_ok=True)


def _check_may_write(path: Path) -> None:
    if not os.access(path.parent, os.W_OK):
        raise LibraryError(
            f"The folder {path.parent} may not be written to, so the library {path.name} cannot be "
            "changed there. Open it read-only, or copy it to a folder of your own."
        )
    if path.exists() and not os.access(path, os.W_OK):
        raise LibraryError(
            f"The library {path} is read-only. Open it read-only, or make the file writable."
        )


def _connect_writing(path: Path) -> sqlite3.Connection:
    return _plain_connect(f"{path.as_uri()}?mode=rwc")


def _connect_reading(path: Path) -> sqlite3.Connection:
    """Open without writing anything, even where the folder forbids SQLite's side files."""
    db = _plain_connect(f"{path.as_uri()}?mode=ro")
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        db.close()
        journal = path.with_name(path.name + "-wal")
        if journal.exists() and journal.stat().st_size > 0:
            raise
        return _plain_connect(f"{path.as_uri()}?immutable=1")
    return db


def _clear_away(path: Path) -> None:
    """Let SQLite remove the side files that reading made and that a reader may not remove itself.

    A journal that holds something is left: it is another's, and moving it would change the file.
    """
    journal = path.with_name(path.name + "-wal")
    try:
        is_left_over = journal.stat().st_size == 0
    except OSError:  # there is none
        return
    if not is_left_over or not all(os.access(place, os.W_OK) for place in (path, path.parent)):
        return
    with suppress(sqlite3.Error), closing(_plain_connect(f"{path.as_uri()}?mode=rw")) as db:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _plain_connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(
        uri,
        uri=True,
        isolation_level=None,
        timeout=BUSY_TIMEOUT_MS / 1000,
        check_same_thread=False,
        cached_statements=256,
    )


def _prepare(path: Path, db: sqlite3.Connection, *, read_only: bool) -> None:
    application_id, version = _identity(db)
    is_empty = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application_id != APPLICATION_ID and not is_empty:
        raise LibraryError(
            f"{path} is a database of another program. Choose another file; it was left as it is."
        )
    if version > SCHEMA_VERSION:
        raise LibraryError(
            f"The library {path} was written by a newer version of this program "
            f"(format {version}, this one knows {SCHEMA_VERSION}). Install the newer version; "
            "the file was left as it is."
        )
    if not read_only:
        _use_write_ahead_log(db)
        if version < SCHEMA_VERSION:
            migrate(path, db)
    elif version < SCHEMA_VERSION:
        raise LibraryError(
            f"The library {path} has an older format ({version}) and must be opened for writing "
            "once, which saves a backup and brings it up to date."
        )
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA cell_size_check = ON")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA cache_size = -32000")


def _use_write_ahead_log(db: sqlite3.Connection) -> None:
    """Switch to the write-ahead log, waiting for others: SQLite itself does not wait for this."""
    deadline_s = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as fault:
            code = fault.sqlite_errorcode & _PRIMARY_CODE
            is_busy = code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not is_busy or time.monotonic() > deadline_s:
                raise
            time.sleep(_RETRY_S)


def _identity(db: sqlite3.Connection) -> tuple[int, int]:
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    return application_id, db.execute("PRAGMA user_version").fetchone()[0]
