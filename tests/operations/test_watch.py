"""A watched folder gives every article once, when it is whole."""

import os
from pathlib import Path

from timeline_app.operations.watch import FolderWatch


def test_a_file_is_given_once_when_it_no_longer_grows(tmp_path: Path) -> None:
    watch = FolderWatch([tmp_path])
    path = tmp_path / "a.txt"
    path.write_text("They")
    assert watch.settled() == ()
    path.write_text("They met.")
    assert watch.settled() == ()
    assert watch.settled() == (path,)
    assert watch.settled() == ()


def test_a_changed_file_is_given_again_and_a_lost_one_forgotten(tmp_path: Path) -> None:
    watch = FolderWatch([tmp_path])
    path = tmp_path / "a.txt"
    path.write_text("They met.")
    watch.settled()
    watch.settled()
    os.utime(path, ns=(5, 5))
    assert watch.settled() == ()
    assert watch.settled() == (path,)
    path.unlink()
    assert watch.settled() == ()
    path.write_text("They met.")
    os.utime(path, ns=(5, 5))
    assert watch.settled() == ()
    assert watch.settled() == (path,)


def test_only_articles_are_given(tmp_path: Path) -> None:
    watch = FolderWatch([tmp_path])
    (tmp_path / "a.png").write_text("x")
    (tmp_path / ".b.txt").write_text("x")
    watch.settled()
    assert watch.settled() == ()


def test_what_is_there_at_the_start_can_be_taken_for_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met.")
    watch = FolderWatch.of_what_comes([tmp_path])
    (tmp_path / "b.txt").write_text("They left.")
    assert watch.settled() == ()
    assert watch.settled() == (tmp_path / "b.txt",)
