"""Full disks, jumping clocks, several writers and interrupted migrations lose nothing."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from builders import day, document, extraction, mention
from storage.older import older_library

from timeline_app.annotation.event import EventId
from timeline_app.errors import LibraryError
from timeline_app.operations.adding import add_article
from timeline_app.operations.edits import ChangeTitle, SetNote
from timeline_app.storage import connection
from timeline_app.storage.check import check_library
from timeline_app.storage.library import Library
from timeline_app.storage.migrate import backup_path, migrate
from timeline_app.storage.migrations import SCHEMA_VERSION, STEPS

MEETING = mention(time=day(2015, 11, 24))
WRITER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from builders import document, extraction
from timeline_app.operations.adding import add_article
from timeline_app.storage.library import Library
with Library.open(Path(sys.argv[1])) as library:
    for number in range(25):
        name = f"{sys.argv[2]}-{number}"
        add_article(library, extraction(of=document(f"Article {name}.", path=name)))
"""


def fill_the_disk(library: Library) -> None:
    """Let the file grow no further: SQLite then answers as on a full disk."""
    with library._connection.reading() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_is_told_and_nothing_is_half_saved(library: Library, path: Path) -> None:
    add_article(library, extraction(MEETING))
    fill_the_disk(library)
    big = extraction(mention("e1"), of=document("Long story. " * 20_000, path="big.txt"))
    with pytest.raises(LibraryError, match="disk is full"):
        add_article(library, big)
    assert len(library.documents()) == 1
    assert len(library.columns()) == 1
    library.close()
    assert check_library(path).is_sound
    with Library.open(path) as again:
        assert len(add_article(again, big).documents_added) == 1


def test_an_edit_on_a_full_disk_is_told_and_not_half_made(library: Library) -> None:
    add_article(library, extraction(MEETING))
    fill_the_disk(library)
    with pytest.raises(LibraryError, match="disk is full"):
        library.apply(SetNote(event_id=EventId(1), note="long " * 100_000))
    assert library.event(EventId(1)).note == ""
    assert library.history() == ()


def test_the_history_keeps_its_order_when_the_clock_jumps(path: Path) -> None:
    moments = iter(["2016-01-01T00:00:00Z", "2015-01-01T00:00:00Z"])
    with Library.open(path, clock=lambda: next(moments)) as library:
        add_article(library, extraction(MEETING))
        library.apply(ChangeTitle(event_id=EventId(1), title="First"))
        library.apply(ChangeTitle(event_id=EventId(1), title="Second"))
        assert [entry.changed[0].after for entry in library.history()] == ['"Second"', '"First"']
        assert library.event(EventId(1)).title == "Second"


def test_without_a_clock_edits_are_still_dated(path: Path) -> None:
    with Library.open(path) as library:
        add_article(library, extraction(MEETING))
        library.apply(ChangeTitle(event_id=EventId(1), title="New"))
        assert library.history()[0].made_at.endswith("Z")


def test_two_processes_write_at_once_and_both_are_kept(path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    paths = [str(root), str(root / "tests")]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, *paths])
        for name in ("one", "other")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    with Library.open(path) as library:
        assert len(library.documents()) == 50
    assert check_library(path).is_sound


def test_a_busy_library_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_MS", 50)
    with Library.open(path) as library:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="is busy"):
            add_article(library, extraction(MEETING))
        other.execute("ROLLBACK")
        other.close()
        assert add_article(library, extraction(MEETING)).documents_added


def test_a_migration_keeps_a_copy_and_the_content(path: Path) -> None:
    with Library.open(path) as library:
        add_article(library, extraction(MEETING))
    db = sqlite3.connect(path, isolation_level=None)
    migrate(path, db, (*STEPS, ("ALTER TABLE document ADD COLUMN colour TEXT",)))
    assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
    assert db.execute("SELECT path, colour FROM document").fetchall() == [("a.txt", None)]
    db.close()
    with Library.open(backup_path(path, SCHEMA_VERSION)) as before:
        assert len(before.documents()) == 1


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_library_of_each_older_version_opens(path: Path, version: int) -> None:
    older_library(path, version)
    with Library.open(path) as library:
        assert [row.path for row in library.documents()] == ["0.txt"]
        assert library.event(EventId(1)).title == MEETING.title
    assert check_library(path).is_sound
    assert backup_path(path, version).exists()


def test_an_older_library_is_not_changed_by_reading_it(path: Path) -> None:
    older_library(path, 1)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="older format"):
        Library.open(path, read_only=True)
    assert path.read_bytes() == before


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    with Library.open(path) as library:
        add_article(library, extraction(MEETING))
    db = sqlite3.connect(path, isolation_level=None)
    steps = (*STEPS, ("ALTER TABLE document ADD COLUMN colour TEXT", "DROP TABLE no_such_table"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(path, db, steps)
    db.close()
    with Library.open(path) as library:
        assert len(library.documents()) == 1


def test_a_backup_that_was_cut_off_is_written_anew(path: Path) -> None:
    with Library.open(path) as library:
        add_article(library, extraction(MEETING))
    backup = backup_path(path, SCHEMA_VERSION)
    backup.with_name(backup.name + ".part").write_bytes(b"half a copy")
    db = sqlite3.connect(path, isolation_level=None)
    migrate(path, db, (*STEPS, ()))
    db.close()
    assert check_library(backup).is_sound
