"""The frame and the one place where our own bugs surface."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from timeline_app import paths
from timeline_app.errors import LibraryError
from timeline_app.gui.app import report_bugs, write_report
from timeline_app.gui.dialogs.notices import Notice
from timeline_app.gui.frame import Frame


def test_the_frame_is_on_screen_before_its_content(qtbot: QtBot, settings: QSettings) -> None:
    frame = Frame(settings)
    qtbot.addWidget(frame)
    with qtbot.waitSignal(frame.on_screen):
        frame.show()
    content = QMainWindow()
    content.setWindowTitle("my library")
    frame.furnish(content)
    assert frame.windowTitle() == "my library"
    frame.resize(700, 500)
    frame.close()
    again = Frame(settings)
    qtbot.addWidget(again)
    assert again.size() == frame.size()


def test_a_first_window_fits_the_screen(qtbot: QtBot, settings: QSettings) -> None:
    frame = Frame(settings)
    qtbot.addWidget(frame)
    room = frame.screen().availableSize()
    assert frame.width() <= room.width()
    assert frame.height() < room.height()


def test_a_report_tells_versions_and_the_way_to_the_bug(tmp_path: Path) -> None:
    try:
        raise RuntimeError("our bug")
    except RuntimeError as fault:
        place = write_report(fault, tmp_path / "logs")
    report = place.read_text(encoding="utf-8")
    assert "RuntimeError: our bug" in report
    assert "timeline-app" in report
    assert "test_app.py" in report


def test_a_bug_writes_a_report_and_says_where_it_lies(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "log_dir", lambda: tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = QWidget()
    qtbot.addWidget(window)
    report_bugs(window)
    fault = RuntimeError("our bug")
    sys.excepthook(RuntimeError, fault, None)
    notice = window.findChild(Notice)
    assert notice is not None
    assert str(tmp_path) in notice.informativeText()
    assert len(list(tmp_path.glob("crash-*.txt"))) == 1
    notice.close()


def test_a_fault_of_the_world_is_told_without_a_report(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "log_dir", lambda: tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = QWidget()
    qtbot.addWidget(window)
    report_bugs(window)
    sys.excepthook(LibraryError, LibraryError("The disk is full. Make room."), None)
    notice = window.findChild(Notice)
    assert notice is not None
    assert notice.informativeText() == "The disk is full. Make room."
    assert not list(tmp_path.glob("*"))
    notice.close()
