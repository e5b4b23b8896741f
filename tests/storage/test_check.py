"""Damage is found, and whatever can still be read is saved."""

import random
import sqlite3
from pathlib import Path

import pytest
from builders import day, document, extraction, mention, person

from timeline_app.annotation.event import EventId
from timeline_app.errors import LibraryError
from timeline_app.operations.adding import add_article
from timeline_app.operations.edits import ChangeTitle
from timeline_app.storage import check
from timeline_app.storage.check import check_library
from timeline_app.storage.connection import Connection, connect
from timeline_app.storage.library import Library
from timeline_app.storage.repair import repair_library

COUNT = 24


@pytest.fixture
def filled(path: Path) -> Path:
    with Library.open(path) as library:
        for number in range(COUNT):
            said = mention(
                title=f"Meeting {number}", time=day(2015, 11, number % 28 + 1),
                participants=(person("Barack Obama"), person(f"Person {number}")),
            )  # fmt: skip
            of = document(f"Article {number} tells a story. " * 40, path=f"{number}.txt")
            add_article(library, extraction(said, of=of))
        library.apply(ChangeTitle(event_id=EventId(1), title="Edited"))
    return path


def change(path: Path, statement: str) -> None:
    db = sqlite3.connect(path)
    db.execute(statement)
    db.commit()
    db.close()


def test_a_sound_library_has_no_problems(filled: Path) -> None:
    assert check_library(filled).problems == ()


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DELETE FROM event_row WHERE event_id = 3", "missing from the timeline"),
        ("DELETE FROM event_fts_data WHERE id > 10", "search index event_fts"),
        ("UPDATE mention SET payload = '{' WHERE id = 4", "Report e1 of article 4"),
        ("UPDATE mention SET event_id = NULL WHERE id = 4", "belong to no event"),
        ("UPDATE document SET text = 'x' WHERE id = 2", "Article 2 (1.txt) was altered"),
        ("DELETE FROM event WHERE id = 5", "refers to something that is gone"),
    ],
)
def test_what_does_not_fit_is_told_and_mended(filled: Path, damage: str, told: str) -> None:
    change(filled, damage)
    assert any(told in problem for problem in check_library(filled).problems)
    repair_library(filled)
    assert check_library(filled).problems == ()


def test_a_library_that_may_not_be_written_to_is_checked_too(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "connect", _only_to_read)
    assert check_library(filled).is_sound
    change(filled, "DELETE FROM event_row WHERE event_id = 3")
    assert not check_library(filled).is_sound


def _only_to_read(path: Path, *, create: bool, read_only: bool) -> Connection:
    """Connect as to a file on a disk that is read-only (as root no file is)."""
    if not read_only:
        raise LibraryError("read-only")
    return connect(path, create=create, read_only=True)


def test_a_sound_library_survives_a_repair(filled: Path) -> None:
    repair = repair_library(filled)
    assert repair.saved["articles"] == COUNT
    assert repair.notes == ()
    assert check_library(repair.kept).is_sound
    with Library.open(filled) as library:
        assert len(library.columns()) == COUNT
        assert library.event(EventId(1)).title == "Edited"
        assert library.history(EventId(1))[0].name == "change of title"
        assert library.search("meeting").event_ids


def test_a_truncated_library_gives_back_what_is_left(filled: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: len(content) * 2 // 3])
    try:
        repair = repair_library(filled)
    except LibraryError as told:
        assert "Nothing could be read" in str(told)
        return
    assert repair.notes
    assert check_library(filled).is_sound


@pytest.mark.parametrize("seed", range(6))
def test_flipped_bits_are_no_crash(filled: Path, seed: int) -> None:
    flip_bits(filled, seed)
    assert_told_and_mended(filled)


@pytest.mark.stress
def test_many_flipped_bits_are_no_crash(filled: Path) -> None:
    content = filled.read_bytes()
    for seed in range(300):
        filled.write_bytes(content)
        flip_bits(filled, seed)
        assert_told_and_mended(filled)


def flip_bits(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 5, 50))):
        content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def assert_told_and_mended(path: Path) -> None:
    try:
        check_library(path)
        with Library.open(path) as library:
            library.documents()
            library.columns()
    except LibraryError as told:
        assert str(path) in str(told)
    try:
        repair_library(path)
    except LibraryError as told:
        assert "Nothing could be read" in str(told)
        return
    assert check_library(path).problems == ()
