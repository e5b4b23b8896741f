"""SQLite's errors in words that tell the user what happened and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_app.errors import LibraryError

UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file may raise; the second comes from messages that quote the damage."""


class DamagedValue(sqlite3.DatabaseError):
    """A stored value is not what was stored."""


_ADVICE: tuple[tuple[str, str], ...] = (
    ("readonly", "is read-only. Open it read-only, or copy it to a folder that you may write to"),
    ("read-only", "is read-only. Open it read-only, or copy it to a folder that you may write to"),
    ("disk is full", "could not be written: the disk is full. Free some space and do it again; "
     "everything saved before is safe"),
    ("locked", "is busy: another program has been writing to it for some seconds. "
     "Close that program or wait, then do it again"),
    ("busy", "is busy: another program has been writing to it for some seconds. "
     "Close that program or wait, then do it again"),
    ("unable to open", "could not be opened. Check that its folder exists and that you may "
     "write there"),
    ("not a database", "is no timeline library, or its beginning is damaged. Choose another "
     "file, or restore a backup"),
    ("malformed", "is damaged. Repair it with File ▸ Check library, or restore a backup"),
    ("corrupt", "is damaged. Repair it with File ▸ Check library, or restore a backup"),
    ("disk i/o error", "could not be read or written: the disk reports a fault. Copy the file to "
     "another disk and open the copy"),
)  # fmt: skip


def library_error(path: Path, fault: Exception) -> LibraryError:
    """Return the LibraryError that tells of an error of SQLite's in a library file."""
    told = "malformed text" if isinstance(fault, UnicodeDecodeError) else str(fault)
    advice = next((words for key, words in _ADVICE if key in told.casefold()), None)
    if advice is None:
        advice = "could not be used. Check it with File ▸ Check library, or restore a backup"
    return LibraryError(f"The library {path} {advice} ({told}).")


@contextmanager
def told_as_library_error(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside into LibraryError; a misuse of SQLite stays a bug."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.InterfaceError):
        raise
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        raise library_error(path, fault) from fault
