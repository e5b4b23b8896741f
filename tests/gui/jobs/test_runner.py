"""Jobs off the UI thread: results come back here, older ones are dropped."""

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from timeline_app.gui.jobs.runner import JobRunner


def test_a_result_comes_back_in_the_ui_thread(qtbot: QtBot) -> None:
    runner, got = JobRunner(), []
    here = QThread.currentThread()
    runner.run("sum", lambda: QThread.currentThread() is not here, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [True]
    assert not runner.is_busy


def test_the_result_of_an_older_request_is_dropped(qtbot: QtBot) -> None:
    runner, got = JobRunner(), []
    gate = threading.Event()
    runner.run("find", lambda: gate.wait(5) and "old", got.append)
    runner.run("find", lambda: "new", got.append)
    qtbot.waitUntil(lambda: got == ["new"])
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert got == ["new"]


def test_a_fault_goes_to_whoever_asked(qtbot: QtBot) -> None:
    runner, faults = JobRunner(), []

    def fail() -> None:
        raise ValueError("no such thing")

    runner.run("fail", fail, lambda _: pytest.fail("no result"), failed=faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert str(faults[0]) == "no such thing"


def test_a_fault_that_nobody_expects_rises(qtbot: QtBot) -> None:
    runner = JobRunner()

    def fail() -> None:
        raise RuntimeError("our bug")

    with capture_exceptions() as risen:
        runner.run("fail", fail, lambda _: None)
        qtbot.waitUntil(lambda: not runner.is_busy)
    assert [str(one[1]) for one in risen] == ["our bug"]
