"""A process killed at any moment loses nothing that it said was saved."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from storage.older import older_library

from timeline_app.annotation.event import EventId
from timeline_app.storage.check import check_library
from timeline_app.storage.library import Library
from timeline_app.storage.migrate import backup_path

WORKER = Path(__file__).with_name("worker.py")
LONGEST_S = 0.5


def killed_worker(path: Path, number: int, pause_s: float) -> list[str]:
    """Return what a worker said it had saved before it was killed."""
    with subprocess.Popen(
        [sys.executable, str(WORKER), str(path), str(number)], stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        time.sleep(pause_s)
        worker.kill()
        told = worker.stdout.read().splitlines(keepends=True)
    assert worker.returncode == -signal.SIGKILL
    return [line.rstrip("\n") for line in told if line.endswith("\n")]


def assert_nothing_is_lost(path: Path, told: list[str]) -> None:
    with Library.open(path) as library:
        paths = {row.path for row in library.documents()}
        for line in told:
            kind, _, rest = line.partition(" ")
            if kind == "article":
                assert rest in paths
            else:
                event_id, _, title = rest.partition(" ")
                assert library.event(EventId(int(event_id))).title == title


def kill_often(path: Path, *, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    told: list[str] = []
    for number in range(kills):
        told += killed_worker(path, number, chance.uniform(0, LONGEST_S) ** 2 * 2)
        assert_nothing_is_lost(path, told[-50:])
        db = sqlite3.connect(path)
        assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
        db.close()
    assert check_library(path).problems == ()
    assert_nothing_is_lost(path, told)


posix_only = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")


@posix_only
def test_a_few_kills_lose_nothing(path: Path) -> None:
    kill_often(path, kills=4, seed=1)


@posix_only
@pytest.mark.stress
def test_two_hundred_kills_lose_nothing(path: Path) -> None:
    kill_often(path, kills=200, seed=2)


@posix_only
@pytest.mark.stress
def test_kills_while_the_library_is_being_made_leave_a_usable_one(tmp_path: Path) -> None:
    chance = random.Random(3)
    for number in range(50):
        path = tmp_path / f"{number}.tlib"
        told = killed_worker(path, number, chance.uniform(0, 0.02))
        assert_nothing_is_lost(path, told)
        assert check_library(path).problems == ()


OPENING = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from timeline_app.storage.library import Library
from timeline_app.storage.migrate import backup_path
print("ready", flush=True)
Library.open(Path(sys.argv[1])).close()
"""


def kill_while_migrating(path: Path, pause_s: float) -> None:
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", OPENING, str(path), str(root)], stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        time.sleep(pause_s)
        worker.kill()


def interrupt_migrations(folder: Path, *, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    older = folder / "older.tlib"
    older_library(older, 1, articles=60)
    for number in range(kills):
        path = folder / f"{number}.tlib"
        path.write_bytes(older.read_bytes())
        kill_while_migrating(path, chance.uniform(0, 0.02))
        with Library.open(path) as library:
            assert len(library.documents()) == 60
        assert check_library(path).problems == ()
        assert check_library(backup_path(path, 1)).problems == ()


@posix_only
def test_a_migration_killed_at_any_moment_is_done_at_the_next_start(tmp_path: Path) -> None:
    interrupt_migrations(tmp_path, kills=3, seed=4)


@posix_only
@pytest.mark.stress
def test_many_killed_migrations_lose_nothing(tmp_path: Path) -> None:
    interrupt_migrations(tmp_path, kills=60, seed=5)
