"""A library that cannot be used is refused in words, and left as it is."""

import os
import sqlite3
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import day, document, extraction, mention
from storage.older import older_library

from timeline_app.annotation.event_columns import Grouping
from timeline_app.annotation.mention import Extraction
from timeline_app.errors import LibraryError
from timeline_app.storage.library import Library
from timeline_app.storage.migrations import SCHEMA_VERSION

NOBODY = 65534


def filled(path: Path) -> Path:
    with Library.open(path) as library:
        library.add(extraction(mention(time=day(2015, 11, 24))))
    return path


def another() -> Extraction:
    return extraction(mention(time=day(2015, 11, 25)), of=document(path="b.txt", text="They met."))


def refusal(path: Path, **options: bool) -> str:
    with pytest.raises(LibraryError) as caught:
        Library.open(path, **options)
    return str(caught.value)


def test_a_text_file_is_no_library_and_is_left_alone(path: Path) -> None:
    path.write_text("Dear diary, this is no library at all.", encoding="utf-8")
    assert "no timeline library" in refusal(path)
    assert path.read_text(encoding="utf-8").startswith("Dear diary")


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE cookies (name)")
    other.commit()
    other.close()
    before = path.read_bytes()
    assert "another program" in refusal(path)
    assert path.read_bytes() == before


def test_a_newer_library_is_left_alone(path: Path) -> None:
    newer = sqlite3.connect(filled(path))
    newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    newer.close()
    assert "newer version" in refusal(path)


def test_a_missing_library_is_not_made_unasked(path: Path) -> None:
    assert "There is no library" in refusal(path, create=False)
    assert not path.exists()
    assert "There is no library" in refusal(path, read_only=True)
    assert not path.exists()


def test_a_folder_is_no_library(path: Path) -> None:
    path.mkdir()
    assert "folder" in refusal(path)


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    filled(tmp_path / "a" / "b" / "library.tlib")


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    filled(path)


def test_a_truncated_library_is_refused_or_told_of(path: Path) -> None:
    content = filled(path).read_bytes()
    path.write_bytes(content[:5000])
    try:
        with Library.open(path) as library:
            library.columns()
            library.documents()
            library.search("obama")
            library.add(extraction(of=document("More.", path="b.txt")))
    except LibraryError as told:
        assert str(path) in str(told)
        assert "Check library" in str(told) or "backup" in str(told)
    else:
        pytest.fail("half a file was taken for a whole one")


def test_reading_alone_changes_nothing(path: Path) -> None:
    before = filled(path).read_bytes()
    with Library.open(path, read_only=True) as library:
        assert library.is_read_only
        assert len(library.columns()) == 1
        with pytest.raises(LibraryError, match="read-only"):
            library.add(extraction(of=document("More.", path="b.txt")))
    assert path.read_bytes() == before


def as_nobody(act: Callable[[Path], str], path: Path) -> str:
    """Return what `act` says in a process of a user who may write nothing."""
    ours, theirs = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking beside Qt's threads
        child = os.fork()
    if not child:
        try:
            if os.getuid() == 0:
                os.setuid(NOBODY)
            told = act(path)
        except BaseException as fault:
            told = repr(fault)
        os.write(theirs, told.encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as answer:
        told = answer.read()
    os.waitpid(child, 0)
    return told


def told_on_opening(path: Path) -> str:
    try:
        Library.open(path).close()
    except LibraryError as told:
        return str(told)
    return "opened"


def read(path: Path) -> str:
    with Library.open(path, read_only=True) as library:
        return f"{len(library.columns())} event"


posix_only = pytest.mark.skipif(os.name == "nt", reason="folder permissions are POSIX ones")


@pytest.fixture
def open_tmp_path(tmp_path: Path) -> Path:
    """Return the folder after letting everyone look into it."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    return tmp_path


@posix_only
def test_a_folder_that_may_not_be_written_to_is_named(open_tmp_path: Path) -> None:
    path = filled(open_tmp_path / "library.tlib")
    path.chmod(0o666)
    open_tmp_path.chmod(0o555)
    told = as_nobody(told_on_opening, path)
    open_tmp_path.chmod(0o755)
    assert "may not be written" in told
    assert str(open_tmp_path) in told


@posix_only
def test_a_read_only_file_is_named(open_tmp_path: Path) -> None:
    path = filled(open_tmp_path / "library.tlib")
    path.chmod(0o444)
    open_tmp_path.chmod(0o777)
    assert f"{path} is read-only" in as_nobody(told_on_opening, path)


@posix_only
def test_a_library_in_a_read_only_folder_can_be_read(open_tmp_path: Path) -> None:
    path = filled(open_tmp_path / "library.tlib")
    path.chmod(0o444)
    open_tmp_path.chmod(0o555)
    told = as_nobody(read, path)
    open_tmp_path.chmod(0o755)
    assert told.strip() == "1 event"


def side_files(path: Path) -> list[str]:
    return sorted(p.name.removeprefix(path.name) for p in path.parent.iterdir() if p != path)


def test_reading_leaves_nothing_beside_the_library(path: Path) -> None:
    before = filled(path).read_bytes()
    with Library.open(path, read_only=True) as library, Library.open(path, read_only=True) as other:
        assert len(library.columns()) == len(other.columns()) == 1
    assert not side_files(path)
    assert path.read_bytes() == before


def test_a_reader_leaves_the_journal_of_a_writer_alone(path: Path) -> None:
    filled(path)
    with Library.open(path) as writer:
        assert read(path) == "1 event"
        writer.add(another())
        assert read(path) == "2 event"
        assert side_files(path) == ["-shm", "-wal"]
    assert not side_files(path)
    assert read(path) == "2 event"


def test_what_a_killed_writer_left_is_read_and_not_moved(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    with Library.open(filled(path)) as writer:
        writer.add(another())
        for name in ("", "-wal"):
            copy.with_name(copy.name + name).write_bytes(
                path.with_name(path.name + name).read_bytes()
            )
    before = copy.read_bytes()
    assert read(copy) == "2 event"
    assert copy.read_bytes() == before
    assert "-wal" in side_files(copy)


def test_tags_of_an_older_library_make_lanes(path: Path) -> None:
    older_library(path, 2)
    db = sqlite3.connect(path)
    with db:
        db.execute("INSERT INTO overlay VALUES (1, 'tags', '[\"border\"]')")
    db.close()
    with Library.open(path) as library:
        assert library.columns().groups[Grouping.TAG].of(0) == ("border",)
